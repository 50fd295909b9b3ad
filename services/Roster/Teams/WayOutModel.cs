using Google.OrTools.Sat;

namespace Concord.Roster.Teams;

/// <summary>The wish with a price on each part: a second model that is always solvable where there is a woman to be had.</summary>
internal sealed class WayOutModel
{
    private readonly CpModel _model = new();

    // In the order of the asker's reluctance: the last is given up first.
    private readonly List<(WishPart Part, IntVar Touched, IntVar Steps)> _parts = [];

    private WayOutModel(TeamWish wish, CandidatePool pool)
    {
        var groups = Reduction.Of(pool.Groups, TeamWish.MaxSize, new HashSet<Contribution>());
        IntVar[] members = [.. groups.Select((g, i) => _model.NewIntVar(0, g.Most, $"group {i}"))];
        foreach (var (group, member) in groups.Zip(members).Where(g => g.First.Standing != Standing.Open))
        {
            var isPin = group.Standing == Standing.Pinned;
            var given = Whole(new WishPart(isPin ? WishKind.Pin : WishKind.Ban, Person: group.People[0].Name));
            _model.Add(isPin ? member + given >= 1 : member - given <= 0);
        }

        var team = new MemberCounts(_model, groups, members, TeamWish.MaxSize);
        var (size, deciding) = (team.Count(_ => true), team.Count(c => c.Decides));
        Women(WishKind.Women, wish.Women, size, team.Count(c => c.Side == Side.Woman), wish.FewestWomen);
        Women(WishKind.WomenAtDecisionLevel, wish.WomenAtDecisionLevel, deciding, team.Count(c => c.Decides && c.Side == Side.Woman), 0);
        _model.Add(team.Count(c => c.Insider) + Counted(new WishPart(WishKind.Insiders)) >= wish.Insiders);
        BoolVar? linked = null;
        foreach (var requirement in pool.Requirements.All)
        {
            var given = requirement.Part.Kind == WishKind.GenderAdvice ? linked ??= Whole(new WishPart(WishKind.GenderAdvice)) : Whole(requirement.Part);
            _model.Add(team.Sum(c => (c.Bits & requirement.Cover) != 0) + given >= 1);
        }

        _model.Add(size >= 1);
        _model.Add(size + Counted(new WishPart(WishKind.SmallestSize)) >= wish.SmallestSize);
        _model.Add(size - Counted(new WishPart(WishKind.LargestSize)) <= wish.LargestSize);
        Minimize();
    }

    /// <summary>Null where nothing that can be given up helps: there is nobody, or no woman.</summary>
    /// <param name="wish">A wish that no team fulfils.</param>
    /// <param name="pool">Who can be considered.</param>
    /// <param name="limits">For the one question.</param>
    /// <param name="unsure">True where the time was over without any answer.</param>
    public static WayOut? Find(TeamWish wish, CandidatePool pool, SearchLimits limits, out bool unsure)
    {
        var model = new WayOutModel(wish, pool);
        var solver = new CpSolver { StringParameters = TeamSearch.Parameters(limits) };
        var status = solver.Solve(model._model);
        unsure = status == CpSolverStatus.Unknown;
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return null;
        }

        var able = new PartCount(pool);
        var changes = model._parts.Where(p => solver.Value(p.Touched) > 0).Select(p => new Change(p.Part, (int)solver.Value(p.Steps), able.Of(p.Part)));
        var inVain = pool.PinnedInVain.Select(p => new Change(new WishPart(WishKind.Pin, Person: p.Key), 1, 0, p.Value));
        return new WayOut([.. inVain.Concat(changes).OrderBy(c => c.Part.Kind)], status == CpSolverStatus.Optimal);
    }

    private void Women(WishKind kind, WomenWish wanted, IntVar of, IntVar women, int floor)
    {
        var given = Counted(new WishPart(kind));
        _model.Add(women >= floor);
        _model.Add(women + given >= wanted.Least);
        _model.Add(100 * (women + given) >= wanted.Percent * of);
    }

    private BoolVar Whole(WishPart part)
    {
        var given = _model.NewBoolVar("given up");
        _parts.Add((part, given, given));
        return given;
    }

    private IntVar Counted(WishPart part)
    {
        var (touched, steps) = (_model.NewBoolVar("touched"), _model.NewIntVar(0, TeamWish.MaxSize, "steps"));
        _model.Add(steps <= TeamWish.MaxSize * touched);
        _parts.Add((part, touched, steps));
        return steps;
    }

    private void Minimize()
    {
        long places = _parts.Count * (_parts.Count + 1) / 2;
        var (step, part) = (places + 1, (places + 1) * ((_parts.Count * TeamWish.MaxSize) + 1));
        var price = LinearExpr.NewBuilder();
        for (var i = 0; i < _parts.Count; i++)
        {
            price.AddTerm(_parts[i].Touched, part + _parts.Count - i);
            price.AddTerm(_parts[i].Steps, step);
        }

        _model.Minimize(price);
    }
}
