using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Concord.Contracts.Access;

namespace Concord.Platform.Security.News;

/// <summary>Which access tokens are good no more and who is named in which compartment, as the identity service last told this process.</summary>
/// <param name="longestSilence">A process that has heard nothing for so long serves nobody rather than somebody whose access may have ended.</param>
public sealed class AccessList(TimeSpan longestSilence)
{
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<CancellationTokenSource, Func<bool>> _watched = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyDictionary<string, long> _below = new Dictionary<string, long>();
    private IReadOnlyDictionary<string, IReadOnlyList<string>> _named = new Dictionary<string, IReadOnlyList<string>>();
    private IReadOnlySet<string>? _keys;
    private long _heard;

    /// <summary>Which list this is; empty before the first.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Whether what it says can be relied on. Wall time on purpose: it is about a connection, not about the domain.</summary>
    public bool IsCertain => Volatile.Read(ref _heard) is var heard && heard != 0 && Stopwatch.GetElapsedTime(heard) < longestSilence;

    /// <summary>Takes over a list.</summary>
    public void Hear(AccessNews news)
    {
        Volatile.Write(ref _below, news.Below);
        Volatile.Write(ref _named, news.Named);
        Volatile.Write(ref _keys, news.Keys?.ToHashSet(StringComparer.Ordinal));
        Version = news.Version;
        HearNoChange();
        _first.TrySetResult();
        foreach (var (end, isOver) in _watched)
        {
            EndIf(isOver, end);
        }
    }

    /// <summary>The processes in whose compartment the bearer of a token sees something now: while acting for somebody in none, because a place is one person's, and roles of another one in it would be more than either has.</summary>
    public IReadOnlyList<string> NamedIn(ClaimsPrincipal token) => token.HasClaim(c => c.Type == ConcordClaims.ActsFor) ? [] : NamedIn(token.FindFirstValue(ConcordClaims.Subject) ?? "");

    /// <summary>The processes in whose compartment the person is named now.</summary>
    public IReadOnlyList<string> NamedIn(string subject) => Volatile.Read(ref _named).GetValueOrDefault(subject, []);

    /// <summary>The caller of a request that began a while ago, as of now.</summary>
    public Caller CallerOf(ClaimsPrincipal token)
    {
        var caller = Caller.From(token);
        return caller with { Compartments = NamedIn(token).ToHashSet(StringComparer.Ordinal) };
    }

    /// <summary>For an answer that goes on for minutes: it ends when the token it was asked for with is revoked, or its reader may not see that any more.</summary>
    /// <param name="token">The caller.</param>
    /// <param name="maySee">Whether the caller still sees what is told; asked again whenever access has changed.</param>
    /// <param name="end">Ends the answer.</param>
    /// <returns>To be disposed when the answer has ended.</returns>
    public IDisposable Watch(ClaimsPrincipal token, Func<Caller, bool> maySee, CancellationTokenSource end)
    {
        bool IsOver() => Includes(token) || !maySee(CallerOf(token));
        _watched[end] = IsOver;
        EndIf(IsOver, end); // as of now, not of when the request began
        return new Watched(() => _watched.TryRemove(end, out _));
    }

    /// <summary>How long the token of a request is good yet; an answer that goes on for minutes goes on no longer.</summary>
    public static TimeSpan LifeOf(ClaimsPrincipal token, DateTime now) =>
        long.TryParse(token.FindFirstValue("exp"), NumberStyles.None, CultureInfo.InvariantCulture, out var end) && DateTime.UnixEpoch.AddSeconds(end) - now is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private static void EndIf(Func<bool> isOver, CancellationTokenSource end)
    {
        try
        {
            if (isOver())
            {
                end.Cancel();
            }
        }
        catch (ObjectDisposedException)
        {
            // it ended by itself just now
        }
    }

    /// <summary>A process that has just started waits a moment for its first list.</summary>
    internal async Task<bool> IsCertainSoonAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!_first.Task.IsCompleted)
        {
            await Task.WhenAny(_first.Task, Task.Delay(patience, cancellationToken));
        }

        return IsCertain;
    }

    /// <summary>The list is still the same.</summary>
    public void HearNoChange() => Volatile.Write(ref _heard, Stopwatch.GetTimestamp());

    /// <summary>Whether a token was revoked, or the key that signed it has been taken back.</summary>
    public bool Includes(ClaimsPrincipal token) => Includes(token.FindFirstValue) || (SigningKey.Of(token) is { } key && !TakesKey(key));

    /// <summary>Whether tokens that a key signed can be good; also where nobody has said which.</summary>
    /// <param name="key">Its id.</param>
    public bool TakesKey(string key) => Volatile.Read(ref _keys)?.Contains(key) != false;

    /// <param name="claim">A claim of the token by its name.</param>
    public bool Includes(Func<string, string?> claim)
    {
        var below = Volatile.Read(ref _below);
        return below.Count > 0 && (
            (claim(ConcordClaims.Subject) is { } subject && below.TryGetValue(subject, out var lowest) && EpochOf(claim(ConcordClaims.Epoch)) < lowest)
            || (claim(ConcordClaims.ActsFor) is { } absent && below.TryGetValue(absent, out var least) && EpochOf(claim(ConcordClaims.ActsForEpoch)) < least)
            || (claim(ConcordClaims.Session) is { } session && below.TryGetValue(AccessNews.OfSession(session), out var since) && EpochOf(claim(ConcordClaims.SessionEpoch)) < since)
            || (claim(ConcordClaims.Authorization) is { } authorization && below.ContainsKey(AccessNews.OfAuthorization(authorization))));
    }

    private sealed record Watched(Action End) : IDisposable
    {
        public void Dispose() => End();
    }

    private static long EpochOf(string? claim) => long.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) ? epoch : 0;
}
