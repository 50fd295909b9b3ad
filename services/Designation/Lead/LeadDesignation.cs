using Concord.Designation.Processes;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Designation.Lead;

/// <summary>One holder's time as lead of a process. Appended; the only thing that ever changes is that it ends (R28).</summary>
internal sealed class LeadDesignation : IVersioned, IListed<LeadDesignationId>
{
    private LeadDesignation() { } // EF

    internal LeadDesignation(Process process, LeadTerms terms, long epoch, DateTime start, Signature proposedBy, Signature approvedBy, DateTime now)
    {
        (Id, Process, Epoch, StartTime, CreateTime) = (LeadDesignationId.New(), process.Id, epoch, start, now);
        (Terms, DisplayName, ProposedBy, ApprovedBy) = (terms, terms.DisplayName!, proposedBy, approvedBy);
    }

    public LeadDesignationId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>The epoch that began with it.</summary>
    public long Epoch { get; private init; }
    public string DisplayName { get; private init; } = "";

    /// <summary>Holder, model, mediators, comparison and reasons, as they were approved.</summary>
    public LeadTerms Terms { get; private init; } = null!;
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

    internal void End(DateTime at, string reason, Signature proposedBy, Signature approvedBy) =>
        (EndTime, EndReason, EndProposedBy, EndApprovedBy) = (at, reason, proposedBy, approvedBy);
}
