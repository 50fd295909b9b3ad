using Concord.Support;

namespace Concord.Distributed.Tests;

public sealed class RollingTests(RunningPlatform running)
{
    [Fact]
    public async Task Nobody_notices_that_every_replica_is_stopped_and_started_one_after_the_other()
    {
        await using var load = await Load.StartAsync(running);
        foreach (var replica in running.Platform.Services)
        {
            Assert.Equal(0, await replica.StopAsync());
            await replica.StartAsync();
        }

        await load.StopAsync();
        Assert.Empty(load.Failures);
        Assert.True(load.Answered > 100, $"{load.Answered} requests are no load.");
    }

    [Fact]
    public async Task No_acknowledged_write_is_lost_when_the_database_is_killed()
    {
        var administrator = await running.AsAsync("administrator");
        await using var load = await Load.StartAsync(running);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await running.Platform.Database.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await running.Platform.Database.RestartAsync();
        await Eventually.TrueAsync(async () => (int)(await administrator.ReadAsync("/api/v1/organizations?pageSize=1")).Status == 200, "the services have found the database again");
        await load.StopAsync();

        Assert.DoesNotContain(load.Failures, f => !f.StartsWith("503 ", StringComparison.Ordinal));
        Assert.NotEmpty(load.Registered);
        foreach (var organization in load.Registered)
        {
            (await administrator.ReadAsync($"/api/v1/{organization}")).Is(System.Net.HttpStatusCode.OK);
        }
    }
}
