using Concord.Designation.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Missions;

/// <summary>What a hand-over of an account does to the posts that the person held.</summary>
internal static class FollowMissions
{
    public static async Task HandOverPostsAsync(this DesignationDb db, string from, string to, DateTime now, CancellationToken cancellationToken)
    {
        var held = await db.MissionTerms.Where(t => t.Account == from && t.EndTime == null).Select(t => t.Mission).Distinct().ToListAsync(cancellationToken);
        foreach (var mission in await db.Missions.Where(m => held.Contains(m.Id)).ToListAsync(cancellationToken))
        {
            db.AddRange((await db.PostsAsync(mission, cancellationToken)).HandOver(from, to, now));
        }
    }
}
