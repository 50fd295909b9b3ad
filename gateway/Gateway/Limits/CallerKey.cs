using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Concord.Contracts.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Concord.Gateway.Limits;

/// <summary>
/// Whom a request is counted for. A person or a machine by the subject of a cookie or a token that was checked here, so that nobody evades the limit with many sessions
/// or uses up another's; whoever shows nothing good, by network.
/// </summary>
internal static class CallerKey
{
    /// <summary>How many networks are told apart. However many addresses somebody has, no more memory than for these is taken; two networks that share a number share what they may ask.</summary>
    public const int MostNetworks = 65_536;

    /// <summary>The subject; null where nobody is signed in.</summary>
    public static async Task<string?> SubjectOfAsync(HttpContext http)
    {
        var scheme = http.Request.Headers.Authorization.Count > 0 ? JwtBearerDefaults.AuthenticationScheme : CookieAuthenticationDefaults.AuthenticationScheme;
        try
        {
            return (await http.AuthenticateAsync(scheme)).Principal?.FindFirstValue(ConcordClaims.Subject);
        }
        catch (InvalidOperationException)
        {
            return null; // the keys of tokens cannot be read: the identity service does not answer
        }
    }

    public static string NetworkOf(IPAddress? address)
    {
        var network = address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            // Whoever has one address of IPv6 has the other 2^64 of its network too.
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            _ => address.ToString(),
        };

        // Hashed with a key of this process: nobody outside can compute whose number another address shares.
        return $"network {(uint)network.GetHashCode(StringComparison.Ordinal) % MostNetworks}";
    }
}
