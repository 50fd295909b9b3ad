using System.Globalization;
using Concord.Contracts.Access;
using Concord.Designation.Engagements;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>Talks with an armed group go on although the day of their review is past (R129). The circle alone is told.</summary>
internal sealed class EngagementReviewOver(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.EngagementReviewOver;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var over = await db.Engagements.OverdueForReview(now).Join(db.Processes.Among(of), e => e.Process, p => p.Id, (e, _) => new { e.Id, e.Process, e.ReviewOn }).ToListAsync(cancellationToken);
        return
        [
            .. over.Select(e => new AlertFinding<ProcessId>(
                e.Process, e.Id.ToString(), [$"{e.Process}/{e.Id}"], new Dictionary<string, string> { ["expireOn"] = e.ReviewOn.ToString("O", CultureInfo.InvariantCulture) },
                Classification: Classification.StrictlyConfidential)),
        ];
    }
}
