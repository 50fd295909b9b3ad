using System.Globalization;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Roster.Search;

namespace Concord.Roster.Demand;

/// <summary>Something that was asked for on a day.</summary>
internal readonly record struct Wished(DateTime Day, string Wish, string Value, string Level);

/// <summary>Counts what searches ask for until it is written. What a replica has counted and not written when it is killed is lost: a figure of a year does not depend on it.</summary>
internal sealed class DemandTally(TimeProvider time)
{
    private readonly Lock _counting = new();
    private Dictionary<Wished, long> _counts = [];

    public void Count(SearchQuery query)
    {
        var day = time.Now().Date;
        var wishes = WishesOf(query).Distinct().ToList();
        lock (_counting)
        {
            foreach (var (wish, value, level) in wishes)
            {
                Add(new Wished(DateTime.SpecifyKind(day, DateTimeKind.Utc), wish, value, level), 1);
            }
        }
    }

    /// <summary>What was counted since it was last taken.</summary>
    public IReadOnlyDictionary<Wished, long> Take()
    {
        lock (_counting)
        {
            var taken = _counts;
            _counts = [];
            return taken;
        }
    }

    /// <summary>It could not be written, and is counted with what comes.</summary>
    public void PutBack(IReadOnlyDictionary<Wished, long> counts)
    {
        lock (_counting)
        {
            foreach (var (wished, times) in counts)
            {
                Add(wished, times);
            }
        }
    }

    private void Add(Wished wished, long times) => _counts[wished] = _counts.GetValueOrDefault(wished) + times;

    // Whom nobody wants is no demand, and words may be of a name.
    private static IEnumerable<(string Wish, string Value, string Level)> WishesOf(SearchQuery q) =>
    [
        .. q.Languages.Select(w => ("languages", w.Code, ApiWord.Of(w.Level))),
        .. q.Expertise.Select(w => ("expertise", ApiWord.Of(w.Area), ApiWord.Of(w.Level))),
        .. q.Regions.Select(r => ("regions", r, "")),
        .. q.Countries.Select(c => ("countries", c, "")),
        .. q.Genders.Select(g => ("genders", ApiWord.Of(g), "")),
        .. q.SeniorityLevels.Select(s => ("seniorityLevels", ApiWord.Of(s), "")),
        .. q.Functions.Select(f => ("functions", ApiWord.Of(f), "")),
        .. q.TrainedIn.Select(t => ("trainedIn", ApiWord.Of(t), "")),
        .. q.Availability is { } need ? [("availability", ApiWord.Of(need.Mode), "")] : Array.Empty<(string, string, string)>(),
        .. q.MaximumNoticeDays is { } notice ? [("maximumNoticeDays", Notice.Covering(notice).ToString(CultureInfo.InvariantCulture), "")] : Array.Empty<(string, string, string)>(),
    ];
}
