using Concord.Platform.Errors;

namespace Concord.Monitoring.Schedule;

/// <summary>
/// Critical path over a graph with finish-start links and lags, with what had happened by a day: what is done keeps its day, what is begun is no
/// longer held by its predecessors and is not finished before that day, what is not begun does not start before it. Time and memory are linear in the links.
/// </summary>
internal static class ScheduleComputation
{
    public static ComputedSchedule Compute(ScheduleGraph graph, DateOnly asOf)
    {
        if (graph.Nodes.Count == 0)
        {
            return new ComputedSchedule([], null, []);
        }

        var order = new TopologicalOrder(graph);
        var pass = new Passes(graph, order, asOf.DayNumber);
        pass.Forward();
        pass.Backward();
        return new ComputedSchedule([.. graph.Nodes.Select((node, i) => pass.Answer(i))], Day(pass.Finish), pass.CriticalPath());
    }

    // Far beyond any agreement, but a chain of long durations must not overflow the calendar.
    private static DateOnly Day(long number) => DateOnly.FromDayNumber((int)Math.Min(number, DateOnly.MaxValue.DayNumber));

    private sealed class Passes(ScheduleGraph graph, TopologicalOrder order, long asOf)
    {
        private readonly long[] _start = new long[graph.Nodes.Count];
        private readonly long[] _finish = new long[graph.Nodes.Count];
        private readonly long[] _late = new long[graph.Nodes.Count];
        private readonly int[] _decidedBy = new int[graph.Nodes.Count];

        public long Finish { get; private set; }

        public void Forward()
        {
            foreach (var i in order.Sequence)
            {
                var node = graph.Nodes[i];
                _decidedBy[i] = -1;
                _start[i] = node.StartedOn?.DayNumber ?? node.FinishedOn?.DayNumber ?? Math.Max(graph.NotBefore.DayNumber, asOf);
                if (Waits(node))
                {
                    foreach (var (before, lag) in order.Before(i))
                    {
                        if (_finish[before] + lag is var ready && (ready > _start[i] || (ready == _start[i] && _decidedBy[i] < 0 && graph.Nodes[before].FinishedOn is null)))
                        {
                            (_start[i], _decidedBy[i]) = (ready, before);
                        }
                    }
                }

                _finish[i] = node.FinishedOn?.DayNumber ?? Math.Max(_start[i] + node.DurationDays, node.StartedOn is null ? 0 : asOf);
            }

            Finish = _finish.Max();
        }

        public void Backward()
        {
            Array.Fill(_late, Finish);
            foreach (var i in order.Sequence.Reverse())
            {
                if (Waits(graph.Nodes[i]))
                {
                    foreach (var (before, lag) in order.Before(i))
                    {
                        _late[before] = Math.Min(_late[before], _late[i] - graph.Nodes[i].DurationDays - lag);
                    }
                }
            }
        }

        public ScheduledMilestone Answer(int i) => graph.Nodes[i].FinishedOn is not null
            ? new(graph.Nodes[i].Key, Day(_start[i]), Day(_finish[i]), null, null, false)
            : new(graph.Nodes[i].Key, Day(_start[i]), Day(_finish[i]), Day(_late[i]), (int)Math.Min(_late[i] - _finish[i], int.MaxValue), _late[i] == _finish[i]);

        public List<string> CriticalPath()
        {
            var last = Enumerable.Range(0, graph.Nodes.Count).Where(i => graph.Nodes[i].FinishedOn is null && _finish[i] == Finish).DefaultIfEmpty(-1).First();
            List<string> path = [];
            for (var i = last; i >= 0 && graph.Nodes[i].FinishedOn is null; i = _decidedBy[i])
            {
                path.Add(graph.Nodes[i].Key);
            }

            path.Reverse();
            return path;
        }

        private static bool Waits(ScheduleNode node) => node.StartedOn is null && node.FinishedOn is null;
    }

    /// <summary>Kahn's order over indexes, so that no key is looked up twice.</summary>
    private sealed class TopologicalOrder
    {
        private readonly (int Before, int Lag)[][] _before;

        public TopologicalOrder(ScheduleGraph graph)
        {
            var index = graph.Nodes.Select((node, i) => (node.Key, i)).ToDictionary(x => x.Key, x => x.i, StringComparer.Ordinal);
            _before = [.. graph.Nodes.Select(n => n.Predecessors.Select(p => (index[p.Before], p.LagDays)).ToArray())];
            var after = new List<int>[graph.Nodes.Count];
            var waitingFor = new int[graph.Nodes.Count];
            for (var i = 0; i < _before.Length; i++)
            {
                waitingFor[i] = _before[i].Length;
                foreach (var (before, _) in _before[i])
                {
                    (after[before] ??= []).Add(i);
                }
            }

            var sequence = new List<int>(graph.Nodes.Count);
            sequence.AddRange(Enumerable.Range(0, graph.Nodes.Count).Where(i => waitingFor[i] == 0));
            for (var at = 0; at < sequence.Count; at++)
            {
                foreach (var next in after[sequence[at]] ?? [])
                {
                    if (--waitingFor[next] == 0)
                    {
                        sequence.Add(next);
                    }
                }
            }

            Sequence = sequence.Count == graph.Nodes.Count ? [.. sequence] : throw Cycle(graph, waitingFor);
        }

        public int[] Sequence { get; }

        public (int Before, int Lag)[] Before(int i) => _before[i];

        // Whoever is left waits for somebody who is left: walking from one to the next must meet itself.
        private DomainException Cycle(ScheduleGraph graph, int[] waitingFor)
        {
            List<int> walk = [];
            var at = Array.FindIndex(waitingFor, n => n > 0);
            while (!walk.Contains(at))
            {
                walk.Add(at);
                at = _before[at].First(b => waitingFor[b.Before] > 0).Before;
            }

            var circle = walk.Skip(walk.IndexOf(at)).Append(at).Reverse().Select(i => graph.Nodes[i].Key);
            var text = string.Join(" → ", circle);
            return Fail.Because(MonitoringReasons.DependencyCycle, $"The milestones wait for each other in a circle: {text}.", ("cycle", text));
        }
    }
}
