using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Conduct;

/// <summary>Which code counts, whom it binds, and who has accepted it.</summary>
internal sealed record ConductStanding(ConductCode? Code, IReadOnlyList<string> Bound, IReadOnlyList<ConductAcceptance> Acceptances)
{
    /// <summary>Who leads or supports and has not accepted the version that counts: everybody where none was adopted. What an alert is raised of (R36).</summary>
    public IReadOnlyList<string> Missing => [.. Bound.Except(Acceptances.Select(a => a.Organization))];
}

internal static class ConductQueries
{
    /// <summary>How a process stands with its code of conduct on a day.</summary>
    public static async Task<ConductStanding> ConductAsync(this DesignationDb db, ProcessId process, DateOnly today, CancellationToken cancellationToken)
    {
        var code = await db.CurrentCodeAsync(process, cancellationToken);
        var acceptances = code is null ? [] : await db.ConductAcceptances.AsNoTracking().Where(a => a.Code == code.Id).OrderBy(a => a.CreateTime).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        return new ConductStanding(code, await db.BoundByConductAsync(process, today, cancellationToken), acceptances);
    }

    public static Task<ConductCode?> CurrentCodeAsync(this DesignationDb db, ProcessId process, CancellationToken cancellationToken) =>
        db.ConductCodes.AsNoTracking().Where(c => c.Process == process).OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Who leads, supports or is a Friend; each once, in that order.</summary>
    private static async Task<IReadOnlyList<string>> BoundByConductAsync(this DesignationDb db, ProcessId process, DateOnly today, CancellationToken cancellationToken)
    {
        var lead = await db.LeadDesignations.AsNoTracking().SingleOrDefaultAsync(d => d.Process == process && d.EndTime == null, cancellationToken);
        var supporters = await db.SupportRoles.Where(r => r.Process == process && r.EndTime == null && r.From <= today && (r.Until == null || r.Until >= today))
            .OrderBy(r => r.CreateTime).ThenBy(r => r.Id).Select(r => r.Organization).ToListAsync(cancellationToken);
        var friends = await db.Friends.Where(f => f.Process == process && f.EndTime == null).OrderBy(f => f.Number).Select(f => f.Organization).ToListAsync(cancellationToken);
        return [.. (lead?.Organizations ?? []).Concat(supporters).Concat(friends).Distinct()];
    }
}
