using System.Globalization;
using Concord.Platform.Alerts;
using Concord.Roster.Deployments;
using Concord.Roster.Standby;

namespace Concord.Roster.Alerts;

internal static class AlertedAmong
{
    /// <summary>States of a deployment that is planned or holds the person.</summary>
    public static readonly List<DeploymentState> OpenDeployments = [DeploymentState.Planned, DeploymentState.Confirmed, DeploymentState.Departed];

    /// <summary>Only these; all where null.</summary>
    public static IQueryable<StandbyRequest> Among(this IQueryable<StandbyRequest> requests, IReadOnlyCollection<StandbyRequestId>? of)
    {
        var ids = of?.ToList();
        return ids is null ? requests : requests.Where(r => ids.Contains(r.Id));
    }

    /// <summary>Of them, those that still wait for the departure.</summary>
    public static IQueryable<StandbyRequest> WaitingAmong(this IQueryable<StandbyRequest> requests, IReadOnlyCollection<StandbyRequestId>? of) =>
        requests.Among(of).Where(r => r.State == StandbyState.Requested || r.State == StandbyState.Acknowledged || r.State == StandbyState.Approved);

    /// <summary>That its time is over, or soon.</summary>
    public static AlertFinding<StandbyRequestId> Due(StandbyRequestId request, DateTime due) =>
        new(request, "", [request.ToString()], new Dictionary<string, string> { ["dueTime"] = due.ToString("O", CultureInfo.InvariantCulture) });
}
