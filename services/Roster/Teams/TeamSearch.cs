using System.Globalization;
using Google.OrTools.Sat;

namespace Concord.Roster.Teams;

/// <summary>How long the solver may work on one question.</summary>
/// <param name="Work">In the solver's own count of its steps, about seconds of an idle core: the same question ends the same way on every machine, also where it ends early.</param>
/// <param name="Seconds">Of the clock: the last resort on a machine that has too much to do.</param>
internal sealed record SearchLimits(double Work, double Seconds)
{
    public static SearchLimits Usual { get; } = new(10, 30);
}

/// <summary>What a search ended with.</summary>
/// <param name="Team">Places in the task's groups, once for each member; null where there is no team, or none was found.</param>
/// <param name="Proven">Nothing is better, or, without a team, there is none.</param>
internal sealed record SearchResult(List<int>? Team, bool Proven);

/// <summary>The best team of a task: one that is found at once, then whatever the solver finds above it, until it proves that there is no more.</summary>
internal static class TeamSearch
{
    public static SearchResult Find(TeamTask task, SearchLimits limits, Action? found = null)
    {
        var first = FirstTeam.Find(task, found);
        var model = new TeamModel(task);
        if (first is not null)
        {
            var known = TeamTally.Of(first.Select(i => task.Groups[i].Contribution)).Quality(task.Wish, task.Requirements);
            if (IsUnsurpassable(known, task))
            {
                return new SearchResult(first, true);
            }

            model.Above(task.Preference.Of(known));
        }

        var solver = new CpSolver { StringParameters = Parameters(limits) };
        return solver.Solve(model.Model) switch
        {
            CpSolverStatus.Optimal => new SearchResult(model.Read(solver), true),
            CpSolverStatus.Feasible => new SearchResult(model.Read(solver), false),
            CpSolverStatus.Infeasible => new SearchResult(first, true),
            CpSolverStatus.Unknown => new SearchResult(first, false),
            var status => throw new InvalidOperationException($"The solver does not take the model: {status}."),
        };
    }

    /// <summary>One worker: several race each other, and who wins depends on the day.</summary>
    public static string Parameters(SearchLimits limits) => string.Create(
        CultureInfo.InvariantCulture, $"num_workers:1,random_seed:1,max_deterministic_time:{limits.Work},max_time_in_seconds:{limits.Seconds}");

    private static bool IsUnsurpassable(TeamQuality known, TeamTask task) =>
        known.BalanceShort == 0 && known.DoublyCovered == task.Preference.MostDoubled && known.Depth == task.Preference.MostDepth && known.Size == task.Wish.SmallestSize;
}
