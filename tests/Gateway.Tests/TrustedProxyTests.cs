using Concord.Platform.Hosting;
using Microsoft.AspNetCore.Http;

namespace Concord.Gateway.Tests;

/// <summary>The address that sign-in is throttled by.</summary>
public sealed class TrustedProxyTests
{
    [Theory]
    [InlineData("127.0.0.0/8", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.0/8", "198.51.100.1, 203.0.113.9", "203.0.113.9")] // what the proxy itself saw stands last
    [InlineData("10.0.0.0/8", "203.0.113.9", "127.0.0.1")]
    [InlineData("", "203.0.113.9", "127.0.0.1")]
    public async Task A_caller_s_address_is_believed_of_a_named_proxy_only(string networks, string claimed, string passedOn)
    {
        var (backEnd, address) = await GatewayUnderTest.BackEndAsync(context => context.Response.WriteAsync(context.Request.Headers["X-Forwarded-For"].ToString()));
        await using var _ = backEnd;
        await using var gateway = await GatewayUnderTest.StartAsync(new() { ["Services:partners:Http"] = address, ["Gateway:TrustedProxies"] = networks });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/organizations");
        request.Headers.Add("X-Forwarded-For", claimed);
        using var answer = await gateway.Client.SendAsync(request);
        Assert.Equal(passedOn, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_network_that_is_none_is_named_at_the_start()
    {
        var failure = await Assert.ThrowsAsync<SettingException>(() => GatewayUnderTest.StartAsync(new() { ["Gateway:TrustedProxies"] = "everyone" }));
        Assert.StartsWith("Gateway:TrustedProxies must be networks", failure.Message, StringComparison.Ordinal);
    }
}
