using Concord.Identity.Sessions;
using Concord.Platform.Browsers;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.SignIn;

/// <summary>Where a person who is signed in says whether a program on the same machine may act in their name: it has no secret, so any other could ask for a code as if it were that one.</summary>
internal static class ProgramApi
{
    private const string Why = "About the caller's own session.";
    private const string Address = "/account/program";

    public static void MapProgram(this RouteGroupBuilder routes)
    {
        routes.MapGet("/program", AskAsync).OpenToAll(Why);
        routes.MapPost("/program", AgreeAsync).OpenToAll(Why);
    }

    public static string AddressFor(string authorize) => $"{Address}?returnUrl={Uri.EscapeDataString(authorize)}";

    private static async Task<IResult> AskAsync(HttpContext http, SignInPages pages, SignedIn signedIn, string? returnUrl)
    {
        var back = LocalAddress.OrStart(returnUrl);
        return await signedIn.FindAsync(http) is null ? Again(back) : pages.Program(back);
    }

    private static async Task<IResult> AgreeAsync(HttpContext http, SignInPages pages, SignedIn signedIn, ProgramConsent consent, IAntiforgery guard)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var back = LocalAddress.OrStart(form["returnUrl"]);
        if (await signedIn.FindAsync(http) is not var (_, session))
        {
            return Again(back);
        }

        return await guard.IsRequestValidAsync(http) ? Results.Redirect(consent.AgreedTo(back, session)) : pages.Program(back, pages.TooOld);
    }

    private static IResult Again(string returnUrl) => Results.Redirect(SignInApi.AddressFor(returnUrl, ended: false));
}
