using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Platform.Hosting;
using Concord.Support;

namespace Concord.Partners.Tests;

/// <summary>The invented partner from outside.</summary>
public sealed class DemonstrationTests
{
    [Fact]
    public async Task It_is_there_once_after_two_loads_says_what_it_is_and_is_told_to_the_others()
    {
        await using var service = await TestService.StartAsync<PartnersModule>();
        await service.Services.LoadDemonstrationAsync(CancellationToken.None);
        await service.Services.LoadDemonstrationAsync(CancellationToken.None);
        var name = $"organizations/{WellKnown.Id("organization", "fictional-lake-forum")}";
        var shown = await service.As(TestCaller.Person(WellKnown.Organization("AU"), Roles.Analyst)).ReadAsync($"/api/v1/{name}");
        Assert.Contains("fictional", shown.TextOf("displayName"), StringComparison.Ordinal);
        await Eventually.TrueAsync(() => Task.FromResult(service.Sent.Any(e => e.Type == OrganizationRegistered.Type && e.Subject == name)), "the others to be told");
        Assert.Single(service.Sent, e => e.Subject == name);
    }
}
