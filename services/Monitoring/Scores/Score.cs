using Concord.Monitoring.Assessments;
using Concord.Monitoring.Provisions;

namespace Concord.Monitoring.Scores;

/// <summary>How far a set of provisions is kept, after the Peace Accords Matrix: 100 · sum / (3 · n) (R91). Of provisions, never of parties (R157).</summary>
/// <param name="Value">0 to 100, two decimals; null without provisions.</param>
/// <param name="Sum">Sum of the levels; a provision without any entry counts as 0.</param>
/// <param name="Provisions">n.</param>
/// <param name="WithoutEntry">How many of them nobody has assessed yet: the score says nothing about these.</param>
internal sealed record Score(double? Value, int Sum, int Provisions, int WithoutEntry)
{
    /// <param name="levels">One per provision; null where nobody has assessed it.</param>
    public static Score Of(IReadOnlyCollection<int?> levels)
    {
        var sum = levels.Sum(l => l ?? 0);
        return new Score(levels.Count == 0 ? null : Math.Round(100.0 * sum / (Assessment.FullLevel * levels.Count), 2), sum, levels.Count, levels.Count(l => l is null));
    }
}

/// <summary>The score at the end of a month; of the running month, as of the day asked for.</summary>
internal sealed record MonthlyScore(DateOnly AsOf, Score Score);

internal static class ScoreSeries
{
    /// <summary>From the month of the signature to the day asked for.</summary>
    public static IReadOnlyList<MonthlyScore> Monthly(IReadOnlyList<Provision> provisions, IEnumerable<Assessment> entries, DateOnly signedOn, DateOnly until)
    {
        var levels = provisions.ToDictionary(p => p.Id, _ => (int?)null);
        var pending = new Queue<Assessment>(entries.Where(a => a.RetractTime is null).InTime());
        List<MonthlyScore> series = [];
        for (var month = signedOn; month <= until; month = month.AddDays(1))
        {
            month = new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
            var day = month < until ? month : until;
            while (pending.TryPeek(out var next) && next.AsOf <= day)
            {
                levels[next.Provision] = pending.Dequeue().Level;
            }

            series.Add(new MonthlyScore(day, Score.Of(levels.Values)));
        }

        return series;
    }
}
