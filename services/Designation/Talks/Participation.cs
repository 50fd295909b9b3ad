using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Talks;

/// <summary>Women and men of one delegation when it was last present (R56).</summary>
/// <param name="Delegation">Resource name.</param>
/// <param name="Sessions">How many sessions it was present at.</param>
/// <param name="LastOn">Day of the last one.</param>
/// <param name="Counts">Of that one, by role and level.</param>
/// <param name="NoWomanParticipates">It sent participants, and no woman among them.</param>
internal sealed record DelegationParticipation(string Delegation, int Sessions, DateOnly LastOn, IReadOnlyList<HeadCount> Counts, bool NoWomanParticipates);

/// <summary>Who sits at the table.</summary>
/// <param name="Delegations">Side by side, in no order of merit.</param>
/// <param name="SessionsWithoutWomen">Resource names of the sessions at which there were participants and no woman among them.</param>
internal sealed record ParticipationAnswer(IReadOnlyList<DelegationParticipation> Delegations, IReadOnlyList<string> SessionsWithoutWomen);

/// <summary>Whether women sit at the table, counted from the sessions that stand (R56).</summary>
internal static class Participation
{
    public static ParticipationAnswer Of(IReadOnlyList<TalkSession> sessions)
    {
        var standing = sessions.Where(s => s.Withdrawn is null).OrderBy(s => s.Content.On).ThenBy(s => s.CreateTime).ToList();
        return new ParticipationAnswer(
            [.. standing.SelectMany(s => s.Content.Present!.Select(p => (Session: s, Presence: p!))).GroupBy(x => x.Presence.Delegation!, StringComparer.Ordinal).Select(OfDelegation)],
            [.. standing.Where(s => NoWoman(s.Content.Present!.SelectMany(p => p!.Counts!))).Select(s => s.Name)]);
    }

    public static async Task<ParticipationAnswer> ParticipationAsync(this DesignationDb db, ProcessId process, CancellationToken cancellationToken) =>
        Of(await db.TalkSessions.AsNoTracking().Where(s => s.Process == process).ToListAsync(cancellationToken));

    internal static async Task<Ok<ParticipationAnswer>> GetAsync(ProcessId process, DesignationDb db, Caller caller, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadTalks, cancellationToken);
        return TypedResults.Ok(await db.ParticipationAsync(process, cancellationToken));
    }

    private static DelegationParticipation OfDelegation(IGrouping<string, (TalkSession Session, Presence Presence)> present)
    {
        var (session, presence) = present.Last();
        IReadOnlyList<HeadCount> counts = [.. presence.Counts!.Select(c => c!)];
        return new DelegationParticipation(present.Key, present.Count(), session.Content.On!.Value, counts, NoWoman(counts));
    }

    // An observer does not sit at the table.
    private static bool NoWoman(IEnumerable<HeadCount?> counts)
    {
        var participants = counts.Where(c => c!.Role == TalkRole.Participant).ToList();
        return participants.Sum(c => c!.Men) > 0 && participants.Sum(c => c!.Women) == 0;
    }
}
