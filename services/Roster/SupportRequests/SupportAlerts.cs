using System.Globalization;
using Concord.Contracts.Access;
using Concord.Platform.Alerts;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SupportRequests;

/// <summary>The kind of alert that the desk raises.</summary>
internal static class SupportAlerts
{
    public static readonly AlertKind Overdue = new("SUPPORT_REQUEST_OVERDUE", AlertSeverity.Warning, "R147",
        "A request for support is not answered, and the time for it is over.",
        RosterPermissions.ReadSupportRequests, TimeSpan.FromDays(1), Roles.MediationSupport, Roles.RegionalOfficer);
}

/// <summary>The time for an answer is over (R147).</summary>
internal sealed class SupportRequestOverdue(RosterDb db) : IAlertRule<SupportRequestId>
{
    private static readonly List<SupportRequestState> s_waiting = [SupportRequestState.Received, SupportRequestState.Triaged, SupportRequestState.Assigned];

    public AlertKind Kind => SupportAlerts.Overdue;

    public async Task<IReadOnlyList<AlertFinding<SupportRequestId>>> FindAsync(IReadOnlyCollection<SupportRequestId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var ids = of?.ToList();
        var waiting = db.SupportRequests.Where(r => s_waiting.Contains(r.State) && r.DueTime < now);
        var late = await (ids is null ? waiting : waiting.Where(r => ids.Contains(r.Id))).Select(r => new { r.Id, r.DueTime, r.Urgency }).ToListAsync(cancellationToken);
        return
        [
            .. late.Select(r => new AlertFinding<SupportRequestId>(
                r.Id, "", [r.Id.ToString()], new Dictionary<string, string> { ["dueTime"] = r.DueTime.ToString("O", CultureInfo.InvariantCulture) },
                r.Urgency == SupportUrgency.Immediate ? AlertSeverity.Critical : null)),
        ];
    }
}

/// <summary>Who sees a request sees the alerts about it.</summary>
internal sealed class AlertedSupportRequests(RosterDb db) : IAlertedRecords<SupportRequestId>
{
    public Task<IQueryable<Alert<SupportRequestId>>> SeenByAsync(IQueryable<Alert<SupportRequestId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var requests = db.SupportRequestsSeenBy(caller);
        return Task.FromResult(alerts.Where(a => requests.Any(r => r.Id == a.Subject)));
    }

    public Task NoteReadAsync(IEnumerable<SupportRequestId> subjects, CancellationToken cancellationToken) =>
        db.NoteReadAsync<SupportRequest, SupportRequestId>(subjects, cancellationToken);

    /// <summary>Nobody else is told: a request is between the asker and the desk.</summary>
    public void Tell(AlertStep step, Alert<SupportRequestId> alert, string asked, DateTime now) { }
}
