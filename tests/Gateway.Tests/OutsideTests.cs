using System.Net;
using Concord.Support;
using Concord.Support.Servers;

namespace Concord.Gateway.Tests;

/// <summary>What stands in front of everything for somebody outside: what cannot be reached, what every answer says to a browser, and what a page elsewhere may not do.</summary>
public sealed class OutsideTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly int _port = Ports.Next();
    private IdentityHost _identity = null!;
    private GatewayUnderTest _gateway = null!;

    private string Issuer => $"http://127.0.0.1:{_port}/";

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync(_directory, Issuer);
        _gateway = await GatewayUnderTest.StartAsync(new()
        {
            ["Services:identity:Http"] = _identity.Address,
            ["Identity:Issuer"] = Issuer,
            ["Identity:KeyDirectory"] = Path.Combine(_directory, "keys"),
        }, _port);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _identity.DisposeAsync();
    }

    [Theory, Abuse(35)]
    [InlineData("/internal/access-news")]
    [InlineData("/api/v1/internal/access-news")]
    [InlineData("/api/v1/me/../../../internal/access-news")]
    [InlineData("/account/../internal/access-news")]
    [InlineData("/account/%2e%2e/internal/access-news")]
    [InlineData("/account/..%2finternal/access-news")]
    [InlineData("//internal/access-news")]
    [InlineData("/connect/..\\internal/access-news")]
    [InlineData("/metrics")]
    [InlineData("/openapi/identity.json")]
    [InlineData("/account/../openapi/v1.json/../../internal/access-news")]
    [InlineData("/debug/pprof")]
    [InlineData("/swagger/index.html")]
    [InlineData("/actuator/env")]
    [InlineData("/.env")]
    [InlineData("/.git/config")]
    [InlineData("/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo")]
    [InlineData("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo")]
    public async Task What_is_for_those_inside_or_for_developers_is_not_there(string path)
    {
        using var reached = await new HttpClient().GetAsync(new Uri($"{_identity.Address}/internal/access-news"));
        Assert.Equal(HttpStatusCode.OK, reached.StatusCode); // inside it is
        using var connection = await RawConnection.OpenAsync(_gateway.Address); // as it stands: a client library would tidy the address up
        await connection.SendAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{_port}\r\nConnection: close\r\n\r\n");
        var answer = System.Text.Encoding.UTF8.GetString(await connection.ReadToEndAsync());
        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"below\"", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/nothing/here", "text/html")]
    [InlineData("/nothing/here", "application/json")]
    [InlineData("/api/v1/me", "application/json")]
    [InlineData("/api/v1/organizations", "application/json")]
    [InlineData("/account/sign-in", "text/html")]
    [InlineData("/account/nowhere", "text/html")]
    [InlineData("/connect/authorize", "text/html")]
    [InlineData("/style.css", "text/css")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/openapi/v1.json", "application/json")]
    [InlineData("/reference/", "text/html")]
    [InlineData("/status.json", "application/json")]
    [InlineData("/health/live", "text/plain")]
    public async Task Every_answer_tells_a_browser_all_it_has_to_know(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        using var answer = await _gateway.Client.SendAsync(request);
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : "";
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal(("", "", ""), (Header("Server"), Header("X-Powered-By"), Header("Strict-Transport-Security")));
        Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Where_the_public_address_is_https_browsers_are_told_to_stay_with_it()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new() { ["Identity:Issuer"] = "https://concord.test/" });
        foreach (var path in (string[])["/", "/style.css", "/nothing", "/api/v1/me"])
        {
            using var answer = await gateway.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        }
    }

    [Theory, Abuse(15)]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_page_elsewhere_that_asks_for_leave_gets_none(string origin)
    {
        foreach (var path in (string[])["/api/v1/me", "/api/v1/accounts", "/connect/token", "/account/sign-in", "/signout"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, path);
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-concord-request");
            using var answer = await _gateway.Client.SendAsync(request);
            Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory, Abuse(15)]
    [InlineData("null", null, null)]
    [InlineData("null", "1", null)]
    [InlineData("null", null, "same-origin")]
    [InlineData("null", "1", "same-origin")]
    public async Task A_change_with_a_session_from_nowhere_is_refused_whatever_else_it_says(string origin, string? own, string? site)
    {
        using var browser = new Browser(Issuer);
        await browser.FollowAsync(await browser.SignInAsync("/signin", Officer, _identity.Secrets[Officer]));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/me/sessions:endOthers");
        request.Headers.Add("Idempotency-Key", "k");
        request.Headers.Add("Origin", origin);
        if (own is not null)
        {
            request.Headers.Add("X-Concord-Request", own);
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var answer = await browser.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("CROSS_SITE_REQUEST", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
