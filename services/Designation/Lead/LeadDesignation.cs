using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Designation.Lead;

/// <summary>One holder's time as lead of a process. Appended; the only things that ever change are that it ends (R28), and its name where that told of somebody who was erased.</summary>
internal sealed class LeadDesignation : IVersioned, IListed<LeadDesignationId>
{
    private LeadDesignation() { } // EF

    internal LeadDesignation(Process process, LeadTerms terms, long epoch, DateTime start, Signature proposedBy, Signature approvedBy, DateTime now)
    {
        (Id, Process, Epoch, StartTime, CreateTime) = (LeadDesignationId.New(), process.Id, epoch, start, now);
        (Terms, DisplayName, ProposedBy, ApprovedBy) = (terms, terms.DisplayName!, proposedBy, approvedBy);
        InterimUntilTime = terms.Interim?.UntilTime;
    }

    public LeadDesignationId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>The epoch that began with it.</summary>
    public long Epoch { get; private init; }

    [Personal]
    public string DisplayName { get; private set; } = "";

    /// <summary>Holder, model, mediators, comparison and reasons, as they were approved.</summary>
    public LeadTerms Terms { get; private set; } = null!;
    public Signature ProposedBy { get; private init; } = new(null, "");
    public Signature ApprovedBy { get; private init; } = new(null, "");

    /// <summary>First instant of it, UTC.</summary>
    public DateTime StartTime { get; private init; }

    /// <summary>First instant after it, UTC; null while it lasts. Of a hand-over it is the successor's first.</summary>
    public DateTime? EndTime { get; private set; }
    public string? EndReason { get; private set; }
    public Signature? EndProposedBy { get; private set; }
    public Signature? EndApprovedBy { get; private set; }

    /// <summary>When it was recorded; later than its start for what was entered from a public record.</summary>
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public IReadOnlyList<string> Organizations => Terms.Organizations!;

    /// <summary>Until when an interim lead was meant to last; null where this is for good.</summary>
    public DateTime? InterimUntilTime { get; private init; }

    /// <returns>Whether it was called otherwise before.</returns>
    internal bool Rename(string displayName)
    {
        var before = DisplayName;
        (DisplayName, Terms) = (displayName, Terms with { DisplayName = displayName });
        return before != displayName;
    }

    internal void End(DateTime at, string reason, Signature proposedBy, Signature approvedBy) =>
        (EndTime, EndReason, EndProposedBy, EndApprovedBy) = (at, reason, proposedBy, approvedBy);
}
