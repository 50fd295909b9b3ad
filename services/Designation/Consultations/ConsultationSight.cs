using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Consultations;

/// <summary>
/// Who knows of a round. The persons of the appointing authority and mediation support read all of it. An officer of an organization that was asked knows of the round and of the own position, and after the close of those
/// whose authors agreed. For everybody else, also who was asked with whom, there is none: an organization that is seen to object may be made to pay for it (R156).
/// </summary>
internal static class ConsultationSight
{
    public static bool ReadsConsultations(this Process process, Caller caller) =>
        caller.Holds(DesignationPermissions.KeepProcesses) || (process.Persons.Contains(caller.Subject) && caller.Holds(DesignationPermissions.KeepConsultations));

    public static IQueryable<Consultation> ConsultationsSeenBy(this DesignationDb db, Process process, Caller caller)
    {
        var (all, own) = (process.ReadsConsultations(caller), AskedAs(caller));
        return db.Consultations.Where(c => c.Process == process.Id && (all || c.Invited.Any(i => i.Organization == own)));
    }

    public static async Task<Consultation> FindConsultationAsync(this DesignationDb db, Process process, ConsultationId id, Caller caller, CancellationToken cancellationToken) =>
        await db.ConsultationsSeenBy(process, caller).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw Fail.NotFound($"{process.Id}/{id}");

    /// <summary>What the caller may read of the positions in a round that he knows of.</summary>
    public static IQueryable<ConsultationPosition> PositionsSeenBy(this DesignationDb db, Process process, Consultation consultation, Caller caller, DateTime now)
    {
        var (all, own, closed) = (process.ReadsConsultations(caller), AskedAs(caller), consultation.StateAt(now) == ConsultationState.Closed);
        return db.ConsultationPositions.Where(p => p.Consultation == consultation.Id && (all || p.Organization == own || (closed && p.ShowToOthers && p.SupersedeTime == null)));
    }

    // Whoever cannot answer for an organization is not the one who was asked.
    private static string AskedAs(Caller caller) => caller.Organization is { } own && caller.Holds(DesignationPermissions.AnswerConsultations) ? own : "nobody";
}
