using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Standby.Calls;

/// <summary>What somebody said last.</summary>
/// <param name="Outcome">Accepted or declined.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Link">The call by whose link it was said, which told of which days; null where it was said otherwise.</param>
internal sealed record LastWord(CallOutcome Outcome, DateTime Time, CallId? Link);

/// <summary>What people said when they were asked (R25): of each the last word, since whoever declined may be asked again, and accept.</summary>
internal static class LastWords
{
    private static readonly CallOutcome[] s_words = [CallOutcome.Accepted, CallOutcome.Declined];

    /// <returns>Accepted or declined, by person; nothing of whoever was not reached or has not answered.</returns>
    public static async Task<Dictionary<ProfileId, LastWord>> LastWordsAsync(this IQueryable<StandbyCall> calls, CancellationToken cancellationToken)
    {
        var said = await calls.Where(c => s_words.Contains(c.Outcome)).Select(c => new { c.Id, c.Profile, c.Outcome, Time = c.AnswerTime ?? c.CallTime, ByLink = c.AnswerTime != null }).ToListAsync(cancellationToken);
        return said.GroupBy(s => s.Profile).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Time).ThenBy(s => s.Id.Value).Select(s => new LastWord(s.Outcome, s.Time, s.ByLink ? s.Id : null)).Last());
    }
}
