using Concord.Contracts.Access;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Provisions;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Persistence;

/// <summary>Every record hangs on an agreement; who may not see that finds none of it.</summary>
internal static class Finding
{
    /// <summary>The agreements that the caller may see (<see cref="AccessPolicy"/>).</summary>
    public static IQueryable<Agreement> VisibleAgreements(this MonitoringDb db, Caller caller)
    {
        var (open, named, byShare, shared) = (caller.OpenLabels(), caller.NamedIn(), caller.SharedLabels(), caller.SharedWith<AgreementId>());
        return db.Agreements.Where(a => open.Contains(a.Classification) || (a.Classification == Classification.StrictlyConfidential && named.Contains(a.Process))
            || (byShare.Contains(a.Classification) && shared.Contains(a.Id)));
    }

    /// <summary>Whether the process of an agreement, and who leads it, is there for the caller: it may be hidden more than the agreement.</summary>
    public static bool SeesProcessOf(this Caller caller, Agreement agreement) => caller.MaySee(agreement.ProcessClassification, agreement.Process, agreement.Process);

    /// <summary>Those of one process, where the caller sees that this is their process.</summary>
    public static IQueryable<Agreement> OfProcess(this IQueryable<Agreement> agreements, string process, Caller caller)
    {
        var seen = Enum.GetValues<Classification>().Where(label => caller.MaySee(label, process, process)).ToList();
        return agreements.Where(a => a.Process == process && seen.Contains(a.ProcessClassification));
    }

    /// <summary>An agreement with its parties, chapters and anchors; 404 where the caller may not see it.</summary>
    public static async Task<Agreement> AgreementAsync(this MonitoringDb db, Caller caller, AgreementId id, CancellationToken cancellationToken) =>
        await db.VisibleAgreements(caller)
            .Include(a => a.Parties.OrderBy(p => p.Ordinal)).Include(a => a.Chapters.OrderBy(c => c.Number)).Include(a => a.Anchors.OrderBy(x => x.Ordinal)).ThenInclude(x => x.Changes.OrderBy(c => c.Ordinal))
            .AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    /// <summary>The id in the name of a record under the agreement; null where the name is of another form or another agreement.</summary>
    public static TId? Under<TId>(AgreementId agreement, string? name) where TId : struct, IStrongId<TId> =>
        name is not null && name.StartsWith($"{agreement}/", StringComparison.Ordinal) && ResourceName.TryParse<TId>(name[($"{agreement}".Length + 1)..], out var id) ? id : null;

    public static async Task<Provision> ProvisionAsync(this MonitoringDb db, AgreementId agreement, ProvisionId id, CancellationToken cancellationToken) =>
        await db.Provisions.Include(p => p.Obligated).SingleOrDefaultAsync(p => p.Agreement == agreement && p.Id == id, cancellationToken) ?? throw Fail.NotFound($"{agreement}/{id}");

    /// <summary>All milestones of the agreement in the order of their recording: the graph is judged as a whole.</summary>
    public static Task<List<Milestone>> MilestonesAsync(this MonitoringDb db, AgreementId agreement, CancellationToken cancellationToken) =>
        db.Milestones.Where(m => m.Agreement == agreement).Include(m => m.Predecessors.OrderBy(p => p.Ordinal)).Include(m => m.Entries.OrderBy(e => e.Ordinal))
            .OrderBy(m => m.CreateTime).ThenBy(m => m.Id).AsSplitQuery().ToListAsync(cancellationToken);
}
