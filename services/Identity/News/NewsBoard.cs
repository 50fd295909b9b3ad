using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Concord.Contracts.Access;
using Concord.Identity.Compartments;
using Concord.Identity.Persistence;
using Concord.Identity.Tokens.Keys;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.News;

/// <summary>The news of people's access as the store holds it now: read again after each commit here that changes it, and often enough to see those of other replicas.</summary>
internal sealed partial class NewsBoard(IServiceScopeFactory scopes, TokenKeys tokenKeys, TimeProvider time, ILogger<NewsBoard> logger) : BackgroundService, ICommitListener
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250); // wall time on purpose: it is about noticing, not about the domain
    private static readonly TimeSpan LongestUnread = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(800);

    private readonly SemaphoreSlim _bell = new(0, 1);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AccessNews? _current;
    private long _read;

    /// <summary>The list; where it is still that version, null after a while.</summary>
    /// <exception cref="DomainException">The store has not answered: what it holds now is not known.</exception>
    public async Task<AccessNews?> FindOtherThanAsync(string? version, CancellationToken cancellationToken)
    {
        var changed = Volatile.Read(ref _changed).Task;
        if (Current().Version != version)
        {
            return Current();
        }

        await Task.WhenAny(changed, Task.Delay(LongestWait, cancellationToken));
        return Current() is { } now && now.Version != version ? now : null;
    }

    public void Committed(IReadOnlyCollection<object> records)
    {
        if (records.Any(r => r is Revocation or Membership) && _bell.CurrentCount == 0)
        {
            Ring();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false; // told once, not four times a second of an outage
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stoppingToken);
                failing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!failing)
                {
                    LogNotRead(e);
                }

                failing = true;
            }

            await ((Task)_bell.WaitAsync(Pace, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private AccessNews Current() => _current is { } current && Stopwatch.GetElapsedTime(Volatile.Read(ref _read)) < LongestUnread
        ? current
        : throw Fail.Because(PlatformReasons.StoreUnavailable, "The store does not say whose access has ended.");

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var now = time.Now();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var rows = await db.Revocations.Where(r => r.ExpireTime > now).Select(r => new { r.Subject, r.Below }).ToListAsync(cancellationToken);
        var below = new SortedDictionary<string, long>(rows.GroupBy(r => r.Subject).ToDictionary(g => g.Key, g => g.Max(r => r.Below)), StringComparer.Ordinal);
        var members = await CompartmentApi.Current(db, now).Select(m => new { m.Account, m.Compartment }).ToListAsync(cancellationToken);
        var named = new SortedDictionary<string, IReadOnlyList<string>>(
            members.GroupBy(m => m.Account.ToString()).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(m => m.Compartment.Process).Distinct().Order(StringComparer.Ordinal)]), StringComparer.Ordinal);
        var keys = tokenKeys.Live.Ids;
        var text = string.Join('\n', below.Select(b => $"{b.Key} {b.Value}").Concat(named.Select(n => $"{n.Key} {string.Join(' ', n.Value)}")).Append(string.Join(' ', keys)));
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
        Volatile.Write(ref _read, started);
        if (_current?.Version == version)
        {
            return;
        }

        _current = new AccessNews(version, below, named, keys);
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // another commit was faster
        }
    }

    [LoggerMessage(LogLevel.Error, "Whose access has ended cannot be read; it is tried again at once.")]
    private partial void LogNotRead(Exception e);
}
