using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Idempotency;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security;
using Concord.Roster.Erasure;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Insiders;

/// <summary>
/// An insider is erased: the person's key is destroyed, and with it everything that told who it was. What is left is the number, the organization that introduced the person, and that and by whom it was erased.
/// No other service hears of it: none ever knew.
/// </summary>
internal sealed class InsiderErasure(RosterDb db, Sealer sealer, TimeProvider time) : IFourEyesAct, ISubjectErasure
{
    public const string ActName = "insiders.erase";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var insider = ResourceName.TryParse<InsiderId>(act.Record, out var id) ? await db.Insiders.SeenBy(approver).SingleOrDefaultAsync(i => i.Id == id, cancellationToken) : null;
        await EraseAsync(insider ?? throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title), act.Read<EraseInsider>().Basis, cancellationToken);
    }

    public async Task EraseAsync(string subject, CancellationToken cancellationToken)
    {
        if (!ResourceName.TryParse<InsiderId>(subject, out var id))
        {
            return;
        }

        if (await db.Insiders.SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is { } insider)
        {
            await EraseAsync(insider, insider.ErasureBasis, cancellationToken);
        }
        else
        {
            await sealer.DestroyAsync(subject, cancellationToken); // the backup is from before the person was recorded; a copy of the record must find the door shut
        }
    }

    private async Task EraseAsync(Insider insider, ErasureBasis? basis, CancellationToken cancellationToken)
    {
        var (name, now) = (insider.Id.ToString(), time.Now());
        insider.Erase(basis, now);
        await sealer.DestroyAsync(name, cancellationToken);
        await db.ForgetProposalsAsync(RosterModule.Name, name, now, cancellationToken);
        await db.ForgetAnswersAsync(name, cancellationToken);
    }
}
