using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;
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
            ? new HolderAnswer(open.Organizations, open.DisplayName, open.Epoch, await db.StartOfAsync(open, cancellationToken))
            : null;

    /// <summary>Since when it leads, as it counts now.</summary>
    public static async Task<DateTime> StartOfAsync(this DesignationDb db, LeadDesignation designation, CancellationToken cancellationToken) =>
        (await db.CorrectionsAsync(designation.Process, cancellationToken, designation.Id)).MaxBy(c => c.Id.Value)?.StartTime ?? designation.StartTime;

    /// <summary>Epoch and holder of one instant, in one statement: of two, the first may be of before a change and the second of after it.</summary>
    public static async Task<(long Epoch, LeadDesignation? Open)> LedNowAsync(this DesignationDb db, ProcessId id, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.Processes.SeenBy(caller).Where(p => p.Id == id)
            .Select(p => new { Process = p, Open = db.LeadDesignations.AsNoTracking().SingleOrDefault(d => d.Process == p.Id && d.EndTime == null) })
            .SingleOrDefaultAsync(cancellationToken) ?? throw Fail.NotFound(id.ToString());
        return (found.Process.LeadEpoch, found.Open);
    }

    /// <summary>Who led at an instant, as it counts now: a designation lasts from its start up to, not including, its end.</summary>
    public static async Task<LeadDesignation?> LedAtAsync(this DesignationDb db, ProcessId process, DateTime at, CancellationToken cancellationToken) =>
        (await db.LedAsync(process, cancellationToken)).At(at);

    /// <summary>Who led when, as it counts now.</summary>
    public static async Task<LeadHistory> LedAsync(this DesignationDb db, ProcessId process, CancellationToken cancellationToken) => new(
        await db.LeadDesignations.AsNoTracking().Where(d => d.Process == process).ToListAsync(cancellationToken), await db.CorrectionsAsync(process, cancellationToken));

    /// <summary>The same, and the steps of the process.</summary>
    public static async Task<(LeadHistory History, IReadOnlyList<StateChange> States)> LeadHistoryAsync(this DesignationDb db, ProcessId process, CancellationToken cancellationToken)
    {
        var led = await db.LedAsync(process, cancellationToken);
        var states = await db.StateChanges.AsNoTracking().Where(s => s.Process == process).OrderBy(s => s.CreateTime).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        return (led, states);
    }

    /// <summary>What was corrected of a process's history, or of one designation.</summary>
    public static async Task<IReadOnlyList<LeadCorrection>> CorrectionsAsync(this DesignationDb db, ProcessId process, CancellationToken cancellationToken, LeadDesignationId? of = null) =>
        await db.LeadCorrections.AsNoTracking().Where(c => c.Process == process && (of == null || c.Designation == of)).ToListAsync(cancellationToken);

    /// <summary>Why and since when an open designation is under review; null where it is not.</summary>
    public static async Task<UnderReview?> UnderReviewAsync(this DesignationDb db, LeadDesignation designation, CancellationToken cancellationToken)
    {
        if (designation.EndTime is not null)
        {
            return null;
        }

        var (organizations, profiles) = (designation.Organizations.ToList(), (designation.Terms.Mediators ?? []).Select(m => m.Profile!).ToList());
        var left = await db.KnownOrganizations.Where(o => organizations.Contains(o.Name) && o.LeaveTime != null).MinAsync(o => o.LeaveTime, cancellationToken);
        var suspended = await db.KnownMediators.Where(m => profiles.Contains(m.Profile) && m.SuspendTime != null).MinAsync(m => m.SuspendTime, cancellationToken);
        var erased = await db.KnownMediators.Where(m => profiles.Contains(m.Profile) && m.EraseTime != null).MinAsync(m => m.EraseTime, cancellationToken);
        (DateTime? Since, ReviewCause Cause)[] all = [(suspended, ReviewCause.MediatorSuspended), (left, ReviewCause.OrganizationLeft), (erased, ReviewCause.MediatorErased)];
        return all.Where(c => c.Since is not null).OrderBy(c => c.Since).Select(c => new UnderReview(c.Since!.Value, c.Cause)).FirstOrDefault();
    }
}
