using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Missions;

/// <summary>A mission.</summary>
/// <param name="MandateExpired">Its last day has passed (R154).</param>
/// <param name="HeadOfMission">Resource name of the account; absent where the post is vacant, or the mission closed.</param>
/// <param name="Deputies">The same, in the order of their appointment.</param>
/// <param name="Processes">Resource names of the processes it serves now, as far as you may see them.</param>
/// <param name="Agreements">The same of agreements; for those who keep missions and those who hold a post of it, and empty for others.</param>
internal sealed record MissionAnswer(
    string Name, string Title, IReadOnlyList<string> Countries, MissionMandate Mandate, bool MandateExpired, Classification Classification, string? HeadOfMission, IReadOnlyList<string> Deputies,
    IReadOnlyList<string> Processes, IReadOnlyList<string> Agreements, Signature OpenedBy, DateTime CreateTime, DateTime UpdateTime,
    DateTime? CloseTime, string? CloseReason, Signature? ClosedBy, string Etag);

/// <summary>A person's time in a post.</summary>
/// <param name="AppointedBy">Absent where the account was handed over.</param>
/// <param name="EndTime">First instant after it; absent while it lasts.</param>
internal sealed record MissionTermAnswer(
    string Name, MissionPost Post, string Account, string Reason, Signature? AppointedBy, DateTime StartTime, DateTime? EndTime, string? EndReason, Signature? EndedBy);

internal static class MissionAnswers
{
    public static MissionTermAnswer ToAnswer(MissionTerm t) =>
        new($"{t.Mission}/{t.Id}", t.Post, t.Account, t.Reason, t.AppointedBy, t.StartTime, t.EndTime, t.EndReason, t.EndedBy);

    /// <summary>Missions with who holds their posts and what they serve, as far as the caller may see it.</summary>
    public static async Task<IReadOnlyList<MissionAnswer>> ToAnswersAsync(DesignationDb db, IReadOnlyList<Mission> missions, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        var ids = missions.Select(m => m.Id).ToList();
        var terms = await db.MissionTerms.AsNoTracking().Where(t => ids.Contains(t.Mission) && t.EndTime == null).OrderBy(t => t.CreateTime).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        var served = await db.ServedRecords.AsNoTracking().Where(s => ids.Contains(s.Mission) && s.EndTime == null).OrderBy(s => s.CreateTime).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var processes = served.Select(s => ResourceName.TryParse<ProcessId>(s.Record, out var id) ? id : default).Distinct().ToList();
        var seen = await db.Processes.SeenBy(caller).Where(p => processes.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        await db.NoteReadAsync(seen, cancellationToken);
        var names = seen.Select(p => p.ToString()).ToHashSet(StringComparer.Ordinal);
        var today = DateOnly.FromDateTime(now);
        return [.. missions.Select(m => ToAnswer(m, terms.Where(t => t.Mission == m.Id).ToList(), served.Where(s => s.Mission == m.Id).Select(s => s.Record).ToList()))];

        MissionAnswer ToAnswer(Mission m, List<MissionTerm> posts, List<string> records)
        {
            // Whether the caller may see an agreement only monitoring can say.
            var knowsAgreements = caller.Holds(DesignationPermissions.KeepMissions) || posts.Any(t => t.Account == caller.Subject);
            return new MissionAnswer(
                m.Id.ToString(), m.Title, m.Countries, new MissionMandate(m.MandateOrgan, m.MandateReference, m.MandateExpireOn), m.MandateExpireOn < today, m.Classification,
                posts.SingleOrDefault(t => t.Post == MissionPost.HeadOfMission)?.Account, [.. posts.Where(t => t.Post == MissionPost.Deputy).Select(t => t.Account)],
                [.. records.Where(names.Contains)], [.. records.Where(r => knowsAgreements && ServedRecord.IsAgreement(r))],
                m.OpenedBy, m.CreateTime, m.UpdateTime, m.CloseTime, m.CloseReason, m.ClosedBy, ETag.Of(m));
        }
    }
}
