using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Standby.Calls;

/// <summary>What somebody said last.</summary>
/// <param name="Outcome">Accepted or declined.</param>
/// <param name="Time">When, UTC.</param>
internal sealed record LastWord(CallOutcome Outcome, DateTime Time);

/// <summary>What people said when they were asked (R25): of each the last word, since whoever declined may be asked again, and accept.</summary>
internal static class LastWords
{
    private static readonly CallOutcome[] s_words = [CallOutcome.Accepted, CallOutcome.Declined];

    /// <returns>Accepted or declined, by person; nothing of whoever was not reached or has not answered.</returns>
    public static async Task<Dictionary<ProfileId, LastWord>> LastWordsAsync(this IQueryable<StandbyCall> calls, CancellationToken cancellationToken)
    {
        var said = await calls.Where(c => s_words.Contains(c.Outcome)).Select(c => new { c.Id, c.Profile, c.Outcome, Time = c.AnswerTime ?? c.CallTime }).ToListAsync(cancellationToken);
        return said.GroupBy(s => s.Profile).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Time).ThenBy(s => s.Id.Value).Select(s => new LastWord(s.Outcome, s.Time)).Last());
    }
}
