using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>Days without a gap on which somebody can work; windows that touch are one span.</summary>
/// <param name="First">Day number of the first day.</param>
/// <param name="Last">Day number of the last day.</param>
internal readonly record struct DaySpan(int First, int Last)
{
    public bool Covers(int first, int last) => First <= first && last <= Last;

    public static int MonthOf(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return (date.Year * 12) + date.Month - 1;
    }

    /// <summary>Day numbers of the first and the last day of a month.</summary>
    public static (int First, int Last) DaysOf(int month)
    {
        var first = new DateOnly(month / 12, (month % 12) + 1, 1);
        return (first.DayNumber, first.DayNumber + DateTime.DaysInMonth(first.Year, first.Month) - 1);
    }

    /// <summary>The spans of the windows in which the person can work in the mode. Who can travel can also work remotely.</summary>
    public static DaySpan[] Of(IEnumerable<FoundWindow> windows, DeploymentMode mode)
    {
        var spans = new List<DaySpan>();
        foreach (var window in windows.Where(w => Allows(w.Kind, mode)).OrderBy(w => w.StartDate))
        {
            var (first, last) = (window.StartDate.DayNumber, window.EndDate.DayNumber);
            if (spans.Count > 0 && spans[^1].Last + 1 >= first)
            {
                spans[^1] = spans[^1] with { Last = Math.Max(spans[^1].Last, last) };
            }
            else
            {
                spans.Add(new DaySpan(first, last));
            }
        }

        return [.. spans];
    }

    /// <summary>The same without the days on which a deployment holds the person.</summary>
    public static DaySpan[] Free(IEnumerable<FoundWindow> windows, IEnumerable<DaySpan> duties, DeploymentMode mode)
    {
        IEnumerable<DaySpan> spans = Of(windows, mode);
        foreach (var (first, last) in duties)
        {
            spans = spans.SelectMany(s => s.Without(first, last));
        }

        return [.. spans];
    }

    public bool Meets(DaySpan other) => First <= other.Last && other.First <= Last;

    private IEnumerable<DaySpan> Without(int first, int last) =>
        ((DaySpan[])[this with { Last = Math.Min(Last, first - 1) }, this with { First = Math.Max(First, last + 1) }]).Where(s => s.First <= s.Last);

    public static bool Allows(AvailabilityKind kind, DeploymentMode mode) => kind switch
    {
        AvailabilityKind.InPerson => true,
        AvailabilityKind.Remote => mode == DeploymentMode.Remote,
        _ => false,
    };
}
