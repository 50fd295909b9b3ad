using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Clients;
using Concord.Identity.Delegations;
using Concord.Identity.Sessions;
using Concord.Platform.Security;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Concord.Identity.Tokens;

/// <summary>What a token says, of a person and of a machine.</summary>
internal static class TokenContent
{
    /// <summary>Stays in codes and refresh tokens, which only this server reads; compared when they are used.</summary>
    public const string Stamp = "stamp";

    /// <summary>What ends sooner than this is in no new token: it would have to end at once, and services take a token for a little longer than it says.</summary>
    public static readonly TimeSpan Shortest = AccessSetup.ClockSkew + TimeSpan.FromSeconds(1);

    /// <summary>Of a person: with the roles and the clearance that the session is good for now (<see cref="StepUp"/>), and no longer than what was given for a while.</summary>
    /// <param name="account">Who.</param>
    /// <param name="session">Where it is asked for.</param>
    /// <param name="held">What counts <see cref="Shortest"/> from now.</param>
    /// <param name="scopes">What was asked for.</param>
    /// <param name="now">Now, UTC.</param>
    public static ClaimsPrincipal Of(Account account, PersonSession session, SessionRights held, ImmutableArray<string> scopes, DateTime now)
    {
        var (rights, absent) = held;
        var (clearance, lifetime) = StepUp.For(rights.Clearance, session, now);
        if (rights.UntilTime - AccessSetup.ClockSkew - now is { } rest && rest < lifetime)
        {
            lifetime = rest;
        }

        return Complete(
            account.Id.ToString(), account.DisplayName, account.Organization, StepUp.RolesOf(rights, session), clearance.ToString(), scopes,
            [
                new Claim(Stamp, account.SecurityStamp),
                new Claim(ConcordClaims.Session, session.Id.Value.ToString()),
                new Claim(ConcordClaims.SessionEpoch, Number(session.Epoch), ClaimValueTypes.Integer64),
                new Claim(ConcordClaims.Epoch, Number(account.AccessEpoch), ClaimValueTypes.Integer64),
                .. TimeOf(session),
                new Claim(Claims.AuthenticationContextReference, StepUp.EndOf(session, now) is null ? StepUp.AcrWithout : StepUp.Acr),
                new Claim(Claims.AuthenticationMethodReference, JsonSerializer.Serialize(StepUp.MethodsOf(session)), JsonClaimValueTypes.JsonArray),
                .. ActingClaims(absent),
                .. rights.UntilTime is { } end ? (Claim[])[new Claim(ConcordClaims.RightsUntil, Number(new DateTimeOffset(end).ToUnixTimeSeconds()), ClaimValueTypes.Integer64)] : [],
            ]).SetAccessTokenLifetime(lifetime);
    }

    // Where a provider vouched for the person and did not say since when, a token says nothing either.
    private static IEnumerable<Claim> TimeOf(PersonSession session) =>
        session.AuthenticationTime is { } time ? [new Claim(Claims.AuthenticationTime, Number(new DateTimeOffset(time).ToUnixTimeSeconds()), ClaimValueTypes.Integer64)] : [];

    /// <param name="client">Proven to be it.</param>
    /// <param name="scopes">Names of permissions: what the token is for.</param>
    /// <param name="now">Now, UTC: no token outlives its client.</param>
    public static ClaimsPrincipal Of(MachineClient client, ImmutableArray<string> scopes, DateTime now)
    {
        var principal = Complete(
            client.Id.ToString(), client.DisplayName, client.Organization, client.Roles, client.Clearance.ToString(), scopes,
            new Claim(ConcordClaims.Epoch, client.AccessEpoch.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
        principal.SetAccessTokenLifetime(client.ExpireTime - now < TokenServer.AccessLifetime ? client.ExpireTime - now : TokenServer.AccessLifetime);
        return principal;
    }

    private static ClaimsPrincipal Complete(
        string subject, string name, string? organization, IEnumerable<string> roles, string clearance, ImmutableArray<string> scopes, params IEnumerable<Claim> more)
    {
        var identity = new ClaimsIdentity("Concord", ConcordClaims.Name, ConcordClaims.Role);
        identity.AddClaim(new Claim(ConcordClaims.Subject, subject));
        identity.AddClaim(new Claim(ConcordClaims.Name, name));
        identity.AddClaim(new Claim(ConcordClaims.Clearance, clearance));
        identity.AddClaims(roles.Select(role => new Claim(ConcordClaims.Role, role)));
        if (organization is not null)
        {
            identity.AddClaim(new Claim(ConcordClaims.Organization, organization));
        }

        identity.AddClaims(more);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(scopes);
        principal.SetResources(ConcordClaims.Audience);
        principal.SetDestinations(claim => claim.Type switch
        {
            Stamp => [],
            ConcordClaims.Subject or ConcordClaims.Name or ConcordClaims.Session or Claims.AuthenticationTime or Claims.AuthenticationContextReference or Claims.AuthenticationMethodReference => [Destinations.AccessToken, Destinations.IdentityToken],
            _ => [Destinations.AccessToken],
        });
        return principal;
    }

    private static Claim[] ActingClaims(Account? absent) => absent is null ? [] :
    [
        new Claim(ConcordClaims.ActsFor, absent.Id.ToString()),
        new Claim(ConcordClaims.ActsForName, absent.DisplayName),
        new Claim(ConcordClaims.ActsForEpoch, Number(absent.AccessEpoch), ClaimValueTypes.Integer64),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
