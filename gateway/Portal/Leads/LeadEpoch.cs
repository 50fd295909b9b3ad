using System.Globalization;

namespace Concord.Portal.Leads;

/// <summary>The epoch that a form carries with it: of the lead as its page showed it.</summary>
internal static class LeadEpoch
{
    /// <returns>Null where the browser sent no number: the service then asks for it.</returns>
    public static long? In(string? sent) => long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) ? epoch : null;
}
