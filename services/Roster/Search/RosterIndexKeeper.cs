using System.Diagnostics;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Search;

/// <summary>
/// Keeps the index true to the database. It is filled before the service listens, so that a service which is ready finds everybody; it hears of
/// each commit of this process before the caller is answered; and it looks for the changes of other replicas every few seconds.
/// </summary>
internal sealed partial class RosterIndexKeeper(IServiceScopeFactory scopes, Atlas atlas, IConfiguration configuration, ILogger<RosterIndexKeeper> logger)
    : BackgroundService, ICommitListener
{
    public static readonly Setting Pace = new("Roster:Index:CatchUpSeconds", "How often a replica looks for the changes of the others, in seconds.", "0.5", SettingForm.Period);
    private const int BatchSize = 500;

    // A change is stamped before it is committed, and clocks of replicas differ: what is younger than this is looked at again.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly TimeSpan _pace = TimeSpan.FromSeconds(Pace.RequiredIn<double>(configuration));
    private readonly Lock _writing = new();
    private readonly RosterIndexWriter _writer = new(atlas);
    private readonly RecentChanges _recent = new();
    private volatile RosterIndex _current = RosterIndex.Empty;
    private bool _filled; // until then nothing is published: a search finds everybody or nobody
    private DateTime _newest = DateTime.MinValue; // stamp of the last change that was seen
    private long _newestSeen;
    private long _caughtUp;

    /// <summary>How long ago it was last known to hold what the database holds; null before it was filled.</summary>
    public TimeSpan? Staleness => Volatile.Read(ref _caughtUp) is > 0 and var at ? Stopwatch.GetElapsedTime(at) : null;

    /// <summary>The latest state; work on one from beginning to end.</summary>
    public RosterIndex Current => _current;

    public void Committed(IReadOnlyCollection<object> records)
    {
        Profile[] changed = [.. records.OfType<Profile>()];
        lock (_writing)
        {
            Array.ForEach(changed, p => _recent.Put(p.Id, p.Version, p.UpdateTime));
        }

        Put([.. changed.Select(p => new RosterEntry(p))]);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(_pace);
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CatchUpAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogBehind(e);
            }
        }
    }

    // The next people are read while the last ones are put: on two cores a start takes as long as the longer of both.
    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        // Before anybody is read: whoever is changed meanwhile, after having been read, is found by looking from here on.
        Saw(await db.Profiles.MaxAsync(p => (DateTime?)p.UpdateTime, cancellationToken) ?? DateTime.MinValue);
        var entries = await StoredEntries.NextAsync(db, default, cancellationToken);
        while (entries.Length > 0)
        {
            var last = entries[^1].Id;
            var next = Task.Run(() => StoredEntries.NextAsync(db, last, cancellationToken), cancellationToken);
            Put(entries);
            entries = await next;
        }

        await CatchUpAsync(db, cancellationToken);
        Publish();
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await CatchUpAsync(scope.ServiceProvider.GetRequiredService<RosterDb>(), cancellationToken);
    }

    private async Task CatchUpAsync(RosterDb db, CancellationToken cancellationToken)
    {
        var since = LooksFrom();
        var recent = db.Profiles.Where(p => p.UpdateTime >= since);
        var held = await recent.GroupBy(_ => 1).Select(all => new { Count = all.Count(), Versions = all.Sum(p => p.Version), Newest = all.Max(p => p.UpdateTime) }).SingleOrDefaultAsync(cancellationToken);
        if (held is not null)
        {
            if (IsNews(since, held.Count, held.Versions))
            {
                await ReadMissedAsync(db, recent, cancellationToken);
            }

            Saw(held.Newest);
        }

        Volatile.Write(ref _caughtUp, Stopwatch.GetTimestamp());
    }

    // The overlap counts from the last change, whatever the clocks say; once that long has passed since it was seen, the past moves on too, so that after a large import nobody is looked at for ever.
    private DateTime LooksFrom()
    {
        var passed = Stopwatch.GetElapsedTime(_newestSeen) - Overlap;
        return _newest == DateTime.MinValue ? _newest : _newest + (passed > TimeSpan.Zero ? passed : TimeSpan.Zero) - Overlap;
    }

    private void Saw(DateTime newest)
    {
        if (newest > _newest)
        {
            (_newest, _newestSeen) = (newest, Stopwatch.GetTimestamp());
        }
    }

    private bool IsNews(DateTime since, int count, long versions)
    {
        lock (_writing)
        {
            return _recent.From(since) != (count, versions);
        }
    }

    private async Task ReadMissedAsync(RosterDb db, IQueryable<Profile> recent, CancellationToken cancellationToken)
    {
        var listed = await recent.Select(p => new { p.Id, p.Version, p.UpdateTime }).ToListAsync(cancellationToken);
        List<ProfileId> missed;
        lock (_writing)
        {
            missed = [.. listed.Where(r => !_writer.Holds(r.Id, r.Version)).Select(r => r.Id)];
        }

        foreach (var ids in missed.Chunk(BatchSize))
        {
            Put(await StoredEntries.OfAsync(db, ids, cancellationToken));
        }

        // Only now: whoever could not be read is missing still when it is tried again. What this process has committed meanwhile is counted as news once more, and found to be held.
        lock (_writing)
        {
            _recent.Replace(listed.Select(r => (r.Id, r.Version, r.UpdateTime)));
        }
    }

    private void Put(IReadOnlyList<RosterEntry> entries)
    {
        lock (_writing)
        {
            var news = false;
            foreach (var entry in entries)
            {
                news |= _writer.Put(entry);
            }

            if (news && _filled)
            {
                _current = _writer.Build();
            }
        }
    }

    private void Publish()
    {
        lock (_writing)
        {
            _filled = true;
            _current = _writer.Build();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The search index could not look for changes of other replicas; it tries again.")]
    private partial void LogBehind(Exception e);
}
