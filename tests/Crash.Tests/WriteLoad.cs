using System.Collections.Concurrent;
using System.Net;
using Concord.Support;

namespace Concord.Crash.Tests;

/// <summary>
/// Registers organizations from several writers at once and keeps the books: what was acknowledged, and what nobody knows because the answer never came.
/// Each name is registered under one Idempotency-Key for all its tries.
/// </summary>
internal sealed class WriteLoad(Func<HttpClient> client)
{
    private const int Writers = 4;
    private int _next;

    /// <summary>Name of each acknowledged organization, and the resource name it was given.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new();

    /// <summary>Sent, and not answered.</summary>
    public ConcurrentDictionary<string, bool> Unknown { get; } = new();

    /// <summary>Writes until the platform is gone.</summary>
    public Task RunUntilGoneAsync() => Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
    {
        while (await RegisterAsync($"Crash load {Interlocked.Increment(ref _next)}"))
        {
        }
    }));

    /// <summary>Asks again, under the same keys, for what was never answered.</summary>
    public async Task SettleAsync()
    {
        foreach (var name in Unknown.Keys)
        {
            Assert.True(await RegisterAsync(name), $"{name} could not be settled.");
        }
    }

    private async Task<bool> RegisterAsync(string name)
    {
        Unknown[name] = true;
        try
        {
            var answer = await client().PostAsync("/api/v1/organizations", new { displayName = name, kind = "LOCAL_NGO" }, $"key of {name}");
            if (answer.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
            {
                return false; // the gateway outlived the service by a moment
            }

            answer.Is(HttpStatusCode.Created);
            Acknowledged[name] = answer.TextOf("name");
            Unknown.TryRemove(name, out _);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return false;
        }
    }
}
