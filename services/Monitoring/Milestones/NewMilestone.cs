namespace Concord.Monitoring.Milestones;

/// <summary>A milestone to add to an agreement.</summary>
internal sealed record NewMilestone
{
    /// <summary>Short key, unique in the agreement.</summary>
    public string? Key { get; init; }

    /// <summary>1 to 200 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Resource name of the provision it carries out.</summary>
    public string? Provision { get; init; }

    /// <summary>Keys of the parties that have to do it.</summary>
    public IReadOnlyList<string?>? Responsible { get; init; }

    /// <summary>How long the work takes; 0 to 36500.</summary>
    public int? DurationDays { get; init; }

    /// <summary>Whether a delay of it endangers the agreement.</summary>
    public bool KeyMilestone { get; init; }

    /// <summary>By when; absent where the agreement names no date.</summary>
    public NewDeadline? Deadline { get; init; }

    /// <summary>What has to be finished before it starts.</summary>
    public IReadOnlyList<NewPredecessor?>? Predecessors { get; init; }
}

/// <param name="Milestone">Resource name of the milestone to wait for.</param>
/// <param name="LagDays">Days between its finish and this start; 0 where absent.</param>
internal sealed record NewPredecessor(string? Milestone, int? LagDays);
