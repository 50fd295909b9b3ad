using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using Concord.Platform.Persistence;
using Concord.Roster.Persistence;
using Concord.RosterBench.Rebuild;
using Concord.RosterBench.Search;
using Concord.Support;

namespace Concord.RosterBench.Gateway;

/// <summary>
/// The twelve searches through the gateway of the embedded platform, as HTTP with a token, fifty a second whether or not those before have been answered: the time counts from when a search was due.
/// Once as a regional officer, who sees the own organization's people and the Unclassified ones, and once as mediation support, which sees everybody's: whoever is shown Confidential people, it is entered in the audit chain first.
/// </summary>
internal static class GatewayBench
{
    private const int PerSecond = 50;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(15);
    private static readonly string[] Callers = ["igad.officer@igad.example", "msu.officer@un.example"];

    // Two callers ask as much as a hundred would: none of the bounds on what one may take holds here.
    private static readonly Dictionary<string, string> Unbounded = new()
    {
        ["Gateway__Limits__Reads"] = "off",
        ["Gateway__Limits__Costly"] = "off",
        ["Gateway__Limits__Writes"] = "off",
        ["Gateway__Limits__Addresses"] = "off",
        ["Roster__Reading__MostPeople"] = "1000000",
    };

    public static async Task<int> RunAsync(TextWriter output, int people, int seconds)
    {
        var directory = Directory.CreateTempSubdirectory("concord-bench-");
        await using (var db = RosterDatabases.Family.Create(DatabaseProvider.Sqlite, ServiceDatabase.Options(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(directory.FullName, "roster.db")}")))
        {
            await StoredRoster.FillAsync(db, StoredRoster.Generated(people));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using (var platform = await EmbeddedProcess.StartAsync(directory.FullName, settings: Unbounded))
        {
            var signIns = SignIn.Read(Path.Combine(directory.FullName, "demo-sign-in.txt"));
            foreach (var caller in Callers)
            {
                using var client = SignIn.Client(platform.Address, await SignIn.TokenAsync(platform.Address, signIns, caller));
                await AskAsync(client, Warming);
                var times = await AskAsync(client, TimeSpan.FromSeconds(seconds));
                output.WriteLine($"{caller}: {times.Count} searches of {people} people and those of the demonstration, {PerSecond} a second: p50 {At(times, 0.5):0.0} ms, p99 {At(times, 0.99):0.0} ms, longest {times[^1]:0.0} ms");
            }
        }

        directory.Delete(recursive: true);
        return 0;
    }

    /// <summary>Milliseconds, the shortest first.</summary>
    private static async Task<List<double>> AskAsync(HttpClient client, TimeSpan time)
    {
        var bodies = Mix.All.Select(m => m.Query.ToRequest()).ToArray();
        var times = new ConcurrentBag<double>();
        List<Task> asked = [];
        var begun = Stopwatch.GetTimestamp();
        for (var due = TimeSpan.Zero; due < time; due += TimeSpan.FromSeconds(1.0 / PerSecond))
        {
            await Task.Run(() => WaitUntil(begun, due));
            asked.Add(AskOneAsync(client, bodies[asked.Count % bodies.Length], begun, due, times));
        }

        await Task.WhenAll(asked);
        return [.. times.Order()];
    }

    // To the tenth of a millisecond: what a timer is late by would be counted as an answer's time.
    private static void WaitUntil(long begun, TimeSpan due)
    {
        while (due - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } left)
        {
            if (left > TimeSpan.FromMilliseconds(1))
            {
                Thread.Sleep((int)left.TotalMilliseconds);
            }
            else
            {
                Thread.SpinWait(100);
            }
        }
    }

    private static async Task AskOneAsync(HttpClient client, string body, long begun, TimeSpan due, ConcurrentBag<double> times)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/profiles:search") { Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json")) };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null); // read and not looked at: what the client makes of it is not the platform's time
        times.Add((Stopwatch.GetElapsedTime(begun) - due).TotalMilliseconds);
    }

    private static double At(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
}
