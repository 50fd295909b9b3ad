using Concord.Identity.SignIn;
using Concord.Platform.Browsers;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Concord.Identity.Providers;

/// <summary>Where a person goes to a provider to sign in, and where everybody comes back from one.</summary>
internal static class ProviderApi
{
    public const string Address = "/account/provider";
    private const string Why = "Nobody is signed in yet.";

    public static void MapProviders(this RouteGroupBuilder routes)
    {
        routes.MapPost("/provider", AskAsync).OpenToAll(Why);
        routes.MapGet("/provider/{provider}/answer", AnswerAsync).OpenToAll(Why);
        routes.MapLinks();
    }

    private static async Task<IResult> AskAsync(HttpContext http, ProviderPages pages, ProviderRegister register, ProviderQuestion question, IAntiforgery guard)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var returnUrl = LocalAddress.OrStart(form["returnUrl"]);
        if (register.Find(form["provider"]) is not { } provider)
        {
            return pages.Unknown();
        }

        return await guard.IsRequestValidAsync(http)
            ? await question.AskAsync(http, provider, pages, new ProviderIntent(ProviderPurpose.SignIn, returnUrl, Fresh: form["fresh"].Count > 0))
            : pages.NotGood(provider, returnUrl);
    }

    private static async Task<IResult> AnswerAsync(
        string provider, HttpContext http, ProviderPages pages, ProviderRegister register, IAuthenticationHandlerProvider handlers, SignInThrottle throttle, SignInMetrics metrics, ProviderDoor door)
    {
        if (register.Find(provider) is not { } known)
        {
            return pages.Unknown();
        }

        // An answer is as good as a try at a password. By its own state, so that one colleague behind a shared address does not slow the others; by the address all the same.
        var (state, address) = (http.Request.Query["state"].ToString(), SignInApi.AddressOf(http));
        if (throttle.Begin(state, address) is { Ticks: > 0 } wait)
        {
            metrics.Throttled();
            return pages.Wait(pages.TooMany(wait));
        }

        var answer = new ProviderAnswer();
        http.Features.Set(answer);
        await ((IAuthenticationRequestHandler)(await handlers.GetHandlerAsync(http, known.Scheme))!).HandleRequestAsync();
        var (result, good) = await door.OpenAsync(http, known, answer, pages);
        if (good)
        {
            throttle.Succeeded(state, address);
        }

        return result;
    }
}
