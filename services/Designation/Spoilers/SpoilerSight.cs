using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Spoilers;

/// <summary>Spoilers are as secret as their process, and Confidential where that is less; a lead mediator sees those of the talks that the own organization leads.</summary>
internal static class SpoilerSight
{
    /// <summary>Agreement is near, or has to hold: this is when spoilers strike (S/2009/189 ¶30).</summary>
    private static readonly ProcessState[] s_near = [ProcessState.SubstantiveTalks, ProcessState.AgreementSigned, ProcessState.Implementation];

    /// <summary>The process of which the caller sees spoilers; for others it has none.</summary>
    public static async Task<Process> FindProcessOfSpoilersAsync(this DesignationDb db, ProcessId process, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.ReadSpoilers, cancellationToken);
        if (!caller.IsClearedFor(Classification.Confidential))
        {
            throw Fail.NotFound($"{process}/spoilers");
        }

        db.NoteRead(process.ToString(), Classification.Confidential);
        return found;
    }

    /// <summary>Judgements that stand, of processes in which agreement is near, and nobody has said how they are dealt with (R57). Whoever asks looks at who may see them.</summary>
    public static IQueryable<Spoiler> Unaddressed(this DesignationDb db) =>
        db.Spoilers.Where(s => s.EndTime == null && s.Strategy == null).Join(db.Processes.Where(p => s_near.Contains(p.State)), s => s.Process, p => p.Id, (s, _) => s);
}
