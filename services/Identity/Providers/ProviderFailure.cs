using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Concord.Identity.Providers;

/// <summary>A provider does not say of itself what it has to.</summary>
internal sealed class ProviderException(string message) : Exception(message);

/// <summary>Tells a provider that is away, or wrongly set, from one that says no and from an answer that is not good.</summary>
internal static class ProviderFailure
{
    /// <summary>Codes of OAuth 2.0 that are about the provider or its settings, and not about the person.</summary>
    private static readonly string[] s_unable = ["temporarily_unavailable", "server_error", "invalid_client", "unauthorized_client", "invalid_scope", "invalid_request", "unsupported_response_type"];

    public static ProviderOutcome OutcomeOf(Exception? failure) => (failure, CodeIn(failure)) switch
    {
        (null, _) or (_, "invalid_grant") => ProviderOutcome.NotGood,
        (_, null) => Chain(failure).Any(e => e is HttpRequestException or OperationCanceledException or ProviderException or IOException) ? ProviderOutcome.Away : ProviderOutcome.NotGood,
        (_, { } code) => s_unable.Contains(code) ? ProviderOutcome.Away : ProviderOutcome.Refused,
    };

    /// <summary>For the log: what failed, by its innermost name. Messages of the framework may hold what came from elsewhere; ours do not.</summary>
    public static string NameOf(Exception? failure) => Chain(failure).LastOrDefault() switch
    {
        null => "no answer",
        ProviderException own => own.Message,
        OpenIdConnectProtocolInvalidNonceException => "nonce",
        _ when Chain(failure).OfType<HttpRequestException>().FirstOrDefault() is { } away => away.HttpRequestError.ToString(),
        _ when CodeIn(failure) is { } code && s_unable.Contains(code) => code,
        var other => other.GetType().Name,
    };

    private static string? CodeIn(Exception? failure) => Chain(failure).Select(e => e.Data["error"] as string).FirstOrDefault(c => c is not null);

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
