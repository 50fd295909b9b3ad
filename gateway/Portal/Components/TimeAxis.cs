namespace Concord.Portal.Components;

/// <summary>Days as places on a line, in percent of its length from its start; the line begins and ends with whole months, quarters or years.</summary>
public sealed class TimeAxis
{
    private const int MostTicks = 8; // more would not fit beside a table
    private static readonly int[] Steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200]; // months

    private readonly bool _mirrored;
    private readonly int _step;
    private readonly DateOnly _from;
    private readonly double _days;

    /// <param name="first">The first day that must be on it.</param>
    /// <param name="last">The last.</param>
    /// <param name="mirrored">Time runs from the right.</param>
    public TimeAxis(DateOnly first, DateOnly last, bool mirrored)
    {
        _mirrored = mirrored;
        _step = Steps.FirstOrDefault(s => StepsBetween(first, last, s) <= MostTicks, Steps[^1]);
        _from = StartOf(MonthNumber(first) / _step * _step);
        _days = StartOf((MonthNumber(last) / _step + 1) * _step).DayNumber - _from.DayNumber;
    }

    public bool IsByYear => _step % 12 == 0;

    /// <summary>Where a step of the scale begins, in the order of time.</summary>
    public IEnumerable<(DateOnly Day, double At)> Ticks
    {
        get
        {
            for (var month = MonthNumber(_from); StartOf(month).DayNumber < _from.DayNumber + _days; month += _step)
            {
                yield return (StartOf(month), At(StartOf(month)));
            }
        }
    }

    /// <summary>From the left; a day beyond an end is at that end.</summary>
    public double At(DateOnly day)
    {
        var along = Math.Clamp((day.DayNumber - _from.DayNumber) / _days, 0, 1) * 100;
        return _mirrored ? 100 - along : along;
    }

    /// <summary>From the left edge on, both days included.</summary>
    public (double Left, double Width) Span(DateOnly first, DateOnly last)
    {
        var (one, other) = (At(first), At(last.AddDays(1)));
        return (Math.Min(one, other), Math.Abs(other - one));
    }

    private static int StepsBetween(DateOnly first, DateOnly last, int step) => (MonthNumber(last) / step) - (MonthNumber(first) / step) + 1;

    private static int MonthNumber(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static DateOnly StartOf(int month) => month / 12 > DateOnly.MaxValue.Year ? DateOnly.MaxValue : new(month / 12, (month % 12) + 1, 1);
}
