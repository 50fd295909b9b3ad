using Concord.Monitoring.Provisions;
using Concord.Monitoring.Schedule;
using Concord.Platform.Http;

namespace Concord.Monitoring.Milestones;

/// <summary>A milestone and where it stands as of a day.</summary>
internal sealed record MilestoneAnswer
{
    public required string Name { get; init; }
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Provision { get; init; }
    public required string Clause { get; init; }
    public required IReadOnlyList<string> Responsible { get; init; }
    public required int DurationDays { get; init; }
    public required bool KeyMilestone { get; init; }
    public DeadlineAnswer? Deadline { get; init; }
    public required IReadOnlyList<PredecessorAnswer> Predecessors { get; init; }
    public required DateOnly AsOf { get; init; }
    public required MilestoneState State { get; init; }

    /// <summary>What it suffers from besides its state.</summary>
    public required IReadOnlyList<MilestoneCondition> Conditions { get; init; }

    /// <summary>With the anchor where it stood that day, or as last rescheduled by then.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>As agreed, before anything moved.</summary>
    public DateOnly? BaselineDue { get; init; }

    /// <summary>Days past due; 0 where not overdue.</summary>
    public required int OverdueDays { get; init; }

    /// <summary>The direct predecessors that keep it from starting.</summary>
    public required IReadOnlyList<BlockerAnswer> BlockedBy { get; init; }

    /// <summary>When it was done, or the earliest day it can be.</summary>
    public required DateOnly ForecastFinish { get; init; }

    /// <summary>Its history up to that day; absent in lists.</summary>
    public IReadOnlyList<MilestoneEntryAnswer>? Entries { get; init; }
    public required string Etag { get; init; }

    public static MilestoneAnswer Of(Standing s, MilestoneView view) => new()
    {
        Name = s.Milestone.Name,
        Key = s.Milestone.Key,
        Title = s.Milestone.Title,
        Provision = $"{s.Milestone.Agreement}/{s.Milestone.Provision}",
        Clause = view.Clauses[s.Milestone.Provision],
        Responsible = s.Milestone.Responsible,
        DurationDays = s.Milestone.DurationDays,
        KeyMilestone = s.Milestone.KeyMilestone,
        Deadline = s.Milestone.Deadline is { } d ? new DeadlineAnswer(d.Date, d.Anchor, d.Months, d.Days) : null,
        Predecessors = [.. s.Milestone.Predecessors.OrderBy(p => p.Ordinal).Select(p => new PredecessorAnswer(view.ById[p.Before].Name, view.ById[p.Before].Key, p.LagDays))],
        AsOf = view.Day,
        State = s.State,
        Conditions = s.Conditions,
        Due = s.Due,
        BaselineDue = s.BaselineDue,
        OverdueDays = s.OverdueDays,
        BlockedBy = [.. s.BlockedBy.Select(m => new BlockerAnswer(m.Name, m.Key, MilestoneHistory.StateAsOf(m.Entries, view.Day)))],
        ForecastFinish = s.Dates.EarlyFinish,
        Etag = ETag.Of(s.Milestone),
    };

    public static MilestoneAnswer WithHistory(Standing s, MilestoneView view) => Of(s, view) with
    {
        Entries = [.. MilestoneHistory.EntriesAsOf(s.Milestone.Entries, view.Day).Select(MilestoneEntryAnswer.Of)],
    };
}

internal sealed record DeadlineAnswer(DateOnly? Date, string? Anchor, int Months, int Days);

internal sealed record PredecessorAnswer(string Milestone, string Key, int LagDays);

internal sealed record BlockerAnswer(string Milestone, string Key, MilestoneState State);

/// <summary>One appended entry: what happened, when, on which evidence, by whom.</summary>
internal sealed record MilestoneEntryAnswer(
    DateOnly On, MilestoneEvent Event, DateOnly? NewDue, IReadOnlyList<string>? AgreedBy, string? Report, int? Segment, string? Note, string By, string? ByOrganization, DateTime RecordTime)
{
    public static MilestoneEntryAnswer Of(MilestoneEntry e) =>
        new(e.On, e.Event, e.NewDue, e.AgreedBy.Count == 0 ? null : e.AgreedBy, e.Report, e.Segment, e.Note, e.ByName, e.ByOrganization, e.RecordTime);
}

/// <summary>What an answer needs besides the milestone itself.</summary>
internal sealed record MilestoneView(DateOnly Day, IReadOnlyDictionary<MilestoneId, Milestone> ById, IReadOnlyDictionary<ProvisionId, string> Clauses);
