using System.Text.Json.Nodes;

namespace Concord.Monitoring.Tests;

/// <summary>
/// Answers the same questions by replaying the file day by day, with its own calendar arithmetic and without any code of the service. Slow on purpose.
/// </summary>
internal sealed class RArcssOracle
{
    private readonly JsonNode _file;
    private readonly Dictionary<DateOnly, Dictionary<string, DateOnly>> _anchors = [];
    private readonly Dictionary<(string, DateOnly), (string, DateOnly?)> _states = [];

    public RArcssOracle(string text)
    {
        _file = JsonNode.Parse(text)!;
        Provisions = [.. _file["provisions"]!.AsArray().Select(n => n!)];
        Milestones = [.. _file["milestones"]!.AsArray().Select(n => n!)];
        Statuses = [.. _file["statusEntries"]!.AsArray().Select(n => n!)];
    }

    public IReadOnlyList<JsonNode> Provisions { get; }
    public IReadOnlyList<JsonNode> Milestones { get; }
    public IReadOnlyList<JsonNode> Statuses { get; }

    public IEnumerable<(string Report, int Segment)> Citations => Statuses.Concat(_file["milestoneEntries"]!.AsArray().Select(n => n!))
        .Concat(_file["anchors"]!.AsArray().SelectMany(a => a!["changes"]!.AsArray().Select(c => c!)))
        .Where(n => n["report"] is not null).Select(n => ((string)n["report"]!, (int)n["segment"]!)).Distinct();

    public (string Key, string State, string? Due, int OverdueDays, string BlockedBy) MilestoneAsOf(string key, DateOnly day)
    {
        var milestone = Milestones.Single(m => (string)m["key"]! == key);
        var (state, _) = Replay(key, day);
        var due = Due(milestone, day);
        var overdue = 0;
        for (var d = due; state != "VERIFIED" && d < day; d = d?.AddDays(1))
        {
            overdue++;
        }

        var blockers = milestone["predecessors"]!.AsArray().Where(p => state == "PLANNED" && !Ready((string)p!["milestone"]!, (int)p["lagDays"]!, day)).Select(p => (string)p!["milestone"]!);
        return (key, state, due?.ToString("yyyy-MM-dd"), overdue, string.Join(',', blockers));
    }

    public (double Score, int Provisions, int WithoutEntry) ScoreAsOf(DateOnly day, Func<JsonNode, bool> which)
    {
        var levels = Provisions.Where(which).Select(p => LevelAsOf((string)p["clause"]!, day)).ToList();
        var points = levels.Sum(l => l is null ? 0m : (decimal)l / 3m);
        return ((double)Math.Round(100m * points / levels.Count, 2, MidpointRounding.ToEven), levels.Count, levels.Count(l => l is null));
    }

    public IEnumerable<string> ClausesAt(int level, DateOnly day) => Provisions.Select(p => (string)p["clause"]!).Where(clause => LevelAsOf(clause, day) == level);

    private int? LevelAsOf(string clause, DateOnly day)
    {
        JsonNode? best = null;
        foreach (var entry in Statuses.Where(s => (string)s["provision"]! == clause && Date(s["asOf"]!) <= day))
        {
            best = best is null || Date(entry["asOf"]!) >= Date(best["asOf"]!) ? entry : best;
        }

        return best is null ? null : (int)best["level"]!;
    }

    private (string State, DateOnly? VerifiedOn) Replay(string key, DateOnly until)
    {
        if (_states.TryGetValue((key, until), out var known))
        {
            return known;
        }

        var (state, verified) = ("PLANNED", (DateOnly?)null);
        var entries = _file["milestoneEntries"]!.AsArray().Where(e => (string)e!["milestone"]! == key).ToList();
        for (var d = new DateOnly(2018, 1, 1); d <= until; d = d.AddDays(1))
        {
            foreach (var entry in entries.Where(e => Date(e!["on"]!) == d))
            {
                (state, verified) = (string)entry!["event"]! switch
                {
                    "STARTED" => ("IN_PROGRESS", null),
                    "CLAIMED" => ("CLAIMED", null),
                    "VERIFIED" => ("VERIFIED", d),
                    _ => ("DISPUTED", (DateOnly?)null),
                };
            }
        }

        return _states[(key, until)] = (state, verified);
    }

    private bool Ready(string key, int lag, DateOnly day) => Replay(key, day) is { VerifiedOn: { } done } && done.AddDays(lag) <= day;

    private DateOnly? Due(JsonNode milestone, DateOnly day)
    {
        if (milestone["deadline"] is not { } deadline)
        {
            return null;
        }

        if (deadline["date"] is { } fixedDay)
        {
            return Date(fixedDay);
        }

        var at = AnchorsAsOf(day)[(string)deadline["anchor"]!];
        var (year, month) = (at.Year, at.Month);
        var step = Math.Sign((int)deadline["months"]!);
        for (var i = 0; i != (int)deadline["months"]!; i += step)
        {
            month += step;
            (year, month) = month switch { 13 => (year + 1, 1), 0 => (year - 1, 12), _ => (year, month) };
        }

        var last = month switch { 2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 4 or 6 or 9 or 11 => 30, _ => 31 };
        return new DateOnly(year, month, at.Day > last ? last : at.Day).AddDays((int)deadline["days"]!);
    }

    // Lives through every day since before the signature: a decision sets the date, an occurrence settles it.
    private Dictionary<string, DateOnly> AnchorsAsOf(DateOnly until)
    {
        if (_anchors.TryGetValue(until, out var known))
        {
            return known;
        }

        var dates = _file["anchors"]!.AsArray().ToDictionary(a => (string)a!["key"]!, a => Date(a!["plannedOn"]!));
        HashSet<string> settled = [];
        for (var d = new DateOnly(2018, 1, 1); d <= until; d = d.AddDays(1))
        {
            foreach (var anchor in _file["anchors"]!.AsArray().Select(a => a!))
            {
                var key = (string)anchor["key"]!;
                foreach (var change in anchor["changes"]!.AsArray().Where(c => Date(c!["decidedOn"]!) == d && !settled.Contains(key)))
                {
                    dates[key] = Date(change!["newDate"]!);
                }

                if (anchor["occurredOn"] is { } occurred && Date(occurred) == d)
                {
                    dates[key] = d;
                    settled.Add(key);
                }
            }
        }

        return _anchors[until] = dates;
    }

    private static DateOnly Date(JsonNode node) => DateOnly.ParseExact((string)node!, "yyyy-MM-dd");
}
