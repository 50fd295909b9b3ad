using Concord.Monitoring.Milestones;
using Concord.Monitoring.Schedule;
using Concord.Support;
using CsCheck;
using static Concord.Monitoring.Tests.Records;

namespace Concord.Monitoring.Tests;

/// <summary>Random graphs against a slow oracle that walks every path.</summary>
public sealed class ScheduleTests
{
    private const string Seed = "0N0XIzNsQ0O2";
    private static readonly DateOnly Start = Day("2020-01-01");

    /// <summary>Graphs of up to 12 nodes whose links point backwards, then shuffled, so that the order of the list says nothing.</summary>
    private static readonly Gen<ScheduleGraph> Graphs =
        from count in Gen.Int[1, 12]
        from durations in Gen.Int[0, 40].Array[count]
        from links in Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11], Gen.Int[0, 9]).Array[0, 20]
        from begun in Gen.Int[-60, 60].Array[count]
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select Make(count, durations, links, begun, order);

    [Fact]
    public void The_schedule_equals_a_naive_longest_path()
    {
        Gen.Select(Graphs, Gen.Int[-30, 120]).Sample((graph, offset) =>
        {
            var asOf = Start.AddDays(offset);
            var known = AsKnown(graph, asOf);
            var computed = ScheduleComputation.Compute(known, asOf);
            var byKey = known.Nodes.ToDictionary(n => n.Key);
            foreach (var milestone in computed.Milestones)
            {
                Assert.Equal(NaiveFinish(byKey, known, milestone.Key, asOf), milestone.EarlyFinish);
            }

            Assert.Equal(computed.Milestones.Max(m => m.EarlyFinish), computed.ForecastFinish);
        }, seed: Seed, iter: 2000, threads: 1);
    }

    [Fact]
    public void Slack_is_exactly_what_a_milestone_may_take_longer_without_delaying_the_whole()
    {
        Graphs.Sample(graph =>
        {
            var asOf = Start.AddDays(30);
            var known = AsKnown(graph, asOf);
            var computed = ScheduleComputation.Compute(known, asOf);
            foreach (var milestone in computed.Milestones.Where(m => m.SlackDays is not null && known.Nodes.Single(n => n.Key == m.Key).StartedOn is null))
            {
                var slack = milestone.SlackDays!.Value;
                Assert.Equal(computed.ForecastFinish, ScheduleComputation.Compute(Longer(known, milestone.Key, slack), asOf).ForecastFinish);
                Assert.Equal(computed.ForecastFinish!.Value.AddDays(1), ScheduleComputation.Compute(Longer(known, milestone.Key, slack + 1), asOf).ForecastFinish);
                Assert.Equal(slack == 0, milestone.Critical);
            }
        }, seed: Seed, iter: 500, threads: 1);
    }

    [Fact]
    public void The_critical_path_is_a_chain_without_slack_that_ends_with_the_forecast()
    {
        Graphs.Sample(graph =>
        {
            var asOf = Start.AddDays(15);
            var known = AsKnown(graph, asOf);
            var computed = ScheduleComputation.Compute(known, asOf);
            var dates = computed.Milestones.ToDictionary(m => m.Key);
            Assert.All(computed.CriticalPath, key => Assert.True(dates[key].Critical));
            foreach (var (before, after) in computed.CriticalPath.Zip(computed.CriticalPath.Skip(1)))
            {
                var lag = known.Nodes.Single(n => n.Key == after).Predecessors.Where(p => p.Before == before).Max(p => p.LagDays);
                Assert.Equal(dates[before].EarlyFinish.AddDays(lag), dates[after].EarlyStart);
            }

            if (computed.CriticalPath.Count > 0)
            {
                Assert.Equal(computed.ForecastFinish, dates[computed.CriticalPath[^1]].EarlyFinish);
            }
        }, seed: Seed, iter: 1000, threads: 1);
    }

    [Fact]
    public void A_link_that_says_nothing_new_changes_no_date()
    {
        Graphs.Sample(graph =>
        {
            var plain = graph with { Nodes = [.. graph.Nodes.Select(n => n with { StartedOn = null, FinishedOn = null })] };
            foreach (var node in plain.Nodes)
            {
                var indirect = node.Predecessors.SelectMany(p => plain.Nodes.Single(n => n.Key == p.Before).Predecessors).Select(p => p.Before).Distinct()
                    .Except(node.Predecessors.Select(p => p.Before)).Select(key => new ScheduleLink(key, 0));
                var more = plain with { Nodes = [.. plain.Nodes.Select(n => n.Key == node.Key ? n with { Predecessors = [.. n.Predecessors, .. indirect] } : n)] };
                Assert.Equal(ScheduleComputation.Compute(plain, Start).Milestones, ScheduleComputation.Compute(more, Start).Milestones);
            }
        }, seed: Seed, iter: 300, threads: 1);
    }

    [Fact, Rule("R93")]
    public void A_circle_is_refused_and_named()
    {
        ScheduleNode Node(string key, params string[] before) => new(key, 1, null, null, [.. before.Select(b => new ScheduleLink(b, 0))]);
        var refusal = Refused(MonitoringReasons.DependencyCycle, () => ScheduleComputation.Compute(new ScheduleGraph(Start, [Node("free"), Node("a", "free", "c"), Node("b", "a"), Node("c", "b"), Node("tail", "c")]), Start));
        var cycle = Assert.Single(refusal.Metadata, m => m.Key == "cycle").Value.Split(" → ");
        Assert.Equal(cycle[0], cycle[^1]);
        Assert.Equal(["a", "b", "c"], cycle.Distinct().Order());
        Assert.Contains("a → b", refusal.Message + " → " + cycle[1], StringComparison.Ordinal);
    }

    [Fact]
    public void No_milestones_have_no_schedule() => Assert.Null(ScheduleComputation.Compute(new ScheduleGraph(Start, []), Start).ForecastFinish);

    [Fact]
    public void A_chain_of_ten_thousand_is_computed_and_never_leaves_the_calendar()
    {
        var nodes = Enumerable.Range(0, 10_000).Select(i => new ScheduleNode($"n{i}", 36500, null, null, i == 0 ? [] : [new ScheduleLink($"n{i - 1}", 36500)])).ToList();
        Assert.Equal(DateOnly.MaxValue, ScheduleComputation.Compute(new ScheduleGraph(Start, nodes), Start).ForecastFinish);
    }

    [Fact, Rule("R93")]
    public void Moving_an_anchor_shifts_exactly_the_due_days_counted_from_it()
    {
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[-3, 30], Gen.Int[0, 40]).Array[1, 8], Gen.Int[-400, 400]).Sample((deadlines, shift) =>
        {
            var agreement = Lake();
            List<Milestone> steps = [];
            foreach (var (kind, months, days) in deadlines)
            {
                var deadline = kind switch { 0 => null, 1 => new NewDeadline(null, "signature", months, days), _ => new NewDeadline(null, "transition", months, days) };
                steps.Add(MilestoneOf(agreement, Step($"s{steps.Count}", days, deadline), [.. steps]));
            }

            var day = Day("2020-03-01");
            var before = Standings.AsOf(agreement, steps, day);
            var moved = Day("2020-01-31").AddDays(shift);
            agreement.MoveAnchor("transition", moved, day, "x", null, null, Keeper, Now);
            var after = Standings.AsOf(agreement, steps, day);
            for (var i = 0; i < steps.Count; i++)
            {
                var expected = deadlines[i].Item1 == 2 ? moved.AddMonths(deadlines[i].Item2).AddDays(deadlines[i].Item3) : before.Milestones[i].Due;
                Assert.Equal(expected, after.Milestones[i].Due);
                Assert.Equal(before.Milestones[i].BaselineDue, after.Milestones[i].BaselineDue);
                Assert.Equal(before.Milestones[i].Dates, after.Milestones[i].Dates);
            }

            Assert.Equal(before.Milestones.Select(m => m.Due), Standings.AsOf(agreement, steps, day.AddDays(-1)).Milestones.Select(m => m.Due));
        }, seed: Seed, iter: 300, threads: 1);
    }

    private static ScheduleGraph Make(int count, int[] durations, (int, int, int)[] links, int[] begun, int[] order)
    {
        var nodes = Enumerable.Range(0, count).Select(i => new ScheduleNode(
            $"n{i}", durations[i], begun[i] > 0 ? Start.AddDays(begun[i]) : null, begun[i] > 30 ? Start.AddDays(begun[i] + durations[i]) : null,
            [.. links.Where(l => l.Item1 == i && l.Item2 < i).DistinctBy(l => l.Item2).Select(l => new ScheduleLink($"n{l.Item2}", l.Item3))])).ToArray();
        return new ScheduleGraph(Start, [.. order.Select(i => nodes[i])]);
    }

    private static ScheduleGraph AsKnown(ScheduleGraph graph, DateOnly asOf) => graph with
    {
        Nodes = [.. graph.Nodes.Select(n => n with { StartedOn = n.StartedOn <= asOf ? n.StartedOn : null, FinishedOn = n.FinishedOn <= asOf ? n.FinishedOn : null })],
    };

    private static ScheduleGraph Longer(ScheduleGraph graph, string key, int days) =>
        graph with { Nodes = [.. graph.Nodes.Select(n => n.Key == key ? n with { DurationDays = n.DurationDays + days } : n)] };

    // Walks every path again for every node: exponential, and nothing like the computation under test.
    private static DateOnly NaiveFinish(Dictionary<string, ScheduleNode> nodes, ScheduleGraph graph, string key, DateOnly asOf)
    {
        var node = nodes[key];
        if (node.FinishedOn is { } finished)
        {
            return finished;
        }

        if (node.StartedOn is { } started)
        {
            var planned = started.AddDays(node.DurationDays);
            return planned > asOf ? planned : asOf;
        }

        var earliest = asOf > graph.NotBefore ? asOf : graph.NotBefore;
        return node.Predecessors.Select(p => NaiveFinish(nodes, graph, p.Before, asOf).AddDays(p.LagDays)).Append(earliest).Max().AddDays(node.DurationDays);
    }
}
