using Concord.Contracts.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Concord.Portal.Frame;

/// <summary>
/// Somebody who is away and in whose name a request of a page acts. Read from the token that the request brings: the API acts by the same one, so nothing can change between this and the act.
/// </summary>
/// <param name="Name"><c>accounts/{uuid}</c>.</param>
/// <param name="DisplayName">As shown to others.</param>
public sealed record ActingName(string Name, string DisplayName)
{
    /// <summary>In every form: in whose name it was opened; empty where in the own one.</summary>
    public const string Field = "for";

    private const string Scheme = "Bearer ";

    /// <summary>Null where the person acts in the own name.</summary>
    public static ActingName? Of(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !new JsonWebTokenHandler().CanReadToken(header[Scheme.Length..]))
        {
            return null;
        }

        var token = new JsonWebToken(header[Scheme.Length..]);
        return token.TryGetPayloadValue<string>(ConcordClaims.ActsFor, out var name) ? new(name, token.TryGetPayloadValue<string>(ConcordClaims.ActsForName, out var shown) ? shown : name) : null;
    }

    /// <summary>Whether a form was opened in the name in which it would count now.</summary>
    public static bool IsOf(IFormCollection form, HttpContext http) => form[Field].ToString() == (Of(http)?.Name ?? "");
}
