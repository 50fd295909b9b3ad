using Concord.Platform.Idempotency;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Deployments;

/// <summary>The person is erased: nothing stays of calls, deployments and check-ins, nor of the answers that are kept of them. The requests stay, with their times.</summary>
internal static class DeploymentRemains
{
    public static async Task ForgetDeploymentsAsync(this RosterDb db, ProfileId profile, CancellationToken cancellationToken)
    {
        var calls = await db.Calls.Where(c => c.Profile == profile).ToListAsync(cancellationToken);
        var deployments = await db.Deployments.Where(d => d.Profile == profile).ToListAsync(cancellationToken);
        db.RemoveRange(await db.CheckIns.Where(c => c.Profile == profile).ToListAsync(cancellationToken));
        db.RemoveRange(calls);
        db.RemoveRange(deployments);
        var addresses = deployments.SelectMany(d => (string[])[d.Id.ToString(), d.Request.ToString()]).Concat(calls.Select(c => c.Request.ToString()));
        foreach (var address in addresses.Distinct(StringComparer.Ordinal))
        {
            await db.ForgetAnswersAsync(address, cancellationToken);
        }
    }
}
