using Concord.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Browsers;

/// <summary>
/// How cookies are called. Where the public address is https a prefix makes browsers hold to it (RFC 6265bis): such a cookie is set over TLS and by this host only, so that none of another host or of a plain line takes its place.
/// The public address decides, because TLS may end before the program that sets it.
/// </summary>
public static class CookieNames
{
    private const string Host = "__Host-";
    private const string Secure = "__Secure-"; // where a path of its own keeps it from most requests

    public static bool AreSecure(IConfiguration configuration) =>
        Uri.TryCreate(AccessSetup.Issuer.In(configuration), UriKind.Absolute, out var issuer) && issuer.Scheme == Uri.UriSchemeHttps;

    /// <param name="name">Without a prefix.</param>
    /// <param name="configuration">Tells the public address.</param>
    /// <param name="ofOnePath">Whether it is sent to one path only.</param>
    public static string Of(string name, IConfiguration configuration, bool ofOnePath = false) => !AreSecure(configuration) ? name : (ofOnePath ? Secure : Host) + name;

    /// <summary>What a browser sent under the name, with a prefix or without.</summary>
    public static string? Find(HttpRequest request, string name) => request.Cookies[Host + name] ?? request.Cookies[name];

    /// <summary>Where a session ends: the browser forgets what it was shown. Its cookies are ended one by one, so that it still knows how the person likes to read.</summary>
    public static void Forget(HttpResponse response) => response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";

    /// <summary>The name without its prefix.</summary>
    public static string Plain(string name) => name.StartsWith(Host, StringComparison.Ordinal) ? name[Host.Length..] : name.StartsWith(Secure, StringComparison.Ordinal) ? name[Secure.Length..] : name;
}
