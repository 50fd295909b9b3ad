using Concord.Designation.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Missions;

/// <summary>The one way to a mission: outside the caller's view it does not exist. It belongs to no process and is shared with nobody, so that who comes from outside the system sees none that is Confidential.</summary>
internal static class MissionSight
{
    public static IQueryable<Mission> SeenBy(this IQueryable<Mission> missions, Caller caller)
    {
        var open = caller.OpenLabels();
        return missions.Where(m => open.Contains(m.Classification));
    }

    public static async Task<Mission> FindMissionAsync(this DesignationDb db, MissionId id, Caller caller, CancellationToken cancellationToken) =>
        await db.Missions.SeenBy(caller).SingleOrDefaultAsync(m => m.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    public static async Task<MissionPosts> PostsAsync(this DesignationDb db, Mission mission, CancellationToken cancellationToken) =>
        new(mission, await db.MissionTerms.Where(t => t.Mission == mission.Id && t.EndTime == null).ToListAsync(cancellationToken));
}
