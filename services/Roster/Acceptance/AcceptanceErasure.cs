using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Acceptance;

internal static class AcceptanceErasure
{
    /// <summary>The person is erased: nothing stays of what parties said. The answers that are kept of it lie under the profile's address, and go with the others.</summary>
    public static async Task ForgetAcceptancesAsync(this RosterDb db, ProfileId profile, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.PersonAcceptances.Where(a => a.Profile == profile).ToListAsync(cancellationToken));
}
