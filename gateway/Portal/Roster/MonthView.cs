namespace Concord.Portal.Roster;

/// <summary>What is known of a month: how many of its days, of so many, the person can travel, can work from afar, cannot work.</summary>
internal sealed record MonthView(DateOnly First, int Days, IReadOnlyList<(string Kind, int Days)> Known)
{
    private static readonly string[] Kinds = ["IN_PERSON", "REMOTE", "UNAVAILABLE"];

    /// <summary>What most days say; null where nothing is known of any.</summary>
    public string? Mostly => Known.Count == 0 ? null : Known.MaxBy(k => k.Days).Kind;

    public static IEnumerable<MonthView> From(DateOnly day, int months, IReadOnlyList<Window> windows) => Enumerable.Range(0, months).Select(i =>
    {
        var first = new DateOnly(day.Year, day.Month, 1).AddMonths(i);
        var last = first.AddMonths(1).AddDays(-1);
        return new MonthView(first, last.Day, [.. Kinds.Select(k => (k, windows.Where(w => w.Kind == k).Sum(w => Common(w, first, last)))).Where(k => k.Item2 > 0)]);
    });

    private static int Common(Window window, DateOnly first, DateOnly last) =>
        Math.Max(0, Math.Min(window.EndDate.DayNumber, last.DayNumber) - Math.Max(window.StartDate.DayNumber, first.DayNumber) + 1);
}
