using System.Globalization;
using Concord.Portal.Api;

namespace Concord.Portal.Leads;

/// <summary>The epoch that a form carries with it: of the lead as its page showed it.</summary>
internal static class LeadEpoch
{
    /// <summary>For the form as it is shown now: what its reader sees of the lead. Refused because that has changed, it shows who leads now.</summary>
    public static string Shown(string? sent, Problem? refused, long now) => refused is { Reason: "STALE_LEAD_EPOCH" } || sent is null ? now.ToString(CultureInfo.InvariantCulture) : sent;

    /// <returns>Null where the browser sent no number: the service then asks for it.</returns>
    public static long? In(string? sent) => long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) ? epoch : null;
}
