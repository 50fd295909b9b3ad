using System.Net;
using System.Text;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Concord.Gateway.Tests;

/// <summary>A replica that goes away is the gateway's trouble, not the caller's, wherever a repetition does no harm.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private readonly List<string> _broken = [];
    private WebApplication _good = null!;
    private WebApplication _breaking = null!;
    private string _goodAddress = "";
    private string _breakingAddress = "";

    public async ValueTask InitializeAsync()
    {
        (_good, _goodAddress) = await GatewayUnderTest.BackEndAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            await context.Response.WriteAsync($"good {await reader.ReadToEndAsync()}");
        });
        (_breaking, _breakingAddress) = await GatewayUnderTest.BackEndAsync(async context =>
        {
            if (context.Request.Path != "/health/ready")
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                lock (_broken)
                {
                    _broken.Add($"{context.Request.Method} {context.Request.Path}");
                }

                context.Abort(); // as a process that is killed after it has read the request
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _good.DisposeAsync();
        await _breaking.DisposeAsync();
    }

    [Fact]
    public async Task A_body_that_is_kept_for_a_second_replica_has_the_same_limit_and_the_same_refusal()
    {
        await using var gateway = await StartAsync($"{_goodAddress},{_goodAddress.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}");
        foreach (var more in (int[])[1, 4096, 100_000, 4 * 1024 * 1024])
        {
            // Not HttpClient: it gives up where it can write no more, and never reads the refusal that has come by then.
            using var connection = await RawConnection.OpenAsync(gateway.Address);
            var length = (1024 * 1024) + more;
            var status = connection.StatusAsync();
            await connection.SendAsync($"POST /api/v1/organizations HTTP/1.1\r\nHost: {new Uri(gateway.Address).Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{length:x}\r\n{new string('x', length)}\r\n0\r\n\r\n");
            Assert.Equal(StatusCodes.Status413PayloadTooLarge, await status);
        }
    }

    [Theory]
    [InlineData("GET", "/api/v1/organizations")]
    [InlineData("POST", "/api/v1/organizations")]
    [InlineData("PATCH", "/api/v1/organizations/1")]
    [InlineData("POST", "/connect/token")]
    public async Task Whatever_did_not_reach_a_replica_goes_to_another(string method, string path)
    {
        var nobody = $"http://127.0.0.1:{Ports.Next()}";
        await using var gateway = await StartAsync($"{nobody},{_goodAddress}");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("good body", await SendAsync(gateway, method, path));
        }
    }

    [Theory]
    [InlineData("GET", "/api/v1/organizations")]
    [InlineData("POST", "/api/v1/organizations")]
    [InlineData("POST", "/api/v1/organizations:search")]
    public async Task What_broke_off_is_repeated_where_that_does_no_harm(string method, string path)
    {
        await using var gateway = await StartAsync($"{_breakingAddress},{_goodAddress}");
        await EachBreaksAsync(gateway, method, path, answer => Assert.Equal("good body", answer));
    }

    [Theory]
    [InlineData("PATCH", "/api/v1/organizations/1")]
    [InlineData("POST", "/connect/token")]
    public async Task What_broke_off_and_may_have_had_an_effect_is_not_repeated(string method, string path)
    {
        await using var gateway = await StartAsync($"{_breakingAddress},{_goodAddress}");
        await EachBreaksAsync(gateway, method, path, answer => Assert.Contains("503", answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_replica_is_left_the_caller_is_told_to_come_back()
    {
        await using var gateway = await StartAsync($"http://127.0.0.1:{Ports.Next()},http://127.0.0.1:{Ports.Next()}");
        var problem = await new HttpClient { BaseAddress = new Uri(gateway.Address) }.ReadAsync("/api/v1/organizations");
        problem.IsProblem(HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");
    }

    [Theory]
    [InlineData("Http", HttpProtocols.Http1)]
    [InlineData("Grpc", HttpProtocols.Http2)]
    public async Task A_replica_that_hangs_or_is_not_ready_is_left_out_until_it_is(string kind, HttpProtocols protocols)
    {
        var ready = false;
        var (well, wellAddress) = await GatewayUnderTest.BackEndAsync(context => Task.CompletedTask, protocols);
        var (ill, illAddress) = await GatewayUnderTest.BackEndAsync(context =>
        {
            context.Response.StatusCode = ready ? 200 : 503;
            return Task.CompletedTask;
        }, protocols);
        await using var gateway = await GatewayUnderTest.StartAsync(new() { [$"Services:partners:{kind}"] = $"{wellAddress},{illAddress}" });
        var states = gateway.Services.GetRequiredService<IProxyStateLookup>();
        await Eventually.TrueAsync(() => Task.FromResult((Health(wellAddress), Health(illAddress)) == (DestinationHealth.Healthy, DestinationHealth.Unhealthy)), "the replica that is not ready is left out, and only that one");
        ready = true;
        await Eventually.TrueAsync(() => Task.FromResult(Health(illAddress) == DestinationHealth.Healthy), "it is taken in again");
        await well.DisposeAsync();
        await ill.DisposeAsync();

        DestinationHealth Health(string address)
        {
            Assert.True(states.TryGetCluster($"partners/{kind}", out var cluster));
            return cluster.Destinations[new Uri(address).Authority].Health.Active;
        }
    }

    // Which replica is first in turn is not promised: sent until the breaking one had it.
    private async Task EachBreaksAsync(GatewayUnderTest gateway, string method, string path, Action<string> check)
    {
        while (true)
        {
            var answer = await SendAsync(gateway, method, path);
            lock (_broken)
            {
                if (_broken.Contains($"{method} {path}"))
                {
                    check(answer);
                    return;
                }
            }
        }
    }

    private static Task<GatewayUnderTest> StartAsync(string addresses) => GatewayUnderTest.StartAsync(new()
    {
        ["Services:partners:Http"] = addresses,
        ["Services:identity:Http"] = addresses,
    });

    private static async Task<string> SendAsync(GatewayUnderTest gateway, string method, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(gateway.Address) };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = new StringContent("body");
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
