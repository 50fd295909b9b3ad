using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Alerts;

/// <summary>One step of the upkeep of alerts, in a context of its own; what it decides it decides on what the store says in the transaction that writes it.</summary>
internal sealed class AlertKeeping<TSubject>(ServiceDbContext db, IEnumerable<IAlertRule<TSubject>> rules, IAlertedRecords<TSubject> records, TimeProvider time) where TSubject : struct, IStrongId<TSubject>
{
    /// <summary>What the service does for itself here, as the audit chain names it.</summary>
    private const string Word = "alerts";

    public IReadOnlyList<string> Kinds => [.. rules.Select(r => r.Kind.Code)];

    /// <summary>What is looked at where these have changed.</summary>
    public Task<IReadOnlyCollection<TSubject>> TouchedWithAsync(IReadOnlyCollection<TSubject> changed, CancellationToken cancellationToken) => records.TouchedWithAsync(changed, cancellationToken);

    /// <summary>What is kept of every kind, by kind: read once for all rules, since a look follows each commit.</summary>
    public async Task<ILookup<string, Alert<TSubject>>> StandingAsync(IReadOnlyCollection<TSubject>? of, CancellationToken cancellationToken) =>
        (await Standing(of?.ToList()).AsNoTracking().ToListAsync(cancellationToken)).ToLookup(a => a.Kind, StringComparer.Ordinal);

    /// <summary>The subjects about which something else is kept than is true; nothing is written.</summary>
    public async Task<IReadOnlyList<TSubject>> DifferingAsync(string kind, IEnumerable<Alert<TSubject>> standing, IReadOnlyCollection<TSubject>? of, CancellationToken cancellationToken)
    {
        var rule = RuleOf(kind);
        var found = (await rule.FindAsync(of, time.Now(), cancellationToken)).ToDictionary(f => (f.Subject, f.About));
        List<TSubject> differing = [];
        foreach (var alert in standing)
        {
            if (!found.Remove((alert.Subject, alert.About), out var finding) || !alert.Tells(rule.Kind, finding))
            {
                differing.Add(alert.Subject);
            }
        }

        return [.. differing.Concat(found.Keys.Select(k => k.Subject)).Distinct()];
    }

    /// <summary>Raises, refreshes and ends, so that about this subject is kept what is true.</summary>
    public async Task ReconcileAsync(string kind, TSubject subject, CancellationToken cancellationToken)
    {
        using var act = Act.Of(Word);
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var (rule, now) = (RuleOf(kind), time.Now());
        var standing = await Standing([subject]).Where(a => a.Kind == kind).ToListAsync(cancellationToken);
        var found = (await rule.FindAsync([subject], now, cancellationToken)).ToDictionary(f => f.About, StringComparer.Ordinal);
        foreach (var alert in standing)
        {
            if (!found.TryGetValue(alert.About, out var finding) || alert.IsOutdoneBy(rule.Kind, finding))
            {
                End(alert, rule.Kind, now);
                continue;
            }

            found.Remove(alert.About);
            if (!alert.Tells(rule.Kind, finding))
            {
                alert.Refresh(rule.Kind, finding, now);
            }
        }

        foreach (var finding in found.Values)
        {
            records.Tell(AlertStep.Raised, db.Add(Alert<TSubject>.Raise(rule.Kind, finding, now)).Entity, rule.Kind.AskedAt(0), now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>What the next role is to be asked about now.</summary>
    public async Task<IReadOnlyList<AlertId>> DueAsync(CancellationToken cancellationToken)
    {
        var (now, known) = (time.Now(), Kinds.ToList()); // what a newer release raises is for its own replicas to escalate
        return await db.Set<Alert<TSubject>>().Where(a => a.DueTime <= now && known.Contains(a.Kind)).OrderBy(a => a.DueTime).Select(a => a.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Takes one step. Of several replicas that try, the version of the alert lets one through.</summary>
    public async Task EscalateAsync(AlertId id, CancellationToken cancellationToken)
    {
        using var act = Act.Of(Word);
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var now = time.Now();
        var alert = await db.Set<Alert<TSubject>>().SingleAsync(a => a.Id == id, cancellationToken);
        var kind = RuleOf(alert.Kind).Kind;
        if (alert.Escalate(kind, now))
        {
            records.Tell(AlertStep.Escalated, alert, kind.AskedAt(alert.Level), now);
            await db.SaveChangesAsync(cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
    }

    private IAlertRule<TSubject> RuleOf(string kind) => rules.Single(r => r.Kind.Code == kind);

    private IQueryable<Alert<TSubject>> Standing(List<TSubject>? of)
    {
        var standing = db.Set<Alert<TSubject>>().Where(a => a.OverTime == null);
        return of is null ? standing : standing.Where(a => of.Contains(a.Subject));
    }

    private void End(Alert<TSubject> alert, AlertKind kind, DateTime now)
    {
        if (alert.End(now))
        {
            records.Tell(AlertStep.Resolved, alert, kind.AskedAt(alert.Level), now);
        }
    }
}
