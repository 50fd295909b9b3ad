using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Sessions;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Concord.Identity.Tokens;

/// <summary>What a token says, of a person and of a machine.</summary>
internal static class TokenContent
{
    /// <summary>Stays in codes and refresh tokens, which only this server reads; compared when they are used.</summary>
    public const string Stamp = "stamp";

    public static ClaimsPrincipal Of(Account account, PersonSession session, ImmutableArray<string> scopes) => Complete(
        account.Id.ToString(), account.DisplayName, account.Organization, account.Roles, account.Clearance.ToString(), scopes,
        new Claim(Stamp, account.SecurityStamp),
        new Claim(ConcordClaims.Session, session.Id.Value.ToString()),
        new Claim(ConcordClaims.Epoch, account.AccessEpoch.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));

    public static ClaimsPrincipal Of(MachineClient client, ImmutableArray<string> scopes) => Complete(
        $"clients/{client.Id}", client.DisplayName, client.Organization, client.Roles, client.Clearance.ToString(), scopes);

    private static ClaimsPrincipal Complete(
        string subject, string name, string? organization, IEnumerable<string> roles, string clearance, ImmutableArray<string> scopes, params IEnumerable<Claim> ofThePerson)
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

        identity.AddClaims(ofThePerson);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(scopes);
        principal.SetResources(ConcordClaims.Audience);
        principal.SetDestinations(claim => claim.Type switch
        {
            Stamp => [],
            ConcordClaims.Subject or ConcordClaims.Name => [Destinations.AccessToken, Destinations.IdentityToken],
            _ => [Destinations.AccessToken],
        });
        return principal;
    }
}
