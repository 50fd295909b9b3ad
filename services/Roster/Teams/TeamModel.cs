using Google.OrTools.Sat;

namespace Concord.Roster.Teams;

/// <summary>A wish as a constraint model: a number for each group, the counts of the team, and what the preferences look at.</summary>
internal sealed class TeamModel
{
    private readonly IntVar[] _members;
    private readonly LinearExpr _quality;

    public TeamModel(TeamTask task)
    {
        var (wish, groups) = (task.Wish, task.Groups);
        _members = [.. groups.Select((g, i) => g.Standing == Standing.Pinned ? Model.NewIntVar(1, 1, $"pinned {i}") : Model.NewIntVar(0, g.Most, $"group {i}"))];
        var team = new MemberCounts(Model, groups, _members, wish.LargestSize);
        var (size, women, men) = (team.Count(_ => true), team.Count(c => c.Side == Side.Woman), team.Count(c => c.Side == Side.Man));
        var (deciding, womenDeciding) = (team.Count(c => c.Decides), team.Count(c => c.Decides && c.Side == Side.Woman));
        Model.Add(size >= wish.SmallestSize);
        Model.Add(women >= Math.Max(wish.Women.Least, wish.FewestWomen));
        Model.Add(womenDeciding >= wish.WomenAtDecisionLevel.Least);
        Model.Add(100 * women >= wish.Women.Percent * size);
        Model.Add(100 * womenDeciding >= wish.WomenAtDecisionLevel.Percent * deciding);
        if (wish.Insiders > 0)
        {
            Model.Add(team.Sum(c => c.Insider) >= wish.Insiders);
        }

        foreach (var earlier in task.Earlier)
        {
            Model.Add(team.Sum(c => !earlier.Contains(c)) >= TeamTask.Unlike);
        }

        var preference = task.Preference;
        var quality = LinearExpr.NewBuilder();
        foreach (var requirement in task.Requirements.All)
        {
            var twice = Model.NewBoolVar("twice");
            Model.Add(team.Sum(c => (c.Bits & requirement.Cover) != 0) >= 1 + twice);
            quality.AddTerm(twice, preference.Doubled);
            for (var bit = 1; bit <= requirement.Deeper; bit++)
            {
                var deep = Model.NewBoolVar("deep");
                Model.Add(team.Sum(c => ((c.Bits >> (requirement.FirstBit + bit)) & 1) != 0) >= deep);
                quality.AddTerm(deep, preference.Depth);
            }
        }

        foreach (var (have, of) in ((IntVar, IntVar)[])[(women, size), (men, size), (womenDeciding, deciding)])
        {
            var missing = Model.NewIntVar(0, wish.LargestSize, "missing");
            Model.Add(100 * (missing + have) >= wish.BalancePercent * of);
            quality.AddTerm(missing, -preference.Balance);
        }

        quality.AddTerm(size, -1);
        _quality = quality;
        Model.Maximize(_quality);
    }

    public CpModel Model { get; } = new();

    /// <summary>Only what is better than a team that is known.</summary>
    public void Above(long known) => Model.Add(_quality >= known + 1);

    /// <summary>Places in the task's groups, once for each member.</summary>
    public List<int> Read(CpSolver solver) => [.. _members.SelectMany((m, i) => Enumerable.Repeat(i, (int)solver.Value(m)))];
}
