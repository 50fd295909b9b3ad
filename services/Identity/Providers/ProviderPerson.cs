using System.Globalization;
using System.Security.Claims;
using Concord.Platform.Security;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Concord.Identity.Providers;

/// <summary>What an identity token that was found good says of a person, and nothing else of it is used.</summary>
/// <param name="Subject">Who, at that provider.</param>
/// <param name="Label">E-mail or name, to show; may be empty.</param>
/// <param name="Time">When the person showed there who they are, UTC; null where the provider does not say, and then it counts as long ago.</param>
/// <param name="SecondFactor">Whether a second factor was shown there that counts here.</param>
internal sealed record ProviderPerson(string Subject, string Label, DateTime? Time, bool SecondFactor)
{
    private const int LongestSubject = 255; // OpenID Connect Core 1.0, section 2

    /// <summary>Null where it does not say who, says several, or speaks of a time to come.</summary>
    public static ProviderPerson? Of(ClaimsPrincipal told, Provider provider, DateTime now)
    {
        if (told.FindAll(provider.Claims.Subject).ToList() is not [{ Value: { Length: > 0 and <= LongestSubject } subject }] || subject.Any(char.IsControl) || !TryTime(told, now, out var time))
        {
            return null;
        }

        var second = told.FindAll(Claims.AuthenticationContextReference).Any(c => provider.SecondFactorAcr.Contains(c.Value))
            || told.FindAll(Claims.AuthenticationMethodReference).Any(c => provider.SecondFactorAmr.Contains(c.Value));
        var label = told.FindFirstValue(provider.Claims.Email) ?? told.FindFirstValue(provider.Claims.Name) ?? "";
        return new(subject, new string([.. label.Where(c => !char.IsControl(c)).Take(AccountLink.LongestLabel)]), time, second);
    }

    /// <summary>Whether it was there and then, for this very question, that the person showed who they are.</summary>
    public bool IsSince(DateTime asked) => Time >= asked - AccessSetup.ClockSkew;

    private static bool TryTime(ClaimsPrincipal told, DateTime now, out DateTime? time)
    {
        time = null;
        if (told.FindFirstValue(Claims.AuthenticationTime) is not { } text)
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > (now + AccessSetup.ClockSkew - DateTime.UnixEpoch).TotalSeconds)
        {
            return false;
        }

        var then = DateTime.UnixEpoch.AddSeconds(seconds);
        time = then < now ? then : now;
        return true;
    }
}
