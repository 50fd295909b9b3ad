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
    private volatile RosterIndex _current = RosterIndex.Empty;
    private DateTime _seen = DateTime.MinValue;
    private long _caughtUp;

    /// <summary>How long ago it was last known to hold what the database holds; null before it was filled.</summary>
    public TimeSpan? Staleness => Volatile.Read(ref _caughtUp) is > 0 and var at ? Stopwatch.GetElapsedTime(at) : null;

    /// <summary>The latest state; work on one from beginning to end.</summary>
    public RosterIndex Current => _current;

    /// <summary>Where these people stand in a state; whoever came after it is left out.</summary>
    public IReadOnlyList<int> SlotsOf(RosterIndex index, IEnumerable<ProfileId> people)
    {
        lock (_writing)
        {
            return [.. _writer.SlotsOf(people).Where(slot => slot < index.Count)];
        }
    }

    public void Committed(IReadOnlyCollection<object> records) => Put(records.OfType<Profile>());

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

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        await foreach (var profile in db.Profiles.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _seen = profile.UpdateTime > _seen ? profile.UpdateTime : _seen;
            lock (_writing)
            {
                _writer.Put(new RosterEntry(profile));
            }
        }

        Put([], publish: true);
        Volatile.Write(ref _caughtUp, Stopwatch.GetTimestamp());
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        var since = _seen == DateTime.MinValue ? _seen : _seen - Overlap;
        var recent = await db.Profiles.Where(p => p.UpdateTime >= since).Select(p => new { p.Id, p.Version, p.UpdateTime }).ToListAsync(cancellationToken);
        List<ProfileId> missed;
        lock (_writing)
        {
            missed = [.. recent.Where(r => !_writer.Holds(r.Id, r.Version)).Select(r => r.Id)];
        }

        foreach (var ids in missed.Chunk(BatchSize))
        {
            Put(await db.Profiles.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken));
        }

        _seen = recent.Select(r => r.UpdateTime).Append(_seen).Max();
        Volatile.Write(ref _caughtUp, Stopwatch.GetTimestamp());
    }

    private void Put(IEnumerable<Profile> profiles, bool publish = false)
    {
        lock (_writing)
        {
            foreach (var profile in profiles)
            {
                publish |= _writer.Put(new RosterEntry(profile));
            }

            if (publish)
            {
                _current = _writer.Build();
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The search index could not look for changes of other replicas; it tries again.")]
    private partial void LogBehind(Exception e);
}
