using Concord.Support;
using Concord.Support.LeadHistories;
using Concord.Support.Servers;

namespace Concord.Crash.Tests;

/// <summary>The register of the embedded platform, on SQLite, while the whole of it is killed (-9) and paused in the middle of requests. <c>CONCORD_LEAD_HISTORIES</c> says how many histories are recorded.</summary>
public sealed class LeadHistoryTests(ITestOutputHelper output)
{
    private const int AtOnce = 5;
    private const int Clients = 8;
    private const int Calls = 8;

    private static readonly Dictionary<string, string> s_unlimited = new()
    {
        ["Gateway__Limits__Reads"] = "off",
        ["Gateway__Limits__Writes"] = "off",
        ["Gateway__Limits__Costly"] = "off",
        ["Gateway__Limits__Addresses"] = "off",
    };

    [Fact, Rule("R28"), Rule("R48"), Rule("R49"), Rule("R143")]
    public async Task Every_history_is_that_of_one_register_while_the_platform_is_killed_and_paused()
    {
        var wanted = Environment.GetEnvironmentVariable("CONCORD_LEAD_HISTORIES") is { } many ? int.Parse(many) : AtOnce;
        var data = Directory.CreateTempSubdirectory("concord-crash-").FullName;
        var platform = await EmbeddedProcess.StartAsync(data, Ports.Next(), s_unlimited);
        var (histories, calls, done, unknown, retries, disturbances) = (0, 0, 0, 0, 0, 0);
        try
        {
            for (var round = 0; histories < wanted; round++)
            {
                var clients = await ClientsAsync(platform, data);
                var run = new LeadRun(new DemonstrationPeople(email => clients[email]), Random.Shared.Next(), patience: TimeSpan.FromSeconds(90));
                var processes = await run.OpenAsync(AtOnce);
                var recording = run.RecordAsync(processes, Clients, Calls);
                while (!recording.IsCompleted)
                {
                    await Task.WhenAny(recording, Task.Delay(Random.Shared.Next(300, 2500)));
                    if (Random.Shared.Next(3) == 0)
                    {
                        await platform.PauseAsync(TimeSpan.FromMilliseconds(Random.Shared.Next(200, 2000)));
                    }
                    else
                    {
                        var port = platform.Port;
                        await platform.DisposeAsync();
                        platform = await EmbeddedProcess.StartAsync(data, port, s_unlimited);
                    }

                    disturbances++;
                }

                var recorded = await recording;
                Assert.All(recorded, h => Assert.Equal("", HistoryCheck.Violation(h) ?? ""));
                histories += recorded.Count;
                calls += recorded.Sum(h => h.Count);
                done += recorded.Sum(h => h.Count(o => o.Outcome is Outcome.Done));
                unknown += recorded.Sum(h => h.Count(o => o.Outcome is Outcome.Unknown));
                retries += run.Retries;
            }
        }
        finally
        {
            await platform.DisposeAsync();
        }

        output.WriteLine($"{histories} histories, {calls} calls, {done} changes, {unknown} never answered, {retries} asked again, {disturbances} kills and pauses");
        Assert.True(disturbances > 0 && retries > 0, "Nobody was disturbed: the run shows nothing.");
    }

    private static async Task<Dictionary<string, HttpClient>> ClientsAsync(EmbeddedProcess platform, string data)
    {
        var signIns = SignIn.Read(Path.Combine(data, "demo-sign-in.txt"));
        var clients = new Dictionary<string, HttpClient>();
        foreach (var email in DemonstrationPeople.All)
        {
            clients[email] = SignIn.Client(platform.Address, await SignIn.TokenAsync(platform.Address, signIns, email));
        }

        return clients;
    }
}
