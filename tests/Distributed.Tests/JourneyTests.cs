using Concord.Pages;
using Concord.Support;

namespace Concord.Distributed.Tests;

/// <summary>What people do does not change with how the platform is deployed, nor when a machine is lost.</summary>
public sealed class JourneyTests(RunningPlatform running, ITestOutputHelper told)
{
    [Fact]
    public async Task The_journeys_pass()
    {
        var (passed, output) = await JourneyRun.RunAsync(running);
        Assert.True(passed, output);
    }

    [Fact]
    public async Task No_abuse_succeeds()
    {
        var (passed, output) = await JourneyRun.RunAsync(running, "Abuse.Tests");
        told.WriteLine(output.Split('\n').FirstOrDefault(l => l.StartsWith("Abuse: ", StringComparison.Ordinal)) ?? ""); // which operations this time
        Assert.True(passed, output);
    }

    // Where a page depends on several services or replicas. All of them: bash tests/distributed.sh -- dotnet test tests/Portal.Tests
    [Fact]
    public async Task The_journeys_in_a_browser_pass()
    {
        Assert.SkipWhen(PagesOf.Missing is not null, PagesOf.Missing ?? "");
        var (passed, output) = await JourneyRun.RunAsync(running, "Portal.Tests", "SignInJourneys", "SessionJourneys", "StepUpJourneys", "CompartmentJourneys", "ShareJourneys");
        Assert.True(passed, output);
    }

    [Fact]
    public async Task The_journeys_pass_while_one_replica_of_each_service_is_killed()
    {
        var journeys = JourneyRun.RunAsync(running);
        var killed = new List<string>();
        foreach (var service in Repository.Services)
        {
            await Task.Delay(TimeSpan.FromSeconds(1)); // one after the other, over the time that the journeys take
            await running.Platform[service, 1].KillAsync();
            if (!journeys.IsCompleted)
            {
                killed.Add(service);
            }
        }

        var (passed, output) = await journeys;
        await Task.WhenAll(Repository.Services.Select(s => running.Platform[s, 1].StartAsync()));
        Assert.Equal(Repository.Services, killed);
        Assert.True(passed, output);
    }
}
