using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Lead;

/// <summary>Reads of the register that several answers need.</summary>
internal static class LeadQueries
{
    public static async Task<LeadRegister> RegisterAsync(this DesignationDb db, Process process, CancellationToken cancellationToken) =>
        new(process, await db.LeadDesignations.SingleOrDefaultAsync(d => d.Process == process.Id && d.EndTime == null, cancellationToken));

    /// <summary>Who leads now, in short; null where nobody does.</summary>
    public static async Task<HolderAnswer?> HolderAsync(this DesignationDb db, ProcessId process, CancellationToken cancellationToken) =>
        await db.LeadDesignations.AsNoTracking().SingleOrDefaultAsync(d => d.Process == process && d.EndTime == null, cancellationToken) is { } open
            ? new HolderAnswer(open.Organizations, open.DisplayName, open.Epoch, open.StartTime)
            : null;

    /// <summary>Who led at an instant: a designation lasts from its start up to, not including, its end.</summary>
    public static async Task<LeadDesignation?> LedAtAsync(this DesignationDb db, ProcessId process, DateTime at, CancellationToken cancellationToken) =>
        await db.LeadDesignations.AsNoTracking()
            .Where(d => d.Process == process && d.StartTime <= at && (d.EndTime == null || d.EndTime > at))
            .OrderByDescending(d => d.Epoch).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Since when an open designation is under review because a mediator it names is suspended or was erased; null where it is not.</summary>
    public static async Task<DateTime?> UnderReviewSinceAsync(this DesignationDb db, LeadDesignation designation, CancellationToken cancellationToken)
    {
        if (designation.EndTime is not null || designation.Terms.Mediators is not { Count: > 0 } mediators)
        {
            return null;
        }

        var profiles = mediators.Select(m => m.Profile!).ToList();
        return await db.KnownMediators.Where(m => profiles.Contains(m.Profile) && (m.SuspendTime != null || m.EraseTime != null)).MinAsync(m => m.SuspendTime ?? m.EraseTime, cancellationToken);
    }
}
