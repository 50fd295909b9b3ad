using System.Diagnostics;
using System.Net;
using Concord.Support;

namespace Concord.Distributed.Tests;

/// <summary>The broker is between the services, not between a person and the work.</summary>
public sealed class BrokerTests(RunningPlatform running)
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task While_the_broker_is_away_work_goes_on_and_every_fact_arrives_afterwards()
    {
        var administrator = await running.AsAsync("administrator");
        var before = await RegisterAsync(administrator);
        await ArrivedAsync(administrator, before);

        await running.Platform.Broker.KillAsync();
        var away = Stopwatch.StartNew();
        var meanwhile = new List<string>();
        while (away.Elapsed < Outage)
        {
            meanwhile.Add(await RegisterAsync(administrator));
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        Assert.Empty((await KnownAsync(administrator)).Intersect(meanwhile));
        await running.Platform.Broker.StartAgainAsync();
        foreach (var organization in meanwhile)
        {
            await ArrivedAsync(administrator, organization);
        }

        await ArrivedAsync(administrator, await RegisterAsync(administrator));
    }

    [Fact]
    public async Task Every_queue_is_replicated()
    {
        var queues = (await running.Platform.Broker.ControlAsync("list_queues", "-p", "v0", "name", "type", "--no-table-headers")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToList();
        Assert.Superset(new HashSet<string> { "concord.designation", "concord.identity", "concord.monitoring" }, queues.Select(q => q[0]).ToHashSet());
        Assert.All(queues, q => Assert.Equal("quorum", q[1]));
    }

    private static async Task<string> RegisterAsync(HttpClient administrator) =>
        (await administrator.PostAsync("/api/v1/organizations", new { displayName = $"Outage {Guid.NewGuid():N}", kind = "LOCAL_NGO" })).Is(HttpStatusCode.Created).TextOf("name");

    // Registered with partners, known to identity: only an event brings it there.
    private static Task ArrivedAsync(HttpClient administrator, string organization) =>
        Eventually.TrueAsync(async () => (await KnownAsync(administrator)).Contains(organization), $"the identity service knows {organization}");

    private static async Task<IEnumerable<string>> KnownAsync(HttpClient administrator) =>
        (await administrator.ReadAllAsync("/api/v1/accounts/organizations?pageSize=500")).Select(o => (string)o["name"]!);
}
