using System.Collections.Concurrent;
using System.Net;
using Concord.Support;

namespace Concord.Distributed.Tests;

/// <summary>People who read and write all the time until they are told to stop, and what went wrong for them.</summary>
internal sealed class Load : IAsyncDisposable
{
    // A flood would be served instead of the replicas that start, and would show nothing more.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient _administrator;
    private readonly HttpClient _msu;
    private readonly TaskCompletionSource _end = new();
    private readonly Task _work;

    private Load(HttpClient administrator, HttpClient msu)
    {
        (_administrator, _msu) = (administrator, msu);
        _work = Task.WhenAll(Enumerable.Range(0, 3).Select(WorkAsync));
    }

    public ConcurrentBag<string> Failures { get; } = [];

    /// <summary>Resource names of the organizations whose registration was acknowledged.</summary>
    public ConcurrentBag<string> Registered { get; } = [];

    public int Answered;

    public static async Task<Load> StartAsync(RunningPlatform running) => new(await running.AsAsync("administrator"), await running.AsAsync("msu.officer"));

    public async Task StopAsync()
    {
        _end.TrySetResult();
        await _work;
    }

    // A test that fails must not leave them at work: the next ones would starve.
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task WorkAsync(int writer)
    {
        for (var i = 0; !_end.Task.IsCompleted; i++)
        {
            await AskAsync(async () =>
            {
                var answer = await _administrator.PostAsync("/api/v1/organizations", new { displayName = $"Load {writer} {i} {Guid.NewGuid():N}", kind = "LOCAL_NGO" });
                if (answer.Status == HttpStatusCode.Created)
                {
                    Registered.Add(answer.TextOf("name"));
                }

                return answer;
            });
            await AskAsync(() => _msu.PostAsync("/api/v1/profiles:search", new { pageSize = 5 }, ""));
            await AskAsync(() => _msu.ReadAsync("/api/v1/processes?pageSize=5"));
            await Task.Delay(Pause);
        }
    }

    private async Task AskAsync(Func<Task<ApiAnswer>> ask)
    {
        try
        {
            var answer = await ask();
            Interlocked.Increment(ref Answered);
            if ((int)answer.Status >= 400)
            {
                Failures.Add($"{(int)answer.Status} {answer.Text}");
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Failures.Add(e.Message);
        }
    }
}
