using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Concord.Support;
using Npgsql;

namespace Concord.Distributed;

/// <summary>What the distributed run costs: start, memory of each program, how long a fact is on its way to another service, and a revocation to every process.</summary>
internal static class Measurement
{
    private const int Warm = 100;
    private const int Facts = 1000;
    private const int Revocations = 20;

    public static async Task PrintAsync(DistributedPlatform platform, TimeSpan start)
    {
        var passwords = SignIn.Read(platform.SignInFile);
        var administrator = passwords.Keys.First(e => e.StartsWith("administrator@", StringComparison.Ordinal));
        using var client = SignIn.Client(platform.Address, await SignIn.TokenAsync(platform.Address, passwords, administrator));
        await RegisterAsync(client, Warm);
        var begun = DateTime.UtcNow;
        await RegisterAsync(client, Facts);
        var delays = await DelaysAsync(platform, begun);

        Console.WriteLine($"| {platform.Services.Count} service processes, gateway, PostgreSQL, RabbitMQ: databases made to ready | {start.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms | |");
        foreach (var program in platform.Services.Append(platform.Gateway).GroupBy(p => p.Program))
        {
            Console.WriteLine($"| {program.Key.ToLowerInvariant()}, each of {program.Count()} | | {string.Join(" and ", program.Select(p => $"{p.ResidentBytes >> 20} MB"))} |");
        }

        Console.WriteLine($"A fact, from the change in one service to its handler in another, {delays.Count} facts one after the other: p50 {delays[delays.Count / 2]:0.0} ms, p99 {delays[delays.Count * 99 / 100]:0.0} ms, longest {delays[^1]:0.0} ms.");
        var analyst = passwords.Keys.First(e => e.StartsWith("analyst@", StringComparison.Ordinal));
        var refused = new List<double>();
        for (var i = 0; i < Revocations; i++)
        {
            refused.Add(await RevokeAsync(platform, client, analyst, passwords[analyst]));
        }

        refused.Sort();
        Console.WriteLine($"A revocation, from its answer to the last of {platform.Services.Count} processes that refuses the token, {Revocations} one after the other: p50 {refused[Revocations / 2]:0} ms, longest {refused[^1]:0} ms.");
    }

    private static async Task<double> RevokeAsync(DistributedPlatform platform, HttpClient administrator, string person, string password)
    {
        var token = await SignIn.TokenAsync(platform.Address, person, password);
        using var own = SignIn.Client(platform.Address, token);
        var account = (await own.ReadAsync("/api/v1/me")).TextOf("name");
        // Each of them says no to an analyst here; whether 403 or 401 tells if it still knows him.
        var processes = platform.Services.Select(s => (Client: As(s.Client(), token), Path: $"/api/v1/audit/{s.Program.ToLowerInvariant()}/heads")).ToList();
        await Task.WhenAll(processes.Select(async p => (await p.Client.ReadAsync(p.Path)).Is(System.Net.HttpStatusCode.Forbidden)));
        (await administrator.PostAsync($"/api/v1/{account}:endSessions", new { })).Is(System.Net.HttpStatusCode.OK);
        var ended = Stopwatch.GetTimestamp();
        await Task.WhenAll(processes.Select(async p =>
        {
            while ((await p.Client.ReadAsync(p.Path)).Status != System.Net.HttpStatusCode.Unauthorized)
            {
                await Task.Delay(5);
            }
        }));
        var took = Stopwatch.GetElapsedTime(ended).TotalMilliseconds;
        processes.ForEach(p => p.Client.Dispose());
        return took;
    }

    private static HttpClient As(HttpClient client, string token)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task RegisterAsync(HttpClient client, int count)
    {
        for (var i = 0; i < count; i++)
        {
            (await client.PostAsync("/api/v1/organizations", new { displayName = $"Measured {Guid.NewGuid():N}", kind = "LOCAL_NGO" })).Is(System.Net.HttpStatusCode.Created);
        }
    }

    private static async Task<List<double>> DelaysAsync(DistributedPlatform platform, DateTime begun)
    {
        List<double> delays = [];
        await Eventually.TrueAsync(async () =>
        {
            var raised = await ReadAsync(platform, "partners", "SELECT \"Id\", \"Time\" FROM \"Outbox\" WHERE \"Time\" >= $1", begun);
            var received = await ReadAsync(platform, "identity", "SELECT \"MessageId\", \"ReceiveTime\" FROM \"Inbox\" WHERE \"ReceiveTime\" >= $1", begun);
            delays = [.. raised.Where(r => received.ContainsKey(r.Key)).Select(r => (received[r.Key] - r.Value).TotalMilliseconds).Order()];
            return delays.Count >= Facts;
        }, "every fact has arrived");
        return delays;
    }

    private static async Task<Dictionary<Guid, DateTime>> ReadAsync(DistributedPlatform platform, string database, string query, DateTime begun)
    {
        await using var connection = new NpgsqlConnection(platform.Database.ConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = begun } } };
        await using var rows = await command.ExecuteReaderAsync();
        Dictionary<Guid, DateTime> times = [];
        while (await rows.ReadAsync())
        {
            times[rows.GetGuid(0)] = rows.GetDateTime(1);
        }

        return times;
    }
}
