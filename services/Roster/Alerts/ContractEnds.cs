using System.Globalization;
using Concord.Platform.Alerts;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Alerts;

/// <summary>The standby contract of somebody who can be found ends soon, or has just ended (R14). A new last day settles it, and so does a month in which nobody renewed it.</summary>
internal sealed class ContractEnds(RosterDb db, IConfiguration configuration) : IAlertRule<ProfileId>
{
    public AlertKind Kind => RosterAlerts.ContractEnds;

    public async Task<IReadOnlyList<AlertFinding<ProfileId>>> FindAsync(IReadOnlyCollection<ProfileId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var (ids, today) = (of?.ToList(), DateOnly.FromDateTime(now));
        var (first, last) = (today.AddMonths(-1), today.AddDays(StandbyClock.WarnOfContract.RequiredIn<int>(configuration)));
        var ending = db.Profiles.Where(p => p.State == ProfileState.Active && p.StandbyUntil >= first && p.StandbyUntil <= last);
        var found = await (ids is null ? ending : ending.Where(p => ids.Contains(p.Id))).Select(p => new { p.Id, p.StandbyUntil }).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(p => new AlertFinding<ProfileId>(
                p.Id, p.StandbyUntil!.Value.ToString("O", CultureInfo.InvariantCulture), [p.Id.ToString()],
                new Dictionary<string, string> { ["expireOn"] = p.StandbyUntil.Value.ToString("O", CultureInfo.InvariantCulture) })),
        ];
    }
}
