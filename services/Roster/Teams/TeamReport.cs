namespace Concord.Roster.Teams;

/// <summary>Names the members of a team that was found, and says why they are in it.</summary>
internal sealed class TeamReport
{
    private const int MostStandIns = 10;

    private readonly TeamTask _task;
    private readonly CandidatePool _pool;
    private readonly List<(Candidate Person, CandidateGroup Group)> _members;
    private readonly TeamTally _tally;

    public TeamReport(TeamTask task, CandidatePool pool, IReadOnlyList<int> team)
    {
        (_task, _pool) = (task, pool);
        _members = Name(team.Select(i => task.Groups[i]));
        _tally = Tally(_members);
    }

    public ComposedTeam Write(bool proven) => new(
        proven, [.. _members.OrderBy(m => m.Person.Name, StringComparer.Ordinal).Select(Member)], [.. _task.Requirements.All.Select(Coverage)], _tally.Quality(_task.Wish, _task.Requirements),
        new TeamBalance(_tally.Size, _tally.Women, _tally.Men, _tally.Deciding, _tally.WomenDeciding, _tally.Quality(_task.Wish, _task.Requirements).BalanceShort > 0),
        GenderReach.Of(_members.Select(m => m.Person)));

    // Of people who contribute the same, whoever adds a nationality to the team: a team of one passport is seen as its State's. That is a choice between equals, outside what is proven.
    private static List<(Candidate, CandidateGroup)> Name(IEnumerable<CandidateGroup> groups)
    {
        var (named, taken, nationalities) = (new List<(Candidate, CandidateGroup)>(), new HashSet<Candidate>(ReferenceEqualityComparer.Instance), new HashSet<string>(StringComparer.Ordinal));
        foreach (var group in groups.OrderBy(g => g.People.Count))
        {
            var free = group.InDrawnOrder().Where(p => !taken.Contains(p)).ToList();
            var person = free.FirstOrDefault(p => !p.Nationalities.Any(nationalities.Contains)) ?? free[0];
            taken.Add(person);
            nationalities.UnionWith(person.Nationalities);
            named.Add((person, group));
        }

        return named;
    }

    private static TeamTally Tally(IEnumerable<(Candidate Person, CandidateGroup Group)> members) => TeamTally.Of(members.Select(m => m.Group.Contribution));

    private TeamMember Member((Candidate Person, CandidateGroup Group) member)
    {
        var (person, group) = member;
        var without = Tally(_members.Where(m => m.Person != person));
        List<WishPart> covers = [.. _task.Requirements.All.Where(r => (group.Contribution.Bits & r.Cover) != 0).Select(r => r.Part), .. CountsFor(group.Contribution).Select(k => new WishPart(k))];
        var standIns = _pool.Groups.Where(g => g.Standing != Standing.Banned && g.Contribution == group.Contribution).SelectMany(g => g.InDrawnOrder()).Where(p => !_members.Exists(m => m.Person == p));
        return new TeamMember(
            person.Name, covers, [.. covers.Where(part => !Holds(part, without))], group.Standing == Standing.Pinned,
            person.Insider ? new Eligibility(_task.Wish).Shared(person) : [], [.. standIns.Take(MostStandIns).Select(p => p.Name)]);
    }

    private IEnumerable<WishKind> CountsFor(Contribution contribution)
    {
        var wish = _task.Wish;
        if (contribution.Side == Side.Woman && (wish.Women.Least > 0 || wish.Women.Percent > 0 || wish.FewestWomen > 0))
        {
            yield return WishKind.Women;
        }

        if (contribution.Side == Side.Woman && contribution.Decides && (wish.WomenAtDecisionLevel.Least > 0 || wish.WomenAtDecisionLevel.Percent > 0))
        {
            yield return WishKind.WomenAtDecisionLevel;
        }

        if (contribution.Insider)
        {
            yield return WishKind.Insiders;
        }
    }

    private bool Holds(WishPart part, TeamTally without) => part.Kind switch
    {
        WishKind.Women => without.WomenMissing(_task.Wish) == 0,
        WishKind.WomenAtDecisionLevel => without.DecidingWomenMissing(_task.Wish) == 0,
        WishKind.Insiders => without.Insiders >= _task.Wish.Insiders,
        _ => _task.Requirements.All.Where(r => r.Part == part).All(r => (without.Once & r.Cover) != 0),
    };

    private CoveredPart Coverage(Requirement requirement)
    {
        var holders = _members.Where(m => (m.Group.Contribution.Bits & requirement.Cover) != 0).Select(m => m.Person.Name).Order(StringComparer.Ordinal).ToList();
        List<Weakness> weak = holders.Count == 1 ? [Weakness.OnePerson] : [];
        if (requirement.Deeper > 0 && (_tally.Once & (requirement.Cover << 1)) == 0)
        {
            weak.Add(Weakness.NoDeeperThanAsked);
        }

        return new CoveredPart(requirement.Part, holders, weak);
    }
}
