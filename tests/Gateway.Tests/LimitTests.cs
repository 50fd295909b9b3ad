using System.Net;
using Concord.Gateway.Limits;
using Concord.Partners.V1;
using Concord.Platform.Hosting;
using Concord.Support;
using Concord.Support.Servers;
using Concord.Support.Telemetry;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Concord.Gateway.Tests;

/// <summary>What one caller may ask for. A bucket here gains a token in a quarter of an hour: no test waits for one, or depends on how fast it is.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private const string Other = "eccas.officer@eccas.example";
    private const string Slow = ",0.001";
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly int _port = Ports.Next();
    private IdentityHost _identity = null!;
    private GatewayUnderTest _gateway = null!;

    private string Issuer => $"http://127.0.0.1:{_port}/";

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync(_directory, Issuer);
        _gateway = await StartAsync(new() { ["Reads"] = $"8{Slow}", ["Writes"] = $"4{Slow}", ["Costly"] = $"2{Slow}" });
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _identity.DisposeAsync();
    }

    private Task<GatewayUnderTest> StartAsync(Dictionary<string, string> limits, int? port = null) => GatewayUnderTest.StartAsync(new Dictionary<string, string?>(limits.Select(l => KeyValuePair.Create($"Gateway:Limits:{l.Key}", (string?)l.Value)))
    {
        ["Services:identity:Http"] = _identity.Address,
        ["Identity:Issuer"] = Issuer,
        ["Identity:KeyDirectory"] = Path.Combine(_directory, "keys"),
    }, port ?? _port);

    [Fact]
    public async Task A_person_has_one_allowance_however_many_sessions_and_nobody_else_has_less_for_it()
    {
        using var first = await PersonAsync(Officer);
        using var second = await PersonAsync(Officer);
        using var other = await PersonAsync(Other);
        for (var i = 0; i < 4; i++)
        {
            (await first.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
            (await second.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        }

        foreach (var session in (HttpClient[])[first, second])
        {
            var refused = (await session.ReadAsync("/api/v1/me")).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_REQUESTS");
            Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.FromSeconds(60));
        }

        (await other.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        (await first.PostAsync("/api/v1/me/sessions:endOthers", new { })).Is(HttpStatusCode.OK); // changes are counted apart
    }

    [Fact]
    public async Task A_browser_and_a_program_of_one_person_are_counted_together()
    {
        using var program = await PersonAsync(Officer);
        using var browser = new Browser($"http://127.0.0.1:{_port}/");
        await browser.FollowAsync(await browser.SignInAsync("/signin", Officer, _identity.Secrets[Officer]));
        while ((await program.ReadAsync("/api/v1/me")).Status == HttpStatusCode.OK)
        {
            // until nothing is left
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task A_token_that_is_not_good_uses_up_nobody_s_allowance_but_that_of_its_address()
    {
        await using var gateway = await StartAsync(new() { ["Reads"] = $"3{Slow}", ["Addresses"] = $"20{Slow}" }, port: 0);
        using var victim = await PersonAsync(Officer, gateway);
        var parts = victim.DefaultRequestHeaders.Authorization!.Parameter!.Split('.');
        using var forger = SignIn.Client(gateway.Address, $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}");
        for (var i = 0; i < 20; i++)
        {
            (await forger.ReadAsync("/api/v1/me")).Is(HttpStatusCode.Unauthorized);
        }

        (await forger.ReadAsync("/api/v1/me")).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_REQUESTS");
        for (var i = 0; i < 3; i++)
        {
            (await victim.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task An_address_is_what_the_connection_says_and_style_and_probes_are_not_counted()
    {
        await using var gateway = await StartAsync(new() { ["Addresses"] = $"5{Slow}" }, port: 0);
        for (var i = 0; i < 6; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            using var answer = await gateway.Client.SendAsync(request);
            Assert.Equal(i < 5 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, answer.StatusCode);
        }

        foreach (var path in (string[])["/health/live", "/health/ready", "/style.css", "/favicon.svg"])
        {
            using var answer = await gateway.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        // An address that nothing is served at is counted too, and so is the sign-in.
        foreach (var path in (string[])["/nothing/here", "/signin", "/account/sign-in", "/connect/token", "/.well-known/openid-configuration"])
        {
            using var answer = await gateway.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.TooManyRequests), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_person_in_a_browser_gets_a_page_and_the_refusal_is_measured()
    {
        await using var gateway = await StartAsync(new() { ["Addresses"] = $"1{Slow}" }, port: 0);
        using var meters = new HostMeters(gateway.Services);
        HttpResponseMessage answer = null!;
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.Accept.ParseAdd("text/html");
            answer = await gateway.Client.SendAsync(request);
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var minutes = (int)Math.Ceiling(answer.Headers.RetryAfter!.Delta!.Value.TotalMinutes);
        Assert.InRange(minutes, 2, 20);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Too much at once", page, StringComparison.Ordinal);
        Assert.Contains($"Wait {minutes} minutes,", page, StringComparison.Ordinal);
        Assert.Equal(1, meters.Read("concord.gateway.limited", ("concord.limit", "addresses")).Sum());
    }

    [Fact]
    public async Task A_call_is_told_that_it_is_too_much_with_reason_and_time_to_wait()
    {
        await using var gateway = await StartAsync(new() { ["Addresses"] = $"1{Slow}" }, port: 0);
        using var channel = GrpcChannel.ForAddress(gateway.GrpcAddress);
        var client = new PartnersService.PartnersServiceClient(channel);
        RpcException refusal = null!;
        for (var i = 0; i < 2; i++)
        {
            refusal = await Assert.ThrowsAsync<RpcException>(async () => await client.GetOrganizationAsync(new GetOrganizationRequest()));
        }

        Assert.Equal(StatusCode.ResourceExhausted, refusal.StatusCode);
        var status = refusal.GetRpcStatus()!;
        Assert.Equal(("gateway", "TOO_MANY_REQUESTS"), (status.GetDetail<ErrorInfo>()!.Domain, status.GetDetail<ErrorInfo>()!.Reason));
        Assert.True(status.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("GET", "/api/v1/profiles", nameof(RequestKind.Reads))]
    [InlineData("HEAD", "/api/v1/profiles", nameof(RequestKind.Reads))]
    [InlineData("POST", "/api/v1/profiles", nameof(RequestKind.Writes))]
    [InlineData("PATCH", "/api/v1/profiles/1", nameof(RequestKind.Writes))]
    [InlineData("DELETE", "/api/v1/profiles/1", nameof(RequestKind.Writes))]
    [InlineData("POST", "/signout", nameof(RequestKind.Writes))]
    [InlineData("POST", "/api/v1/profiles:search", nameof(RequestKind.Costly))]
    [InlineData("POST", "/api/v1/accounts:find", nameof(RequestKind.Costly))]
    [InlineData("GET", "/api/v1/audit/roster/entries:export", nameof(RequestKind.Costly))]
    [InlineData("POST", "/api/v1/teams:compose", nameof(RequestKind.Costly))]
    [InlineData("POST", "/api/v1/approvals/identity/1:approve", nameof(RequestKind.Writes))]
    public void A_request_counts_as_what_it_does(string method, string path, string kind)
    {
        var http = new DefaultHttpContext { Request = { Method = method, Path = path } };
        Assert.Equal(kind, RequestLimits.KindOf(http).ToString());
        http.Request.ContentType = "application/grpc";
        Assert.Equal(kind == nameof(RequestKind.Costly) ? kind : nameof(RequestKind.Reads), RequestLimits.KindOf(http).ToString());
    }

    [Fact]
    public void Networks_are_told_apart_up_to_a_number_and_one_machine_has_one()
    {
        static string Of(string address) => CallerKey.NetworkOf(IPAddress.Parse(address));
        Assert.Equal(Of("192.0.2.1"), Of("::ffff:192.0.2.1"));
        Assert.Equal(Of("2001:db8:1:2::1"), Of("2001:db8:1:2:ffff::9"));
        Assert.NotEqual(Of("2001:db8:1:2::1"), Of("2001:db8:1:3::1"));
        var seen = Enumerable.Range(0, 300_000).Select(i => CallerKey.NetworkOf(new IPAddress([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]))).ToHashSet();
        Assert.InRange(seen.Count, 60_000, CallerKey.MostNetworks);
    }

    [Theory]
    [InlineData("20", false)]
    [InlineData("0,5", false)]
    [InlineData("20,0", false)]
    [InlineData("20,-1", false)]
    [InlineData("many,few", false)]
    [InlineData("20,0.5", true)]
    [InlineData("off", true)]
    public void A_limit_that_is_none_is_refused_at_the_start(string value, bool good)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Gateway:Limits:Reads", value)]).Build();
        if (good)
        {
            Assert.Equal(value, Allowance.Reads.In(configuration));
        }
        else
        {
            Assert.Contains("Gateway:Limits:Reads", Assert.Throws<SettingException>(() => Allowance.Reads.In(configuration)).Message, StringComparison.Ordinal);
        }
    }

    private async Task<HttpClient> PersonAsync(string email, GatewayUnderTest? gateway = null) =>
        SignIn.Client((gateway ?? _gateway).Address, await SignIn.TokenAsync($"http://127.0.0.1:{_port}/", email, _identity.Secrets[email]));
}
