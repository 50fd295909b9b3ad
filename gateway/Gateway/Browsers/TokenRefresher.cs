using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Microsoft.AspNetCore.Authentication;

namespace Concord.Gateway.Browsers;

/// <summary>Keeps the access token in a browser's session fresh.</summary>
internal sealed class TokenRefresher(IConfiguration configuration, TimeProvider time) : IDisposable
{
    public const string ClientId = "gateway";
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1); // so that it does not run out on its way
    private readonly HttpClient _client = new(ReplicaHandler.ForHttp("identity", configuration)) { Timeout = TimeSpan.FromSeconds(10) };

    // Many requests of one page, one refresh. The answer is kept a while: a refresh token is good once, and a browser that went away
    // before it got the new one comes back with the old one, which the identity service takes for a thief's. Shorter than an access token lives.
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Lazy<Task<Answer>>> _answers = new();

    private sealed record Answer(string? AccessToken, string? RefreshToken, DateTimeOffset Expiry);

    public bool IsStale(AuthenticationProperties session) =>
        !DateTimeOffset.TryParse(session.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var expiry) || expiry - time.GetUtcNow() < Ahead;

    /// <summary>Puts fresh tokens into the session; false where the identity service has ended it.</summary>
    public async Task<bool> RefreshAsync(AuthenticationProperties session)
    {
        if (session.GetTokenValue("refresh_token") is not { } refresh)
        {
            return false;
        }

        Answer answer;
        try
        {
            answer = await _answers.GetOrAdd(refresh, token => new Lazy<Task<Answer>>(() => AskAndKeepAsync(token))).Value;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            throw Fail.Because(PlatformReasons.DependencyUnavailable, "The identity service does not answer; your session goes on when it does.", ("service", "identity"));
        }

        if (answer.AccessToken is null)
        {
            return false;
        }

        session.UpdateTokenValue("access_token", answer.AccessToken);
        session.UpdateTokenValue("refresh_token", answer.RefreshToken ?? refresh);
        session.UpdateTokenValue("expires_at", answer.Expiry.ToString("o", CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>Ends the session at the identity service too; where that does not answer, it ends by its own time.</summary>
    public async Task RevokeAsync(AuthenticationProperties session, CancellationToken cancellationToken)
    {
        if (session.GetTokenValue("refresh_token") is not { } refresh)
        {
            return;
        }

        try
        {
            using var form = Form(("token", refresh), ("token_type_hint", "refresh_token"));
            using var answer = await _client.PostAsync(Address("/connect/revoke"), form, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // signing out must not fail for it
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<Answer> AskAndKeepAsync(string refresh)
    {
        var keep = TimeSpan.Zero;
        try
        {
            var answer = await AskAsync(refresh);
            keep = answer.AccessToken is null ? TimeSpan.Zero : Keep;
            return answer;
        }
        finally
        {
            _ = ForgetAsync(refresh, keep);
        }
    }

    private async Task ForgetAsync(string refresh, TimeSpan after)
    {
        await Task.Delay(after, time);
        _answers.TryRemove(refresh, out _);
    }

    // Not bound to the request that asked first: the others wait for it too.
    private async Task<Answer> AskAsync(string refresh)
    {
        using var form = Form(("grant_type", "refresh_token"), ("refresh_token", refresh));
        using var response = await _client.PostAsync(Address("/connect/token"), form);
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            return new Answer(null, null, DateTimeOffset.MinValue); // invalid_grant; whatever else is wrong does not end a person's session
        }

        response.EnsureSuccessStatusCode();
        using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return new Answer(
            json.RootElement.GetProperty("access_token").GetString(),
            json.RootElement.TryGetProperty("refresh_token", out var next) ? next.GetString() : null,
            time.GetUtcNow().AddSeconds(json.RootElement.GetProperty("expires_in").GetInt32()));
    }

    private FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(
        [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("client_id", ClientId), new("client_secret", BrowserSetup.Secret.In(configuration) ?? "")]);

    private Uri Address(string path) => new(ServiceAddresses.Of(ServiceAddresses.Http, "identity", configuration)[0], path);
}
