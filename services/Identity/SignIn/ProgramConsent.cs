using System.Globalization;
using System.Security.Cryptography;
using Concord.Identity.Sessions;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace Concord.Identity.SignIn;

/// <summary>That a person has agreed to one request of a program, sealed into the address of that very request: for this session, this once and for a minute. Whoever asks next asks the person again.</summary>
internal sealed class ProgramConsent(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The parameter that carries it.</summary>
    public const string Parameter = "agreed";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1); // a browser goes there at once

    /// <param name="request">Address of the request, without this parameter.</param>
    /// <param name="session">Whose.</param>
    public string AgreedTo(string request, PersonSession session) =>
        $"{request}{(request.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Uri.EscapeDataString(Seal(request, session).Protect(time.Now().Ticks.ToString(CultureInfo.InvariantCulture)))}";

    public bool Covers(string request, PersonSession session, string? agreed)
    {
        try
        {
            return agreed is not null && time.Now() - new DateTime(long.Parse(Seal(request, session).Unprotect(agreed), CultureInfo.InvariantCulture), DateTimeKind.Utc) <= Lifetime;
        }
        catch (CryptographicException)
        {
            return false; // not ours, or for another request
        }
    }

    private IDataProtector Seal(string request, PersonSession session) => protection.CreateProtector("sign-in.program", session.Id.ToString(), request);
}
