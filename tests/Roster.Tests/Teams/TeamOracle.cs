using Concord.Roster.Mediators;
using Concord.Roster.Teams;

namespace Concord.Roster.Tests.Teams;

/// <summary>Every team there is, one after another, judged as the rules say it, without any of the composer's counts and bits.</summary>
internal sealed class TeamOracle(TeamWish wish, IReadOnlyList<Candidate> people)
{
    /// <summary>A way out is as small as these say, in this order.</summary>
    public sealed record Price(int Parts, int Steps, int Reluctance) : IComparable<Price>
    {
        public int CompareTo(Price? other) => (Parts, Steps, Reluctance).CompareTo((other!.Parts, other.Steps, other.Reluctance));
    }

    private sealed record Need(WishKind Kind, string Key, Func<Candidate, int> Level, int Least, bool HasLevels);

    private readonly List<Need> _needs = NeedsOf(wish);

    public bool IsTeam(IReadOnlyCollection<Candidate> team) => Broken(team).Count == 0 && HasWoman(team) && team.All(IsEligible);

    /// <summary>Null where there is no team.</summary>
    public TeamQuality? Best(Func<IReadOnlyCollection<Candidate>, bool>? also = null)
    {
        var teams = Teams(wish.LargestSize, people.Where(p => !wish.Banned.Contains(p.Name)).ToList()).Where(t => IsTeam(t) && (also is null || also(t))).Select(Quality).ToList();
        return teams.Count == 0 ? null : teams.OrderBy(q => q.BalanceShort).ThenByDescending(q => q.DoublyCovered).ThenByDescending(q => q.Depth).ThenBy(q => q.Size).First();
    }

    public TeamQuality Quality(IReadOnlyCollection<Candidate> team)
    {
        var women = team.Count(p => p.Gender == Gender.Woman);
        var deciding = team.Where(p => p.DecisionLevel).ToList();
        return new TeamQuality(
            Short(wish.BalancePercent, women, team.Count) + Short(wish.BalancePercent, team.Count(p => p.Gender == Gender.Man), team.Count)
            + Short(wish.BalancePercent, deciding.Count(p => p.Gender == Gender.Woman), deciding.Count),
            _needs.Count(n => team.Count(p => n.Level(p) >= n.Least) >= 2), _needs.Where(n => n.HasLevels).Sum(n => Math.Max(0, team.Max(n.Level) - n.Least)), team.Count);
    }

    /// <summary>The smallest price at which somebody makes a team; null where no price helps.</summary>
    public Price? Cheapest()
    {
        var known = people.Where(IsEligible).ToList();
        var order = Order(known);
        var prices = Teams(known.Count, known).Where(HasWoman).Select(team =>
        {
            var broken = Broken(team);
            return new Price(broken.Count, broken.Values.Sum(), broken.Where(b => order.Contains(b.Key)).Sum(b => order.Count - order.IndexOf(b.Key)));
        });
        return prices.Min();
    }

    public Price PriceOf(WayOut way)
    {
        var order = Order(people.Where(IsEligible).ToList());
        return new Price(way.Changes.Count, way.Changes.Sum(c => c.Steps), way.Changes.Select(c => Key(c.Part)).Where(order.Contains).Sum(k => order.Count - order.IndexOf(k)));
    }

    /// <summary>All that the wish can tell about somebody, in words.</summary>
    public string Likeness(Candidate p) => string.Join(
        ' ', _needs.Select(n => n.Level(p) < n.Least ? 0 : n.HasLevels ? n.Level(p) : 1).Select(l => $"{l}").Append(p.Gender is Gender.Woman or Gender.Man ? $"{p.Gender}" : "Neither").Append($"{p.DecisionLevel}").Append($"{wish.Insiders > 0 && p.Insider}"));

    public bool IsEligible(Candidate p) =>
        !p.Interests.Intersect(wish.ExcludedInterests).Any() && (p.Insider || !p.Nationalities.Intersect(wish.ExcludedNationalities).Any())
        && (p.Commitment == Commitment.Free || (p.Commitment == Commitment.DeployedWithConsent && wish.Mode == DeploymentMode.Remote))
        && (wish.Mode == DeploymentMode.InPerson ? p.InPerson : p.AnyMode).Any(s => s.First <= wish.Days.First && wish.Days.Last <= s.Last);

    private bool HasWoman(IEnumerable<Candidate> team) => wish.WithoutWomanReason is not null || team.Any(p => p.Gender == Gender.Woman);

    /// <summary>What a team breaks, by how much.</summary>
    private Dictionary<string, int> Broken(IReadOnlyCollection<Candidate> team)
    {
        var broken = new Dictionary<string, int>();
        foreach (var need in _needs.Where(n => !team.Any(p => n.Level(p) >= n.Least)))
        {
            broken[need.Key] = 1;
        }

        var (women, deciding) = (team.Count(p => p.Gender == Gender.Woman), team.Where(p => p.DecisionLevel).ToList());
        var womenDeciding = deciding.Count(p => p.Gender == Gender.Woman);
        Miss(WishKind.Women, Math.Max(wish.Women.Least - women, Short(wish.Women.Percent, women, team.Count)));
        Miss(WishKind.WomenAtDecisionLevel, Math.Max(wish.WomenAtDecisionLevel.Least - womenDeciding, Short(wish.WomenAtDecisionLevel.Percent, womenDeciding, deciding.Count)));
        Miss(WishKind.Insiders, wish.Insiders - team.Count(p => p.Insider));
        Miss(WishKind.SmallestSize, wish.SmallestSize - team.Count);
        Miss(WishKind.LargestSize, team.Count - wish.LargestSize);
        foreach (var name in wish.Pinned.Where(n => !team.Any(p => p.Name == n)))
        {
            broken[$"Pin {name}"] = 1;
        }

        foreach (var member in team.Where(p => wish.Banned.Contains(p.Name)))
        {
            broken[$"Ban {member.Name}"] = 1;
        }

        return broken;

        void Miss(WishKind kind, int by)
        {
            if (by > 0)
            {
                broken[$"{kind}"] = by;
            }
        }
    }

    private List<string> Order(List<Candidate> known)
    {
        var named = known.Where(p => wish.Pinned.Contains(p.Name) || wish.Banned.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{(wish.Pinned.Contains(p.Name) ? "Pin" : "Ban")} {p.Name}");
        return [.. named, "Women", "WomenAtDecisionLevel", "Insiders", .. _needs.Select(n => n.Key).Distinct(), "SmallestSize", "LargestSize"];
    }

    private static string Key(WishPart part) => part switch
    {
        { Kind: WishKind.Function } => $"{part.Function}",
        { Kind: WishKind.GenderInSubstance } => part.Expertise!.Area switch
        {
            ExpertiseArea.PowerSharing => "power",
            ExpertiseArea.WealthSharing => "wealth",
            ExpertiseArea.SecurityArrangements => "security",
            _ => "justice",
        },
        { Kind: WishKind.Expertise } => $"{part.Expertise!.Area}",
        { Kind: WishKind.Language } => part.Language!.Code,
        { Kind: WishKind.Pin or WishKind.Ban } => $"{part.Kind} {part.Person}",
        _ => $"{part.Kind}",
    };

    private static List<Need> NeedsOf(TeamWish wish)
    {
        List<Need> needs =
        [
            .. wish.Functions.Select(f => new Need(WishKind.Function, $"{f}", p => p.Functions.Contains(f) ? 1 : 0, 1, false)),
            .. wish.Expertise.Select(e => new Need(WishKind.Expertise, $"{e.Area}", p => Level(p, e.Area), (int)e.Level, true)),
            .. wish.Languages.Select(l => new Need(WishKind.Language, l.Code, p => (int?)p.Languages.FirstOrDefault(s => s.Code == l.Code)?.Level ?? 0, (int)l.Level, true)),
        ];
        if (wish.Senior && !wish.GenderAdviserLinked)
        {
            needs.Add(new Need(WishKind.GenderAdvice, "GenderAdvice", p => Level(p, ExpertiseArea.Gender), (int)ExpertiseLevel.Practitioner, false));
            needs.Add(new Need(WishKind.GenderAdvice, "GenderAdvice", p => Level(p, ExpertiseArea.ConflictRelatedSexualViolence), (int)ExpertiseLevel.Practitioner, false));
        }

        (string Key, ExpertiseArea Named, ExpertiseArea[] By)[] fields =
        [
            ("power", ExpertiseArea.PowerSharing, [ExpertiseArea.PowerSharing]), ("wealth", ExpertiseArea.WealthSharing, [ExpertiseArea.WealthSharing]),
            ("security", ExpertiseArea.SecurityArrangements, [ExpertiseArea.SecurityArrangements]), ("justice", ExpertiseArea.TransitionalJustice, [ExpertiseArea.TransitionalJustice, ExpertiseArea.RuleOfLaw]),
        ];
        needs.AddRange(fields.Where(f => wish.GenderIn!.Contains(f.Named)).Select(f => new Need(
            WishKind.GenderInSubstance, f.Key, p => Level(p, ExpertiseArea.Gender) >= 2 && f.By.Max(a => Level(p, a)) >= 2 ? 1 : 0, 1, false)));
        return needs;
    }

    private static int Level(Candidate p, ExpertiseArea area) => (int?)p.Expertise.FirstOrDefault(s => s.Area == area)?.Level ?? 0;

    private static int Short(int percent, int have, int of) => Math.Max(0, (int)Math.Ceiling(percent * of / 100m) - have);

    private static IEnumerable<List<Candidate>> Teams(int largest, List<Candidate> from)
    {
        for (var mask = 1; mask < 1 << from.Count; mask++)
        {
            if (int.PopCount(mask) <= largest)
            {
                yield return [.. from.Where((_, i) => (mask >> i & 1) == 1)];
            }
        }
    }
}
