using System.Diagnostics;
using Concord.Roster.Teams;

namespace Concord.RosterBench.Teams;

/// <summary>One wish after another, each answered by the composer, by the plain model and by the greedy way in turn.</summary>
internal static class TeamBench
{
    private const double PeerSeconds = 120;
    private const int PeerWorkers = 2;

    private sealed record Measured(
        bool Feasible, bool Proven, bool Same, bool PeerProven, double First, double Best, double Whole, double Peer, int Kept, TeamQuality Quality, TeamQuality? Greedy);

    /// <summary>0 where every optimum is proven and the plain model's own.</summary>
    public static int Run(TextWriter output, int seeds, IReadOnlyList<int> sizes)
    {
        output.WriteLine("| candidates | kept for the solver | first team p50 / longest | best team, proven: p50 / p99 | with two alternatives p50 | plain model p50 / p99 | ratio of medians | same optimum | greedy falls short | gained over greedy: balance, doubled, deeper |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var good = true;
        foreach (var size in sizes)
        {
            List<Measured> all = [];
            Measure(0, size); // warms
            for (var seed = 1; seed <= seeds; seed++)
            {
                all.Add(Measure(seed, size));
            }

            good &= all.TrueForAll(m => m.Proven && m.Same);
            Write(output, size, all);
        }

        return good ? 0 : 1;
    }

    private static Measured Measure(int seed, int size)
    {
        var (wish, people) = (TeamField.Wish(seed), TeamField.People(seed, size));
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        var first = double.NaN;
        var pool = new CandidatePool(wish, people);
        var task = TeamTask.Of(wish, pool, []);
        var result = TeamSearch.Find(task, SearchLimits.Usual, () => first = Since(started));
        var best = Since(started);
        var quality = result.Team is null ? default : TeamTally.Of(result.Team.Select(i => task.Groups[i].Contribution)).Quality(wish, task.Requirements);
        if (double.IsNaN(first))
        {
            first = best;
        }

        GC.Collect();
        started = Stopwatch.GetTimestamp();
        Composer.Compose(wish, people, SearchLimits.Usual);
        var whole = Since(started);

        GC.Collect();
        started = Stopwatch.GetTimestamp();
        var (worth, proven) = PlainModel.Solve(wish, people, PeerWorkers, PeerSeconds);
        var peer = Since(started);
        var own = result.Team is null ? long.MinValue : task.Preference.Of(quality);
        return new Measured(result.Team is not null, result.Proven, own == worth && proven, proven, first, best, whole, peer, task.Groups.Sum(g => g.Most), quality, GreedyPeer.Find(wish, people));
    }

    private static void Write(TextWriter output, int size, List<Measured> all)
    {
        var teams = all.Where(m => m.Feasible).ToList();
        var both = teams.Where(m => m.Greedy is not null).ToList();
        var gained = both.Count == 0 ? "–"
            : $"{both.Average(m => m.Greedy!.Value.BalanceShort - m.Quality.BalanceShort):F2}, {both.Average(m => m.Quality.DoublyCovered - m.Greedy!.Value.DoublyCovered):F2}, {both.Average(m => m.Quality.Depth - m.Greedy!.Value.Depth):F2}";
        string[] cells =
        [
            $"{size}", $"{At(all, 0.5, m => m.Kept):F0}", $"{At(teams, 0.5, m => m.First):F1} / {At(teams, 1, m => m.First):F1} ms",
            $"{At(all, 0.5, m => m.Best):F0} / {At(all, 0.99, m => m.Best):F0} ms, {all.Count(m => m.Proven)} of {all.Count}", $"{At(all, 0.5, m => m.Whole):F0} ms",
            $"{At(all, 0.5, m => m.Peer):F0} / {At(all, 0.99, m => m.Peer):F0} ms, {all.Count(m => m.PeerProven)} of {all.Count}",
            $"{At(all, 0.5, m => m.Peer) / At(all, 0.5, m => m.Best):F1}", $"{all.Count(m => m.Same)} of {all.Count}",
            $"{teams.Count(m => m.Greedy != m.Quality)} of {teams.Count}, {teams.Count - both.Count} without a team", gained,
        ];
        output.WriteLine($"| {string.Join(" | ", cells)} |");
    }

    private static double Since(long started) => Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    private static double At(List<Measured> all, double share, Func<Measured, double> value) => all.Select(value).Order().ElementAtOrDefault((int)(share * (all.Count - 1)));
}
