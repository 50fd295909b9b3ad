using Concord.Designation.Processes;

namespace Concord.Designation.Claims;

/// <summary>
/// What is kept of a claim on a process outside the claimant's view. Kept where there is no such process too, so that a retry
/// of the request is answered from memory either way and tells nothing (R48).
/// </summary>
internal sealed class DeskReceipt
{
    private DeskReceipt() { } // EF

    public DeskReceipt(ProcessId process, string organization, ClaimId? claim, Signature by, DateTime now)
    {
        (Id, Process, Organization, Claim, By, CreateTime) = (DeskReceiptId.New(), process, organization, claim, by, now);
    }

    public DeskReceiptId Id { get; private init; }

    /// <summary>As it was asked for; there may be none.</summary>
    public ProcessId Process { get; private init; }
    public string Organization { get; private init; } = "";

    /// <summary>The claim that was recorded; null where there is no such process, or the organization claims already.</summary>
    public ClaimId? Claim { get; private set; }
    public Signature By { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }

    /// <summary>A claim of the same organization was there first.</summary>
    public void Forget() => Claim = null;
}
