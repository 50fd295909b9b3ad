using Concord.Platform.Alerts;
using Concord.Roster.Deployments;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Alerts;

/// <summary>Somebody has departed without a briefing (R21). One that is held late is recorded too, and ends it.</summary>
internal sealed class DispatchedWithoutBriefing(RosterDb db) : IAlertRule<StandbyRequestId>
{
    public AlertKind Kind => RosterAlerts.NotBriefed;

    public async Task<IReadOnlyList<AlertFinding<StandbyRequestId>>> FindAsync(IReadOnlyCollection<StandbyRequestId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var departed = await db.Deployments.AsNoTracking().Where(d => d.State == DeploymentState.Departed).Join(db.StandbyRequests.Among(of), d => d.Request, r => r.Id, (d, _) => new { d.Id, d.Request, d.Briefings })
            .ToListAsync(cancellationToken);
        return [.. departed.Where(d => d.Briefings.Count == 0).Select(d => new AlertFinding<StandbyRequestId>(d.Request, d.Id.ToString(), [d.Id.ToString()], new Dictionary<string, string>()))];
    }
}
