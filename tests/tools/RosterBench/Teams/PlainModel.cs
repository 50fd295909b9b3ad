using Concord.Roster.Teams;
using Google.OrTools.Sat;

namespace Concord.RosterBench.Teams;

/// <summary>The peer: the same wish and the same preferences as a user of CP-SAT would write them down, a Boolean for each person and nothing made easier beforehand.</summary>
internal static class PlainModel
{
    /// <summary>The best worth, and whether it is proven.</summary>
    public static (long Worth, bool Proven) Solve(TeamWish wish, IReadOnlyList<Candidate> people, int workers, double seconds)
    {
        var requirements = new Requirements(wish);
        var preference = new Preference(requirements);
        var model = new CpModel();
        var contributions = people.Select(p => Contribution.Of(p, requirements, wish.Insiders > 0)).ToList();
        var chosen = people.Select(p => model.NewBoolVar(p.Name)).ToArray();
        var size = Sum(_ => true);
        model.Add(size >= wish.SmallestSize);
        model.Add(size <= wish.LargestSize);
        var (women, men) = (Sum(c => c.Side == Side.Woman), Sum(c => c.Side == Side.Man));
        var (deciding, womenDeciding) = (Sum(c => c.Decides), Sum(c => c.Decides && c.Side == Side.Woman));
        model.Add(women >= Math.Max(wish.Women.Least, wish.FewestWomen));
        model.Add(100 * women >= wish.Women.Percent * size);
        model.Add(womenDeciding >= wish.WomenAtDecisionLevel.Least);
        model.Add(100 * womenDeciding >= wish.WomenAtDecisionLevel.Percent * deciding);
        model.Add(Sum(c => c.Insider) >= wish.Insiders);
        var quality = LinearExpr.NewBuilder();
        foreach (var requirement in requirements.All)
        {
            var twice = model.NewBoolVar("twice");
            model.Add(Sum(c => (c.Bits & requirement.Cover) != 0) >= 1 + twice);
            quality.AddTerm(twice, preference.Doubled);
            for (var bit = 1; bit <= requirement.Deeper; bit++)
            {
                var deep = model.NewBoolVar("deep");
                model.Add(Sum(c => ((c.Bits >> (requirement.FirstBit + bit)) & 1) != 0) >= deep);
                quality.AddTerm(deep, preference.Depth);
            }
        }

        foreach (var (have, of) in ((LinearExpr, LinearExpr)[])[(women, size), (men, size), (womenDeciding, deciding)])
        {
            var missing = model.NewIntVar(0, TeamWish.MaxSize, "missing");
            model.Add(100 * (missing + have) >= wish.BalancePercent * of);
            quality.AddTerm(missing, -preference.Balance);
        }

        quality.AddTerm(size, -1);
        model.Maximize(quality);
        var solver = new CpSolver { StringParameters = FormattableString.Invariant($"num_workers:{workers},max_time_in_seconds:{seconds}") };
        var status = solver.Solve(model);
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? ((long)solver.ObjectiveValue, status == CpSolverStatus.Optimal) : (long.MinValue, status == CpSolverStatus.Infeasible);

        LinearExprBuilder Sum(Func<Contribution, bool> counts)
        {
            var sum = LinearExpr.NewBuilder();
            for (var i = 0; i < chosen.Length; i++)
            {
                if (counts(contributions[i]))
                {
                    sum.Add(chosen[i]);
                }
            }

            return sum;
        }
    }
}
