using System.Collections.Concurrent;
using System.Threading.Channels;
using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Concord.Platform.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Watching;

/// <summary>How often a process, its claims, support, lead and state were changed; whoever sees another number has something to read anew.</summary>
/// <param name="Process">Which.</param>
/// <param name="Revision">How often.</param>
/// <param name="Classification">Now.</param>
/// <param name="SharedWith">Resource names of the organizations it is shared with now.</param>
internal sealed record ProcessRevision(ProcessId Process, long Revision, Classification Classification, IReadOnlySet<string> SharedWith)
{
    /// <summary>Whether nothing that a watcher is told, or that decides who may watch, is another.</summary>
    public bool IsAs(ProcessRevision? before) => before?.Revision == Revision && SharedWith.SetEquals(before.SharedWith);
}

/// <summary>
/// Looks at the processes that somebody watches, all of them by one question to the store, so that what another replica wrote is noticed too.
/// Proposals do not count: not everybody who may see a process may know of them.
/// </summary>
internal sealed partial class ProcessRevisions(IServiceScopeFactory scopes, TimeProvider time, ILogger<ProcessRevisions> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>A line on which nothing is said for long is cut by whatever stands between.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<Channel<ProcessRevision>, ProcessId> _watchers = new();

    /// <summary>The revision now and each later one, of which some may be passed over; the same again where nothing happens for long.</summary>
    public async IAsyncEnumerable<ProcessRevision> WatchAsync(ProcessId process, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<ProcessRevision>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        _watchers[channel] = process;
        try
        {
            ProcessRevision? known = null;
            foreach (var now in await AskAsync([process], cancellationToken))
            {
                known = now;
                yield return now;
            }

            var told = time.GetTimestamp();

            await foreach (var seen in channel.Reader.ReadAllAsync(cancellationToken))
            {
                var silent = time.GetElapsedTime(told) >= LongestSilence;
                if (silent || !seen.IsAs(known))
                {
                    told = silent || seen.Revision != known?.Revision ? time.GetTimestamp() : told; // of whom it is shared with nothing is said
                    known = seen;
                    yield return seen;
                }
            }
        }
        finally
        {
            _watchers.TryRemove(channel, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotAsked(e); // the next turn asks again
            }
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var watchers = _watchers.ToArray();
        if (watchers.Length == 0)
        {
            return;
        }

        var now = (await AskAsync([.. watchers.Select(w => w.Value).Distinct()], cancellationToken)).ToDictionary(r => r.Process);
        foreach (var (channel, process) in watchers)
        {
            if (now.TryGetValue(process, out var revision))
            {
                channel.Writer.TryWrite(revision);
            }
        }
    }

    // Rows are only added, and every change raises the version of one: no two states of a process have the same sum.
    private async Task<List<ProcessRevision>> AskAsync(List<ProcessId> processes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DesignationDb>();
        var shared = await db.SharedWithAsync([.. processes.Select(p => p.ToString())], time.Now(), cancellationToken);
        var found = await db.Processes.Where(p => processes.Contains(p.Id)).Select(p => new
        {
            p.Id,
            p.Classification,
            Revision = p.Version
                + db.Claims.Where(c => c.Process == p.Id).Sum(c => c.Version)
                + db.SupportRoles.Where(s => s.Process == p.Id).Sum(s => s.Version)
                + db.LeadDesignations.Where(l => l.Process == p.Id).Sum(l => l.Version),
        }).ToListAsync(cancellationToken);
        return [.. found.Select(p => new ProcessRevision(p.Id, p.Revision, p.Classification, shared[p.Id.ToString()].ToHashSet(StringComparer.Ordinal)))];
    }

    [LoggerMessage(LogLevel.Warning, "Watched processes could not be looked at; it is retried.")]
    private partial void LogNotAsked(Exception e);
}
