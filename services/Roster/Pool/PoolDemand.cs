using System.Globalization;
using Concord.Contracts.Access;
using Concord.Platform.Http;
using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.Roster.Pool;

/// <summary>What searches asked for, and how many there are. A search asks for more than one thing: that enough fit each says nothing about who fits all.</summary>
/// <param name="Field">Of the search.</param>
/// <param name="Value">Code or word.</param>
/// <param name="MinimumLevel">At least this level; absent where there is none.</param>
/// <param name="Times">In how many searches, downwards in steps of five; what was asked less often is not told.</param>
/// <param name="Fit">People who have it.</param>
internal sealed record PoolDemand(string Field, string Value, string? MinimumLevel, long Times, PoolCount Fit)
{
    private const int Most = 100;

    /// <summary>What was asked for most first, and by its name among the same.</summary>
    public static IReadOnlyList<PoolDemand> Of(IEnumerable<(string Wish, string Value, string Level, long Times)> asked, RosterIndex index, Classification clearance, DateOnly today) =>
    [
        .. asked.Where(a => a.Times >= PoolCount.Step).Select(a => QueryOf(a.Wish, a.Value, a.Level) is { } query ? new PoolDemand(
            a.Wish, a.Value, a.Level.Length == 0 ? null : a.Level, a.Times / PoolCount.Step * PoolCount.Step, PoolCount.Of(CountOf(index, query, clearance, today))) : null)
            .OfType<PoolDemand>().OrderByDescending(d => d.Times).ThenBy(d => d.Field, StringComparer.Ordinal).ThenBy(d => d.Value, StringComparer.Ordinal).ThenBy(d => d.MinimumLevel, StringComparer.Ordinal).Take(Most),
    ];

    private static int CountOf(RosterIndex index, SearchQuery query, Classification clearance, DateOnly today)
    {
        using var found = Finder.Find(index, query, clearance, today);
        return found.Count();
    }

    // When somebody was to be free is told by no day that could be looked at now; and what is called otherwise today is passed over.
    private static SearchQuery? QueryOf(string wish, string value, string level) => (wish, SearchQuery.Everybody) switch
    {
        ("languages", var q) when Choice<LanguageLevel>.TryParse(level, out var least) => q with { Languages = [new LanguageSkill(value, least.Value)] },
        ("expertise", var q) when Choice<ExpertiseArea>.TryParse(value, out var area) && Choice<ExpertiseLevel>.TryParse(level, out var least) => q with { Expertise = [new ExpertiseSkill(area.Value, least.Value)] },
        ("regions", var q) => q with { Regions = [value] },
        ("countries", var q) => q with { Countries = [value] },
        ("genders", var q) when Choice<Gender>.TryParse(value, out var gender) => q with { Genders = [gender.Value] },
        ("seniorityLevels", var q) when Choice<SeniorityLevel>.TryParse(value, out var of) => q with { SeniorityLevels = [of.Value] },
        ("functions", var q) when Choice<TeamFunction>.TryParse(value, out var function) => q with { Functions = [function.Value] },
        ("trainedIn", var q) when Choice<TrainingSubject>.TryParse(value, out var subject) => q with { TrainedIn = [subject.Value] },
        ("maximumNoticeDays", var q) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) => q with { MaximumNoticeDays = days },
        _ => null,
    };
}
