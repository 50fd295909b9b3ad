using System.Collections.Concurrent;
using System.Net;
using Concord.Support;

namespace Concord.Distributed.Tests;

/// <summary>People who read and write all the time, and what went wrong for them.</summary>
internal sealed class Load(HttpClient administrator, HttpClient msu)
{
    public ConcurrentBag<string> Failures { get; } = [];

    /// <summary>Resource names of the organizations whose registration was acknowledged.</summary>
    public ConcurrentBag<string> Registered { get; } = [];

    public int Answered;

    public Task RunUntilAsync(Task end) => Task.WhenAll(Enumerable.Range(0, 3).Select(async writer =>
    {
        for (var i = 0; !end.IsCompleted; i++)
        {
            await AskAsync(async () =>
            {
                var answer = await administrator.PostAsync("/api/v1/organizations", new { displayName = $"Load {writer} {i} {Guid.NewGuid():N}", kind = "LOCAL_NGO" });
                if (answer.Status == HttpStatusCode.Created)
                {
                    Registered.Add(answer.TextOf("name"));
                }

                return answer;
            });
            await AskAsync(() => msu.PostAsync("/api/v1/profiles:search", new { pageSize = 5 }, ""));
            await AskAsync(() => msu.ReadAsync("/api/v1/processes?pageSize=5"));
        }
    }));

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
