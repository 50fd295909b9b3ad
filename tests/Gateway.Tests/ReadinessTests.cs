using System.Net;
using System.Net.Sockets;
using System.Text;
using Concord.Platform.Hosting;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Gateway.Tests;

/// <summary>What a host and an operator ask the gateway, and what nobody reaches through it.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task A_gateway_that_cannot_keep_the_keys_of_sessions_is_not_ready()
    {
        var keys = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var gateway = await GatewayUnderTest.StartAsync(new() { ["Gateway:KeyDirectory"] = keys });
        (await gateway.Client.ReadAsync("/health/ready")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(Directory.GetFiles(keys), f => Path.GetFileName(f).StartsWith(".probe", StringComparison.Ordinal));

        Directory.Delete(keys, recursive: true);
        (await gateway.Client.ReadAsync("/health/ready")).IsProblem(HttpStatusCode.ServiceUnavailable, "STORE_FULL");
        (await gateway.Client.ReadAsync("/health/live")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_verb_of_the_gateway_asks_its_own_readiness_and_no_other_verb_is_known()
    {
        var keys = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var gateway = await GatewayUnderTest.StartAsync(new() { ["Gateway:KeyDirectory"] = keys });
        string[] ask = [HealthVerb.Word, $"--Listen:Address={IPAddress.Loopback}", $"--Listen:Http={new Uri(gateway.Address).Port}"];
        Assert.Equal(0, await GatewayHost.RunAsync(ask));
        Directory.Delete(keys, recursive: true);
        Assert.Equal(1, await GatewayHost.RunAsync(ask));
        Assert.Equal(2, await GatewayHost.RunAsync(["migrate"]));
    }

    [Fact]
    public async Task Many_who_want_to_know_the_state_are_answered_by_asking_the_services_once()
    {
        var asked = 0;
        var time = new FakeTimeProvider();
        var (service, address) = await GatewayUnderTest.BackEndAsync(async _ =>
        {
            Interlocked.Increment(ref asked);
            await Task.Yield();
        });
        await using var gateway = await GatewayUnderTest.StartAsync(new() { ["Services:partners:Http"] = address }, configure: b => b.Services.AddSingleton<TimeProvider>(time));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => gateway.Client.ReadAsync(i % 2 == 0 ? "/status.json" : "/")));
        Assert.Equal(1, asked);
        await service.StopAsync();
        Assert.Equal("UP", (await gateway.Client.ReadAsync("/status.json")).TextOf("services.0.state"));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("DOWN", (await gateway.Client.ReadAsync("/status.json")).TextOf("services.0.state"));
    }

    [Theory]
    [InlineData("/api/v1/organizations/../../../health/ready")]
    [InlineData("/api/v1/organizations/%2e%2e/%2e%2e/%2e%2e/health/ready")]
    [InlineData("/api/v1/organizations/..%2f..%2f..%2fhealth/ready")]
    [InlineData("/account/..%2fhealth/ready")]
    [InlineData("/account/..%5chealth/live")]
    [InlineData("/connect/%2e%2e/health/ready")]
    [InlineData("//health/ready")]
    [InlineData("/partners/health/ready")]
    public async Task No_way_of_writing_an_address_leads_to_the_health_of_a_service(string path)
    {
        var reached = 0;
        var (service, address) = await GatewayUnderTest.BackEndAsync(context =>
        {
            reached += context.Request.Path.StartsWithSegments("/health") ? 1 : 0;
            return Task.CompletedTask;
        });
        await using var gateway = await GatewayUnderTest.StartAsync(new() { ["Services:partners:Http"] = address, ["Services:identity:Http"] = address });

        Assert.Contains("HTTP/1.1", await AskAsync(new Uri(gateway.Address), path), StringComparison.Ordinal);
        Assert.Equal(0, reached);
        await service.StopAsync();
    }

    // By hand: a client of the framework would tidy the address up before it sends it.
    private static async Task<string> AskAsync(Uri address, string path)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"));
        using var answer = new StreamReader(socket.GetStream());
        return await answer.ReadToEndAsync();
    }
}
