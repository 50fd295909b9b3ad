using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Missions;

/// <summary>A mission that serves something now, and who holds its posts.</summary>
internal sealed record ServingMission(Mission Mission, IReadOnlyList<MissionTerm> Terms);

/// <summary>Who is head of the mission that serves a process or an agreement.</summary>
internal static class HeadsOfMission
{
    /// <summary>
    /// The missions that the caller may see, oldest first. A process outside the caller's view is refused as one that is not there. Whether there is such an agreement only monitoring knows: of one that
    /// no mission serves, or none that the caller may see, the answer is empty.
    /// </summary>
    public static async Task<IReadOnlyList<ServingMission>> ServingAsync(this DesignationDb db, string name, Caller caller, CancellationToken cancellationToken)
    {
        if (ResourceName.TryParse<ProcessId>(name, out var process))
        {
            await db.RequireSightAsync(process, caller, cancellationToken);
        }
        else if (!ServedRecord.IsAgreement(name))
        {
            throw Fail.Invalid("name", "Expected the form processes/{uuid} or agreements/{uuid}.");
        }

        var missions = await db.Missions.SeenBy(caller).AsNoTracking()
            .Where(m => m.CloseTime == null && db.ServedRecords.Any(s => s.Mission == m.Id && s.Record == name && s.EndTime == null))
            .OrderBy(m => m.CreateTime).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        var ids = missions.Select(m => m.Id).ToList();
        var terms = await db.MissionTerms.AsNoTracking().Where(t => ids.Contains(t.Mission) && t.EndTime == null).OrderBy(t => t.CreateTime).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        return [.. missions.Select(m => new ServingMission(m, [.. terms.Where(t => t.Mission == m.Id)]))];
    }
}
