using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Identity.Organizations;
using Concord.Identity.Clients;
using Concord.Identity.Delegations;
using Concord.Identity.Persistence;
using Concord.Identity.Sessions;
using Concord.Identity.SignIn;
using Concord.Platform.Audit;
using Concord.Platform.Browsers;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Concord.Identity.Tokens;

/// <summary>The addresses of OpenID Connect where this service decides; the protocol itself is checked before they are reached.</summary>
internal static class ConnectApi
{
    private const string SignOutPath = "/connect/logout";
    private const string Protocol = "OpenID Connect: the protocol authenticates the client and the person itself.";

    /// <summary>OpenID Connect Core Error Code unmet_authentication_requirements 1.0.</summary>
    private const string UnmetRequirements = "unmet_authentication_requirements";

    public static void MapConnect(this IEndpointRouteBuilder root)
    {
        root.MapMethods("/connect/authorize", ["GET", "POST"], AuthorizeAsync).ExcludeFromDescription().AddEndpointFilter(ShowRefusalAsync).OpenToAll(Protocol);
        root.MapPost("/connect/token", ExchangeAsync).ExcludeFromDescription().OpenToAll(Protocol);
        root.MapMethods(SignOutPath, ["GET", "POST"], (Delegate)SignOutAsync).ExcludeFromDescription().AddEndpointFilter(ShowRefusalAsync).OpenToAll(Protocol);
        root.MapMethods("/connect/userinfo", ["GET", "POST"], (Delegate)UserInfoAsync).ExcludeFromDescription().OpenToAll(Protocol);
    }

    // What the protocol refuses and cannot send back to a client: the person who came here sees why.
    private static ValueTask<object?> ShowRefusalAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return http.GetOpenIddictServerResponse() is { Error: { } error } refusal
            ? Page.KeepFromOthersAsync(context, _ => ValueTask.FromResult<object?>(SignInPages.For(http).Refused(http.Request.Path == SignOutPath ? "refused.signOut" : "refused", error, refusal.ErrorDescription)))
            : next(context);
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext http, IdentityDb db, SignedIn signedIn, ProgramConsent consent, TimeProvider time)
    {
        var (request, now) = (RequestOf(http), time.Now());
        var found = await signedIn.FindAsync(http);
        if (found is var (account, session) && !request.HasPromptValue(PromptValues.Login))
        {
            var tooOld = request.MaxAge is { } oldest && !(now - session.AuthenticationTime <= TimeSpan.FromSeconds(oldest)); // also where only a provider knows
            if (request.GetAcrValues().Contains(StepUp.Acr))
            {
                if (tooOld || StepUp.EndOf(session, now) is null)
                {
                    return request.HasPromptValue(PromptValues.None) ? Refuse(UnmetRequirements, "No second factor was shown.") : Results.Redirect(StepUpApi.AddressFor(BackTo(request)));
                }
            }
            else if (tooOld)
            {
                found = null; // signs in again
            }

            if (found is not null)
            {
                // Only the gateway proves who it is: any program could ask in the name of another client.
                if (request.ClientId != ShippedClients.Gateway && !consent.Covers(BackTo(request), session, (string?)request[ProgramConsent.Parameter]))
                {
                    return request.HasPromptValue(PromptValues.None) ? Refuse(Errors.ConsentRequired, "The person has not agreed.") : Results.Redirect(ProgramApi.AddressFor(BackTo(request)));
                }

                var rights = await SessionRights.AtAsync(db, account, session, now + TokenContent.Shortest, http.RequestAborted);
                return Results.SignIn(TokenContent.Of(account, session, rights, request.GetScopes(), now), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
            }
        }

        if (request.HasPromptValue(PromptValues.None))
        {
            return Refuse(Errors.LoginRequired, "Nobody is signed in.");
        }

        return Results.Redirect(SignInApi.AddressFor(BackTo(request), ended: found is null && request.MaxAge is null && CookieNames.Find(http.Request, SignedIn.Cookie) is not null, fresh: request.MaxAge is not null || request.HasPromptValue(PromptValues.Login)));
    }

    // Asked to show again who they are: this once, or the way back would ask again without end. A client that wants to be sure reads auth_time.
    private static string BackTo(OpenIddictRequest request) => AddressOf("/connect/authorize", request.GetParameters().Where(p => p.Key is not (Parameters.Prompt or Parameters.MaxAge or ProgramConsent.Parameter)));

    private static string AddressOf(string path, IEnumerable<KeyValuePair<string, OpenIddictParameter>> parameters) =>
        $"{path}{QueryString.Create(parameters.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)))}";

    private static async Task<IResult> ExchangeAsync(HttpContext http, IdentityDb db, SignedIn signedIn, TimeProvider time)
    {
        var request = RequestOf(http);
        if (request.IsClientCredentialsGrantType())
        {
            return await GiveToMachineAsync(http, request, db, time.Now());
        }

        // A code or a refresh token: what the account says now counts, not what it said then.
        var held = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        if (held is null || await signedIn.FindAsync(held, http.RequestAborted) is not var (account, session))
        {
            return Refuse(Errors.InvalidGrant, "The session has ended; sign in again.");
        }

        await signedIn.NoteUseAsync(session, http.RequestAborted);
        var (scopes, now) = (held.GetScopes(), time.Now());
        var rights = await SessionRights.AtAsync(db, account, session, now + TokenContent.Shortest, http.RequestAborted);
        var principal = TokenContent.Of(account, session, rights, SpentTokens.Stays(request) ? scopes.Remove(Scopes.OfflineAccess) : scopes, now); // one that stays needs no other
        principal.SetAuthorizationId(held.GetAuthorizationId());
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> GiveToMachineAsync(HttpContext http, OpenIddictRequest request, IdentityDb db, DateTime now)
    {
        var client = ClientId.TryParse(request.ClientId, out var id) ? await db.Clients.Include(c => c.Use).SingleOrDefaultAsync(c => c.Id == id, http.RequestAborted) : null;
        if (client is null)
        {
            return Refuse(Errors.UnauthorizedClient, "This client does not act for itself.");
        }

        http.ActAs(client.Id.ToString(), client.Organization);
        if (await db.HasLeftAsync(client.Organization, http.RequestAborted))
        {
            return Refuse(Errors.UnauthorizedClient, "The organization of this client has left.");
        }

        var asked = request.GetScopes();
        if (asked.Except(client.Scopes, StringComparer.Ordinal).Any())
        {
            return Refuse(Errors.InvalidScope, "The client is not registered for one of these scopes.");
        }

        client.Use.Note(now, TokenServer.AccessLifetime);
        await db.SaveChangesAsync(http.RequestAborted);
        await db.RecordAsync(AuditOutcome.Done, null, [], http.RequestAborted);
        return Results.SignIn(TokenContent.Of(client, asked.IsEmpty ? [.. client.Scopes] : asked, now), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    // A link can be anybody's: only a client that holds an identity token of this very session ends it without a question. Where none is open, there is nothing to ask about.
    private static async Task<IResult> SignOutAsync(HttpContext http, SignedIn signedIn)
    {
        if (await signedIn.FindAsync(http) is var (_, session))
        {
            var shown = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
            if (shown?.FindFirstValue(ConcordClaims.Session) != session.Id.Value.ToString())
            {
                return Results.Redirect(SignInApi.SignOutAddressFor(AddressOf(SignOutPath, RequestOf(http).GetParameters())));
            }
        }

        await signedIn.EndAsync(http);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/account/signed-out" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private static async Task<IResult> UserInfoAsync(HttpContext http)
    {
        var token = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        return token is null
            ? Results.Challenge(null, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme])
            : Results.Json(new Dictionary<string, object?>
            {
                [ConcordClaims.Subject] = token.FindFirstValue(ConcordClaims.Subject),
                [ConcordClaims.Name] = token.FindFirstValue(ConcordClaims.Name),
                [ConcordClaims.Organization] = token.FindFirstValue(ConcordClaims.Organization),
                [ConcordClaims.Role] = token.FindAll(ConcordClaims.Role).Select(c => c.Value).ToArray(),
                [ConcordClaims.Clearance] = token.FindFirstValue(ConcordClaims.Clearance),
            });
    }

    private static OpenIddictRequest RequestOf(HttpContext http) => http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The protocol was not checked.");

    private static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
