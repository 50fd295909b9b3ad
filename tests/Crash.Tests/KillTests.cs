using System.Text.Json.Nodes;
using Concord.Support;
using Concord.Support.Servers;

namespace Concord.Crash.Tests;

/// <summary>kill -9 of the whole platform at random moments of a write load, the last time in the middle of an import: every acknowledged write is there, every event was applied once.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Few = 8;
    private static readonly int[] Starts = [400, 1000, 1800, 2600, 3400, 4200];
    private const string Administrator = "administrator@un.example";

    [Fact, Rule("R20")]
    public async Task Nothing_acknowledged_is_lost_nothing_is_applied_twice_and_no_import_is_half_done()
    {
        var data = Directory.CreateTempSubdirectory("concord-crash-").FullName;
        var seed = Environment.GetEnvironmentVariable("CONCORD_CRASH_SEED") is { } text ? int.Parse(text) : Random.Shared.Next();
        output.WriteLine($"CONCORD_CRASH_SEED={seed} repeats the moments of the kills.");
        var random = new Random(seed);
        var kills = Environment.GetEnvironmentVariable("CONCORD_CRASH_KILLS") is { } more ? int.Parse(more) : Few;
        var (port, token) = (Ports.Next(), ""); // tokens name the address as their issuer, so it stays the same
        HttpClient client = null!;
        var load = new WriteLoad(() => client);
        var import = new CutImport(data);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var platform = await EmbeddedProcess.StartAsync(data, port);
            if (token.Length == 0 || kill % 10 == 0)
            {
                token = await TokenAsync(platform, data);
            }

            client = SignIn.Client(platform.Address, token);
            await load.SettleAsync();
            var writing = load.RunUntilGoneAsync();
            if (kill < kills - 1)
            {
                await Task.Delay(random.Next(20, 1200));
            }
            else
            {
                await import.BeginAsync(SignIn.Client(platform.Address, await TokenAsync(platform, data, CutImport.Officer)));
            }

            await platform.KillAsync();
            await writing;
        }

        await using var last = await EmbeddedProcess.StartAsync(data, port);
        client = SignIn.Client(last.Address, await TokenAsync(last, data));
        await load.SettleAsync();
        output.WriteLine($"{load.Acknowledged.Count} acknowledged writes over {kills} kills.");
        Assert.True(load.Acknowledged.Count > kills, "The load wrote too little to show anything.");

        var stored = (await client.ReadAllAsync("/api/v1/organizations?pageSize=500")).Where(o => ((string)o["displayName"]!).StartsWith("Crash load", StringComparison.Ordinal)).ToList();
        Assert.Equal(load.Acknowledged.OrderBy(a => a.Key, StringComparer.Ordinal), stored.Select(o => KeyValuePair.Create((string)o["displayName"]!, (string)o["name"]!)).OrderBy(o => o.Key, StringComparer.Ordinal));
        List<JsonObject> heard = [];
        await Eventually.TrueAsync(async () =>
        {
            heard = [.. (await client.ReadAllAsync("/api/v1/accounts/organizations?pageSize=500")).Where(o => ((string)o["displayName"]!).StartsWith("Crash load", StringComparison.Ordinal))];
            return heard.Count >= stored.Count;
        }, "every registration is heard of by the identity service");
        Assert.Equal(stored.Select(o => (string)o["name"]!).Order(StringComparer.Ordinal), heard.Select(o => (string)o["name"]!).Order(StringComparer.Ordinal));
        Assert.All(heard, o => Assert.Equal(1, (int)o["timesApplied"]!));
        output.WriteLine(await import.RequireAllOrNothingAsync(SignIn.Client(last.Address, await TokenAsync(last, data, CutImport.Officer))));
        Assert.Equal(0, await last.StopAsync());
    }

    [Fact]
    public async Task A_start_that_was_killed_is_begun_again()
    {
        var data = Directory.CreateTempSubdirectory("concord-crash-").FullName;
        foreach (var milliseconds in Starts)
        {
            await EmbeddedProcess.KillStartingAsync(data, TimeSpan.FromMilliseconds(milliseconds));
        }

        await using var platform = await EmbeddedProcess.StartAsync(data);
        Assert.NotEmpty(await TokenAsync(platform, data));
    }

    private static Task<string> TokenAsync(EmbeddedProcess platform, string data, string email = Administrator) =>
        SignIn.TokenAsync(platform.Address, SignIn.Read(Path.Combine(data, "demo-sign-in.txt")), email);
}
