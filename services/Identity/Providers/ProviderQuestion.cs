using Concord.Identity.Tokens;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Concord.Identity.Providers;

/// <summary>Sends a person to a provider.</summary>
internal sealed partial class ProviderQuestion(TimeProvider time, ILogger<ProviderQuestion> logger)
{
    /// <summary>
    /// A page that leads on by itself, and not a redirect: a form's policy (CSP, form-action) holds for the redirects after it too, and where a provider sends people on to is not known here.
    /// </summary>
    public async Task<IResult> AskAsync(HttpContext http, Provider provider, ProviderPages pages, ProviderIntent intent)
    {
        var asked = new OpenIdConnectChallengeProperties { MaxAge = intent.Fresh ? TimeSpan.Zero : TokenServer.SessionLifetime, Prompt = intent.Fresh ? PromptValues.Login : null };
        (intent with { AskTime = time.Now() }).WriteTo(asked);
        try
        {
            await http.ChallengeAsync(provider.Scheme, asked);
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogAway(provider.Name, ProviderFailure.NameOf(e)); // whatever it is: there is no way to ask
            return pages.Away(provider, intent.ReturnUrl);
        }

        var address = http.Response.Headers.Location.ToString();
        http.Response.Headers.Remove("Location");
        http.Response.Headers["Refresh"] = $"0;url={address}";
        return pages.GoOn(provider, address);
    }

    [LoggerMessage(LogLevel.Error, "The identity provider {Provider} cannot be asked: {Failure}.")]
    private partial void LogAway(string provider, string failure);
}
