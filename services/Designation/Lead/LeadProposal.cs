using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Lead;

internal enum ProposalKind
{
    Designate = 1,
    HandOver,
    End,

    /// <summary>Of when somebody led; who leads stays.</summary>
    Correct,
}

internal enum ProposalState
{
    Proposed = 1,
    Approved,
    Rejected,
    Withdrawn,

    /// <summary>Nobody decided in time; never stored, told by the clock.</summary>
    Expired,
}

/// <summary>How a hand-over is done (R49).</summary>
/// <param name="PartiesInformed">How and when the parties learn of it; 1 to 2000 characters.</param>
/// <param name="DossierTransfer">What is handed to the successor, and how; 1 to 2000 characters.</param>
internal sealed record HandOverCare(string? PartiesInformed, string? DossierTransfer);

/// <summary>A change of the lead that one person of the appointing authority wants and a second one decides on.</summary>
internal sealed class LeadProposal : IVersioned, IListed<LeadProposalId>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private LeadProposal() { } // EF

    internal LeadProposal(Process process, ProposalKind kind, LeadTerms? terms, HandOverCare? care, string reason, Signature by, DateTime now)
    {
        (Id, Process, Kind, Terms, Care, Reason) = (LeadProposalId.New(), process.Id, kind, terms, care, reason);
        (LeadEpoch, State, ProposedBy, CreateTime, ExpireTime) = (process.LeadEpoch, ProposalState.Proposed, by, now, now + Lifetime);
    }

    public LeadProposalId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public ProposalKind Kind { get; private init; }

    /// <summary>Of a correction only.</summary>
    public IReadOnlyList<CorrectedTimes>? Corrections { get; internal init; }

    /// <summary>Null for an end and for a correction.</summary>
    public LeadTerms? Terms { get; private set; }

    /// <summary>Of a hand-over only.</summary>
    public HandOverCare? Care { get; private init; }
    public string Reason { get; private init; } = "";

    /// <summary>The epoch the proposer saw; good for that and no other (R143).</summary>
    public long LeadEpoch { get; private init; }
    public ProposalState State { get; private set; }
    public Signature ProposedBy { get; private init; } = new(null, "");
    public Signature? DecidedBy { get; private set; }
    public string? DecisionReason { get; private set; }
    public DateTime? DecideTime { get; private set; }
    public DateTime ExpireTime { get; private init; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public ProposalState StateAt(DateTime now) => State == ProposalState.Proposed && now >= ExpireTime ? ProposalState.Expired : State;

    public void Reject(string? reason, Caller caller, DateTime now)
    {
        var why = Why(reason);
        RequireOpen(now);
        RequireSecondPerson(caller);
        Decide(ProposalState.Rejected, why, caller, now);
    }

    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var why = Why(reason);
        RequireOpen(now);
        if (!ProposedBy.Is(caller))
        {
            throw Fail.Because(PlatformReasons.NotTheProposer, "Only its proposer withdraws a proposal.");
        }

        Decide(ProposalState.Withdrawn, why, caller, now);
    }

    /// <summary>Its name told of somebody who was erased.</summary>
    internal void Rename(string displayName) => Terms = Terms! with { DisplayName = displayName };

    /// <summary>Its proposer has handed over: whoever follows proposes in their own name.</summary>
    internal void Lapse(string reason, DateTime now) => (State, DecisionReason, DecidedBy, DecideTime) = (ProposalState.Withdrawn, reason, ProposedBy, now);

    /// <summary>Part of the register's approval; the register has checked the rest.</summary>
    internal void Approve(Caller caller, DateTime now) => Decide(ProposalState.Approved, null, caller, now);

    internal void RequireOpen(DateTime now)
    {
        if (State != ProposalState.Proposed)
        {
            throw Fail.Because(PlatformReasons.ProposalNotOpen, "The proposal is decided already.", ("state", ProcessAnswers.Text(State)));
        }

        if (now >= ExpireTime)
        {
            throw Fail.Because(PlatformReasons.ProposalExpired, $"Nobody decided within {Lifetime.Days} days; propose again.");
        }
    }

    internal void RequireSecondPerson(Caller caller)
    {
        if (ProposedBy.Includes(caller))
        {
            throw Fail.Because(PlatformReasons.FourEyesRequired, "You made this proposal; a second person of the appointing authority decides.");
        }
    }

    private void Decide(ProposalState state, string? reason, Caller caller, DateTime now) =>
        (State, DecisionReason, DecidedBy, DecideTime) = (state, reason, Signature.Of(caller), now);

    private static string Why(string? reason)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 4000);
        check.ThrowIfAny();
        return why;
    }
}
