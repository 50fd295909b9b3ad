using Concord.Platform.Persistence;
using Concord.Platform.Security.Policy;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Mediators;

/// <summary>What the policy looks at in a profile, for an explanation; it belongs to no process, but to the organization that keeps it.</summary>
internal sealed class ProfileLabels(RosterDb db) : IRecordLabels
{
    public async Task<Labelled?> FindAsync(string record, CancellationToken cancellationToken) => ResourceName.TryParse<ProfileId>(record, out var id)
        && await db.Profiles.Where(p => p.Id == id && p.State != ProfileState.Erased).Select(p => new { p.Classification, p.Owner }).SingleOrDefaultAsync(cancellationToken) is { } found
        ? new Labelled(found.Classification, null, found.Owner, ProfileSight.SeesBeyond)
        : null;
}
