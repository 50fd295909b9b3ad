using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Deployments;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Slates;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SupportRequests;

/// <summary>What an answer says is provided: records of the roster that whoever answers sees. A name of anything else leads the asker nowhere.</summary>
internal static class ProvidedRecords
{
    /// <summary>Under the name <c>provided</c>.</summary>
    public static async Task RequireProvidedAsync(this RosterDb db, IReadOnlyList<string> provided, Caller caller, CancellationToken cancellationToken)
    {
        foreach (var name in provided)
        {
            if (!await IsSeenAsync(db, name, caller, cancellationToken))
            {
                throw Fail.Invalid("provided", "No such slate, request for standby, deployment or profile for you.");
            }
        }
    }

    private static async Task<bool> IsSeenAsync(RosterDb db, string name, Caller caller, CancellationToken cancellationToken) =>
        ResourceName.TryParse<SlateId>(name, out var slate) ? await db.SlatesSeenBy(caller).AnyAsync(s => s.Id == slate, cancellationToken)
        : ResourceName.TryParse<StandbyRequestId>(name, out var request) ? await db.StandbyRequestsSeenBy(caller).AnyAsync(r => r.Id == request, cancellationToken)
        : ResourceName.TryParse<DeploymentId>(name, out var deployment) ? await db.DeploymentsSeenBy(caller).AnyAsync(d => d.Id == deployment, cancellationToken)
        : ResourceName.TryParse<ProfileId>(name, out var profile) && await db.Profiles.SeenBy(caller).AnyAsync(p => p.Id == profile, cancellationToken);
}
