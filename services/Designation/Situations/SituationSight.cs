using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Situations;

/// <summary>Who sees a situation: whom clearance alone lets see what is of its classification. None is shared, so from outside only Unclassified ones are seen.</summary>
internal static class SituationSight
{
    public static IQueryable<Situation> SeenBy(this IQueryable<Situation> situations, Caller caller)
    {
        var open = caller.OpenLabels();
        return situations.Where(s => open.Contains(s.Classification));
    }

    public static async Task<Situation> FindSituationAsync(this DesignationDb db, SituationId id, Caller caller, CancellationToken cancellationToken) =>
        await db.Situations.SeenBy(caller).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    /// <summary>A process is put under a situation only by who sees it; one that it is under already stays, seen or not.</summary>
    public static async Task RequireSituationAsync(this DesignationDb db, string? wished, string? before, Caller caller, CancellationToken cancellationToken)
    {
        if (wished is not null && wished != before && !(ResourceName.TryParse<SituationId>(wished, out var id) && await db.Situations.SeenBy(caller).AnyAsync(s => s.Id == id, cancellationToken)))
        {
            throw Fail.Invalid("situationName", "No such situation.");
        }
    }

    /// <summary>Which of the situations that these processes work on the caller sees: the others are told of to nobody who reads the process.</summary>
    public static async Task<IReadOnlySet<SituationId>> SeenSituationsAsync(this DesignationDb db, IEnumerable<Process> processes, Caller caller, CancellationToken cancellationToken)
    {
        var asked = processes.Select(p => p.InSituation).OfType<SituationId>().Distinct().ToList();
        return asked.Count == 0 ? new HashSet<SituationId>() : await db.Situations.SeenBy(caller).Where(s => asked.Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(cancellationToken);
    }
}
