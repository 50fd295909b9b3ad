using System.Collections.ObjectModel;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Insiders;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Reading;

/// <summary>
/// How many different people whose profiles are Confidential or stricter, and insider-reconcilers, one caller is shown within ten minutes, opened, listed or found by a search. Counted from the entries of the audit chain,
/// so all replicas count together and a restart forgets nothing.
/// </summary>
internal sealed partial class BulkReading(IConfiguration configuration, TimeProvider time, ReadingMetrics metrics, ILogger<BulkReading> logger) : IReadingLimit
{
    public static readonly Setting MostPeople = new(
        "Roster:Reading:MostPeople", "How many different Confidential people of the roster one caller is shown within ten minutes; beyond that it is refused and entered.", "200", SettingForm.Amount);

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int Gates = 64;

    /// <summary>What a caller sent together is counted one after the other; at several replicas at once, as many times the number as there are replicas may pass.</summary>
    private readonly Gate[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new Gate())];

    private static readonly string[] s_actions = [RosterPermissions.ReadProfiles.Name, RosterPermissions.SearchProfiles.Name, RosterPermissions.ExportProfiles.Name, RosterPermissions.ReadAssessments.Name, RosterPermissions.ReadInsiders.Name, RosterPermissions.ReadSlates.Name];

    public async Task ShowAsync(ServiceDbContext db, Caller caller, IReadOnlyList<string> shown, Func<Task> enterAsync, CancellationToken cancellationToken)
    {
        var people = shown.Where(name => ResourceName.IsIn(ProfileId.Collection, name) || ResourceName.IsIn(InsiderId.Collection, name)).ToHashSet(StringComparer.Ordinal);
        // An alert tells what is overdue, and of nobody who was looked for: whoever composes a team must not lose the alerts for it.
        if (people.Count == 0 || db.CurrentAction == RosterPermissions.ReadAlerts.Name)
        {
            await enterAsync();
            return;
        }

        var gate = _gates[(uint)caller.Subject.GetHashCode(StringComparison.Ordinal) % Gates];
        await gate.Turn.WaitAsync(cancellationToken);
        try
        {
            await CheckAsync(db, gate, caller.Subject, people, cancellationToken);
            await enterAsync();
        }
        finally
        {
            gate.Turn.Release();
        }
    }

    private async Task CheckAsync(ServiceDbContext db, Gate gate, string reader, HashSet<string> people, CancellationToken cancellationToken)
    {
        var most = MostPeople.RequiredIn<int>(configuration);
        var now = time.Now();
        IReadOnlyDictionary<string, DateTime> seen = people.Count > most ? ReadOnlyDictionary<string, DateTime>.Empty : await SeenAsync(db, gate.Of(reader, now - Window), reader, now - Window, cancellationToken);
        var tooMany = seen.Keys.Union(people).Count() - most;
        if (tooMany <= 0)
        {
            return;
        }

        metrics.Refused();
        LogTooMany(most);

        // When as many as are too many were last seen ten minutes ago; what alone is too many is so then too.
        var forgotten = seen.Where(s => !people.Contains(s.Key)).Select(s => s.Value).Order().ElementAtOrDefault(tooMany - 1);
        throw new DomainException(RosterReasons.TooManyPeople, $"This would be more than {most} different people within ten minutes. It was entered into the audit chain.")
        {
            RetryAfter = forgotten == default ? Window : forgotten + Window - now,
        };
    }

    // By the actor's own entries from a certain place in the chain on: both have an index. The chain has one order, that of the commits, so that whatever is not counted yet comes after what is.
    private static async Task<IReadOnlyDictionary<string, DateTime>> SeenAsync(ServiceDbContext db, SeenPeople seen, string reader, DateTime since, CancellationToken cancellationToken)
    {
        var counted = seen.CountedUpTo ?? await db.AuditEntries.Where(e => e.Time > since).OrderBy(e => e.Time).ThenBy(e => e.Sequence).Select(e => (long?)(e.Sequence - 1)).FirstOrDefaultAsync(cancellationToken);
        if (counted is null)
        {
            return seen.Times;
        }

        var shown =
            from entry in db.AuditEntries
            where entry.Actor == reader && entry.Sequence > counted && entry.Time > since && entry.Outcome == AuditOutcome.Done && s_actions.Contains(entry.Action)
            from touch in entry.Touches
            where touch.Resource.StartsWith("profiles/") || touch.Resource.StartsWith("insiders/")
            select new { touch.Resource, entry.Time, entry.Sequence };
        foreach (var one in await shown.ToListAsync(cancellationToken))
        {
            seen.Add(one.Resource, one.Time, one.Sequence);
        }

        return seen.Times;
    }

    [LoggerMessage(LogLevel.Warning, "Somebody asked to see more than {Most} different people of the roster within ten minutes and was refused; the audit chain names who.")]
    private partial void LogTooMany(int most);

    /// <summary>Those whose turn comes here, and whom each of them was shown.</summary>
    private sealed class Gate
    {
        private readonly Dictionary<string, SeenPeople> _readers = new(StringComparer.Ordinal);

        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>Whom a reader was shown since then; to be asked for, and used, by whose turn it is.</summary>
        public SeenPeople Of(string reader, DateTime since)
        {
            foreach (var (other, seen) in _readers)
            {
                seen.Forget(since);
                if (seen.Times.Count == 0)
                {
                    _readers.Remove(other);
                }
            }

            if (!_readers.TryGetValue(reader, out var own))
            {
                _readers[reader] = own = new SeenPeople();
            }

            return own;
        }
    }
}
