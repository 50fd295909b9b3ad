using System.Net;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>The one way to answer a call without signing in, through the front of the platform: the link is the proof, and whatever is wrong with it is told alike.</summary>
public sealed class CallLinkTests(AbusePlatform platform)
{
    [Fact]
    public async Task A_call_is_answered_by_its_link_without_signing_in_and_an_invented_or_answered_one_is_not_there()
    {
        var world = platform.World;
        var request = await world.StandbyAsync();
        var token = (await (await platform.Crowd.AsAsync("msu.officer")).PostAsync($"/api/v1/{request}/calls:askByLink", People.World.LinkBody(world.Profile))).Is(HttpStatusCode.Created).TextOf("token");
        using var nobody = new HttpClient { BaseAddress = new Uri(platform.Address) };
        Assert.Equal("A draft, from afar.", (await nobody.PostAsync("/standby/calls:open", new { token }, key: "")).Is(HttpStatusCode.OK).TextOf("told"));
        (await nobody.PostAsync("/standby/calls:answer", new { token, available = true }, key: "")).Is(HttpStatusCode.NoContent);
        var answered = (await nobody.PostAsync("/standby/calls:open", new { token }, key: "")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var invented = (await nobody.PostAsync("/standby/calls:open", new { token = $"{token[..^1]}x" }, key: "")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal(invented.TextOf("detail"), answered.TextOf("detail"));
        foreach (var address in (string[])["/standby", "/standby/calls", "/standby/../api/v1/standbyRequests", "/standby/%2e%2e/internal/access-news"])
        {
            using var answer = await nobody.GetAsync(new Uri(address, UriKind.Relative));
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.MethodNotAllowed, $"{address}: {answer.StatusCode}");
        }
    }
}
