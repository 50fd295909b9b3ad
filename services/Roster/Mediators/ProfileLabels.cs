using Concord.Platform.Persistence;
using Concord.Platform.Security.Policy;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Mediators;

/// <summary>What the policy looks at in a profile, for an explanation; it belongs to no process.</summary>
internal sealed class ProfileLabels(RosterDb db) : IRecordLabels
{
    public async Task<Labelled?> FindAsync(string record, CancellationToken cancellationToken) => ResourceName.TryParse<ProfileId>(record, out var id)
        ? await db.Profiles.Where(p => p.Id == id).Select(p => new Labelled(p.Classification, null)).SingleOrDefaultAsync(cancellationToken)
        : null;
}
