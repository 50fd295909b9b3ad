using System.Globalization;
using Concord.Platform.Alerts;
using Concord.Platform.Security;
using Concord.Contracts.Access;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SharingAgreements;

/// <summary>An agreement that counts is over soon: whoever needs it longer agrees anew.</summary>
internal sealed class SharingEndsSoon(RosterDb db) : IAlertRule<SharingAgreementId>
{
    public const int DaysBefore = 14;

    public AlertKind Kind { get; } = new("SHARING_AGREEMENT_ENDS", AlertSeverity.Notice, "R20", "An agreement by which people of a roster are shared is over soon.",
        RosterPermissions.ReadSharingAgreements, TimeSpan.FromDays(3), Roles.RegionalOfficer, Roles.MediationSupport);

    public async Task<IReadOnlyList<AlertFinding<SharingAgreementId>>> FindAsync(IReadOnlyCollection<SharingAgreementId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var (ids, today) = (of?.ToList(), DateOnly.FromDateTime(now));
        var (soon, agreements) = (today.AddDays(DaysBefore), db.SharingAgreements.IgnoreAutoIncludes().In(SharingAgreementState.Agreed, null, today));
        var ending = await (ids is null ? agreements : agreements.Where(a => ids.Contains(a.Id))).Where(a => a.UntilDay <= soon).Select(a => new { a.Id, a.UntilDay }).ToListAsync(cancellationToken);
        return [.. ending.Select(a => new AlertFinding<SharingAgreementId>(a.Id, "", [a.Id.ToString()], new Dictionary<string, string> { ["untilDay"] = a.UntilDay.ToString("O", CultureInfo.InvariantCulture) }))];
    }
}

/// <summary>Who sees an agreement sees the alerts about it.</summary>
internal sealed class AlertedAgreements(RosterDb db) : IAlertedRecords<SharingAgreementId>
{
    public Task<IQueryable<Alert<SharingAgreementId>>> SeenByAsync(IQueryable<Alert<SharingAgreementId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var agreements = db.SharingAgreements.IgnoreAutoIncludes().SeenBy(caller);
        return Task.FromResult(alerts.Where(a => agreements.Any(s => s.Id == a.Subject)));
    }

    public Task NoteReadAsync(IEnumerable<SharingAgreementId> subjects, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nobody else is told: an agreement is between the organizations.</summary>
    public void Tell(AlertStep step, Alert<SharingAgreementId> alert, string asked, DateTime now) { }
}
