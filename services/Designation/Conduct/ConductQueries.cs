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
    public static async Task<ConductStanding> ConductAsync(this DesignationDb db, ProcessId process, DateOnly today, CancellationToken cancellationToken) =>
        (await db.ConductAsync(db.Processes.Where(p => p.Id == process), today, cancellationToken)).GetValueOrDefault(process) ?? new ConductStanding(null, [], []);

    /// <summary>The same of many at once: of those that have a code, or anybody whom one would bind.</summary>
    public static async Task<IReadOnlyDictionary<ProcessId, ConductStanding>> ConductAsync(this DesignationDb db, IQueryable<Process> processes, DateOnly today, CancellationToken cancellationToken)
    {
        var bound = await db.BoundByConductAsync(processes, today, cancellationToken);
        var codes = await db.ConductCodes.AsNoTracking().Where(c => !db.ConductCodes.Any(o => o.Process == c.Process && o.Number > c.Number)).Join(processes, c => c.Process, p => p.Id, (c, _) => c)
            .ToDictionaryAsync(c => c.Process, cancellationToken);
        var acceptances = (await db.ConductAcceptances.AsNoTracking().Join(processes, a => a.Process, p => p.Id, (a, _) => a).ToListAsync(cancellationToken))
            .OrderBy(a => a.CreateTime).ThenBy(a => a.Id).ToLookup(a => a.Code);
        return bound.Keys.Union(codes.Keys).ToDictionary(process => process, process =>
        {
            var code = codes.GetValueOrDefault(process);
            return new ConductStanding(code, bound.GetValueOrDefault(process) ?? [], code is null ? [] : [.. acceptances[code.Id]]);
        });
    }

    public static Task<ConductCode?> CurrentCodeAsync(this DesignationDb db, ProcessId process, CancellationToken cancellationToken) =>
        db.ConductCodes.AsNoTracking().Where(c => c.Process == process).OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Who leads, supports or is a Friend; each once, in that order.</summary>
    private static async Task<Dictionary<ProcessId, IReadOnlyList<string>>> BoundByConductAsync(this DesignationDb db, IQueryable<Process> processes, DateOnly today, CancellationToken cancellationToken)
    {
        var leads = await db.LeadDesignations.AsNoTracking().Where(d => d.EndTime == null).Join(processes, d => d.Process, p => p.Id, (d, _) => d).ToListAsync(cancellationToken);
        var supporters = await db.SupportRoles.Where(r => r.EndTime == null && r.From <= today && (r.Until == null || r.Until >= today)).Join(processes, r => r.Process, p => p.Id, (r, _) => r)
            .OrderBy(r => r.CreateTime).ThenBy(r => r.Id).Select(r => new { r.Process, r.Organization }).ToListAsync(cancellationToken);
        var friends = await db.Friends.Where(f => f.EndTime == null).Join(processes, f => f.Process, p => p.Id, (f, _) => f)
            .OrderBy(f => f.Number).Select(f => new { f.Process, f.Organization }).ToListAsync(cancellationToken);
        return leads.SelectMany(d => d.Organizations.Select(o => (d.Process, Organization: o)))
            .Concat(supporters.Select(r => (r.Process, r.Organization))).Concat(friends.Select(f => (f.Process, f.Organization)))
            .GroupBy(b => b.Process).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(b => b.Organization).Distinct()]);
    }
}
