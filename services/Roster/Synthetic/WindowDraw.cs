using Concord.Roster.Mediators;

namespace Concord.Roster.Synthetic;

/// <summary>One to four windows over 2026 to 2028 that do not overlap (R15).</summary>
internal static class WindowDraw
{
    private static readonly int First = new DateOnly(2026, 1, 1).DayNumber;
    private static readonly int Last = new DateOnly(2028, 12, 31).DayNumber;
    private static readonly AvailabilityKind[] Kinds = [AvailabilityKind.InPerson, AvailabilityKind.Remote, AvailabilityKind.Unavailable];
    private static readonly int[] KindWeights = [50, 35, 15];

    public static SyntheticWindow[] Make(int number, ref Dice dice)
    {
        var windows = new List<SyntheticWindow>();
        var count = dice.Between(1, 4);
        // Those of the showcase can work from the first day on.
        var day = number <= Generator.Showcase ? First : First + dice.Below(200);
        while (windows.Count < count && day < Last)
        {
            var end = Math.Min(day + dice.Between(20, 300), Last);
            windows.Add(new SyntheticWindow(DateOnly.FromDayNumber(day), DateOnly.FromDayNumber(end), Kinds[dice.Weighted(KindWeights)]));
            day = end + 1 + (dice.Percent(30) ? 0 : dice.Below(90));
        }

        return [.. windows];
    }
}
