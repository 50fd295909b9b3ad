using Concord.Platform.Hosting;

namespace Concord.Roster.Standby;

/// <summary>How soon people leave after they were asked for (R12), and what follows when they are back (R133).</summary>
internal static class StandbyClock
{
    public static readonly Setting DepartWithin = new(
        "Roster:Standby:DepartWithinHours", "How long after a request people on standby have to have departed, in hours; requests that were made before keep the time they had.", "72", SettingForm.Amount);

    public static readonly Setting WarnBefore = new(
        "Roster:Standby:WarnBeforeHours", "How long before that time is over it is warned of, in hours.", "24", SettingForm.Amount);

    public static readonly Setting WarnOfContract = new(
        "Roster:Standby:WarnOfContractDays", "How long before the last day of a standby contract it is warned of, in days.", "60", SettingForm.Days);

    public static readonly Setting ReviewWithin = new(
        "Roster:Standby:ReviewWithinDays", "How long after the end of a deployment its after-action review is due, in days.", "30", SettingForm.Days);

    public static DateTime DueAfter(DateTime now, IConfiguration configuration) => now.AddHours(DepartWithin.RequiredIn<int>(configuration));

    public static DateOnly ReviewDueAfter(DateTime now, IConfiguration configuration) => DateOnly.FromDateTime(now).AddDays(ReviewWithin.RequiredIn<int>(configuration));
}
