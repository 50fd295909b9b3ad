using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Slates;

/// <summary>Who was taken off a slate, or erased, stays forgotten where a backup from before is put back.</summary>
internal sealed class SlateErasure(RosterDb db, SlateKeeper keeper, Sealer sealer) : ISubjectErasure
{
    public async Task EraseAsync(string subject, CancellationToken cancellationToken)
    {
        if (!ResourceName.TryParse<SlateCandidateId>(subject, out var id))
        {
            return;
        }

        if (await db.SlateCandidates.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is { } candidate)
        {
            await keeper.ForgetAsync(candidate, cancellationToken);
        }
        else
        {
            await sealer.DestroyAsync(subject, cancellationToken); // the backup is from before the person was listed; a copy of the record must find the door shut
        }
    }
}
