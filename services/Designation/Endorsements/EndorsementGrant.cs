using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Endorsements;

/// <summary>What an organ is said to have decided, and the version of the endorsement it was proposed for.</summary>
internal sealed record ProposedGrant(string Endorsement, long Version, GrantEndorsement Grant);

/// <summary>That an organ has endorsed a mediator strengthens that one's hand with everybody: two who keep processes, and who both see this one, agree that it is so (R40).</summary>
internal sealed class EndorsementGrant(DesignationDb db, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "endorsements.grant";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var proposed = act.Read<ProposedGrant>();
        var process = ResourceName.TryParse<ProcessId>(act.Record, out var id) ? await db.Processes.SeenBy(approver).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        var endorsement = process is not null && ResourceName.TryParse<EndorsementId>(proposed.Endorsement, out var asked)
            ? await db.Endorsements.SingleOrDefaultAsync(e => e.Id == asked && e.Process == process.Id, cancellationToken)
            : null;
        if (endorsement?.Version != proposed.Version)
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }

        endorsement.Grant(proposed.Grant, new Signature(act.ProposedBy, act.ProposedByName, act.ProposedFor), Signature.Of(approver), time.Now());
    }

    /// <summary>The process is the record of the act: where it becomes stricter, what waits becomes so too.</summary>
    public static ProposedAct Propose(DesignationDb db, Process process, Endorsement endorsement, GrantEndorsement request, Caller by, DateTime now) =>
        db.Propose(ActName, process.Id.ToString(), new ProposedGrant(endorsement.Id.ToString(), endorsement.Version, endorsement.CheckGrant(request, now)), Deciders.Of(process), null, by, now);
}
