using Concord.Platform.Errors;

namespace Concord.Monitoring.Milestones;

/// <summary>What waits for what.</summary>
internal static class MilestoneGraph
{
    /// <summary>Refuses a predecessor that itself waits for the milestone, directly or through others, and names the circle (R93).</summary>
    public static void RequireNoCircle(Milestone waiting, string? before, IReadOnlyCollection<Milestone> known)
    {
        var byId = known.ToDictionary(m => m.Id);
        if (known.FirstOrDefault(m => m.Name == before) is not { } start)
        {
            return; // the caller names the unknown milestone
        }

        var cameFrom = new Dictionary<MilestoneId, MilestoneId> { [start.Id] = start.Id };
        var open = new Queue<Milestone>([start]);
        while (open.TryDequeue(out var at))
        {
            if (at.Id == waiting.Id)
            {
                throw Circle(waiting, start, cameFrom, byId);
            }

            foreach (var link in at.Predecessors.Where(p => cameFrom.TryAdd(p.Before, at.Id)))
            {
                open.Enqueue(byId[link.Before]);
            }
        }
    }

    private static DomainException Circle(Milestone waiting, Milestone start, Dictionary<MilestoneId, MilestoneId> cameFrom, Dictionary<MilestoneId, Milestone> byId)
    {
        List<string> path = [waiting.Key];
        for (var at = waiting.Id; at != start.Id; at = cameFrom[at])
        {
            path.Add(byId[cameFrom[at]].Key);
        }

        path.Add(waiting.Key);
        var text = string.Join(" → ", path);
        return Fail.Because(MonitoringReasons.DependencyCycle, $"{waiting.Key} would wait for itself: {text}.", ("cycle", text));
    }
}
