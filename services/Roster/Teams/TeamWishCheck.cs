using Concord.Platform.Errors;
using Concord.Platform.Http;

namespace Concord.Roster.Teams;

/// <summary>What a wish must keep to before anybody is looked for; every wrong field is named at once.</summary>
internal static class TeamWishCheck
{
    private const int ReasonLength = 1000;

    /// <exception cref="DomainException">INVALID_FIELD.</exception>
    public static void ThrowIfWrong(this TeamWish wish)
    {
        var check = new Violations();
        check.Check(wish.SmallestSize >= 1, "smallestSize", "At least 1.");
        check.Check(wish.LargestSize is >= 1 and <= TeamWish.MaxSize, "largestSize", $"From 1 to {TeamWish.MaxSize}.");
        check.Check(wish.SmallestSize <= wish.LargestSize, "largestSize", "Not below smallestSize.");
        check.Check(wish.Functions.All(Enum.IsDefined), "functions", "Unknown function.");
        check.Check(wish.Expertise.All(s => s is not null && Enum.IsDefined(s.Area) && Enum.IsDefined(s.Level)), "expertise", "Unknown area or level.");
        check.Check(wish.Languages.All(s => s is { Code: not null } && Enum.IsDefined(s.Level)), "languages", "A language needs code and level.");
        check.Check(wish.Languages.Count <= TeamWish.MaxLanguages, "languages", $"At most {TeamWish.MaxLanguages}.");
        check.Check((wish.GenderIn ?? []).All(a => GenderReach.Fields.Any(f => f.Area == a)), "genderIn", $"Of {string.Join(", ", GenderReach.Fields.Select(f => ApiWord.Of(f.Area)))}.");
        CheckOnce(wish.GenderIn ?? [], "genderIn", check);
        CheckOnce(wish.Functions, "functions", check);
        CheckOnce(wish.Expertise.Select(s => s?.Area), "expertise", check);
        CheckOnce(wish.Languages.Select(s => s?.Code), "languages", check);
        CheckWomen(wish.Women, "women", check);
        CheckWomen(wish.WomenAtDecisionLevel, "womenAtDecisionLevel", check);
        check.Check(wish.Insiders is >= 0 and <= TeamWish.MaxSize, "insiders", $"From 0 to {TeamWish.MaxSize}.");
        check.Check(wish.BalancePercent is >= 0 and <= 50, "balancePercent", "From 0 to 50: more than half is not to be had by both.");
        check.Check(wish.Days.First <= wish.Days.Last, "days", "The last day is not before the first.");
        check.Check(Enum.IsDefined(wish.Mode), "mode", "Unknown mode.");
        CheckNames(wish.Pinned, "pinned", check);
        CheckNames(wish.Banned, "banned", check);
        check.Check(!wish.Pinned.Intersect(wish.Banned).Any(), "banned", "Nobody is pinned and banned.");
        if (wish.WithoutWomanReason is not null)
        {
            check.Text(wish.WithoutWomanReason, "withoutWomanReason", ReasonLength);
        }

        check.ThrowIfAny();
    }

    private static void CheckOnce<T>(IEnumerable<T> items, string field, Violations check)
    {
        var seen = new HashSet<T>();
        check.Check(items.All(seen.Add), field, "Each at most once.");
    }

    private static void CheckNames(IReadOnlyList<string> names, string field, Violations check)
    {
        check.Check(names.Count <= TeamWish.MaxNamed, field, $"At most {TeamWish.MaxNamed}.");
        check.Check(names.All(n => n is not null), field, "Expected resource names.");
        CheckOnce(names, field, check);
    }

    private static void CheckWomen(WomenWish women, string field, Violations check)
    {
        check.Check(women.Least is >= 0 and <= TeamWish.MaxSize, $"{field}.least", $"From 0 to {TeamWish.MaxSize}.");
        check.Check(women.Percent is >= 0 and <= 100, $"{field}.percent", "From 0 to 100.");
    }
}
