using System.Net;
using Concord.Contracts.Reference;
using Concord.Gateway.Browsers;
using Concord.Gateway.OpenApi;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Concord.Gateway.Tests;

public sealed class BrowserTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly int _port = Ports.Next();
    private readonly ShiftedTime _time = new();
    private IdentityHost _identity = null!;
    private GatewayUnderTest _gateway = null!;

    /// <summary>Only the gateway's clock moves: its tokens grow old, the identity service's do not.</summary>
    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }

    private string Issuer => $"http://127.0.0.1:{_port}/";

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync(_directory, Issuer);
        _gateway = await StartGatewayAsync();
    }

    private Task<GatewayUnderTest> StartGatewayAsync(int? port = null) => GatewayUnderTest.StartAsync(new()
    {
        ["Services:identity:Http"] = _identity.Address,
        ["Identity:Issuer"] = Issuer,
        ["Identity:KeyDirectory"] = Path.Combine(_directory, "keys"),
    }, port ?? _port, builder => builder.Services.Add(new(typeof(TimeProvider), _time)));

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _identity.DisposeAsync();
    }

    private async Task<Browser> SignedInAsync(string email = Officer, string? password = null, string? app = null)
    {
        var browser = new Browser(_gateway.Address);
        var end = await browser.FollowAsync(await browser.SignInAsync("/signin", email, password ?? _identity.Secrets[email], app ?? _identity.Secrets.AppOf(email)));
        Assert.True(end.StatusCode == HttpStatusCode.OK, $"{end.StatusCode} {end.Headers.Location} {browser.Html}");
        Assert.Contains("action=\"/signout\"", browser.Html, StringComparison.Ordinal);
        return browser;
    }

    [Fact]
    public async Task A_person_signs_in_through_the_gateway_acts_and_signs_out()
    {
        using var browser = await SignedInAsync();
        var me = (await browser.Client.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        Assert.Equal(Officer, me.TextOf("email"));

        await browser.GetAsync("/");
        var forgotten = await browser.SubmitAsync();
        Assert.Equal("\"cache\", \"storage\"", forgotten.Headers.GetValues("Clear-Site-Data").Single());
        var end = await browser.FollowAsync(forgotten);
        Assert.Equal(HttpStatusCode.OK, end.StatusCode);
        Assert.Contains("href=\"/signin\"", browser.Html, StringComparison.Ordinal);
        (await browser.Client.ReadAsync("/api/v1/me")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        var page = await browser.FollowAsync(await browser.GetAsync("/signin"));
        Assert.True(page.StatusCode == HttpStatusCode.OK && browser.Html.Contains("name=\"password\"", StringComparison.Ordinal), "the identity session has ended too");
    }

    [Fact, Abuse(15)]
    public async Task A_change_with_the_cookie_must_come_from_a_page_of_the_platform()
    {
        using var browser = await SignedInAsync();
        (await browser.Client.PostAsync("/api/v1/accounts", new { })).IsProblem(HttpStatusCode.Forbidden, "CROSS_SITE_REQUEST");
        Assert.Equal("PERMISSION_DENIED", (await PostAsync(browser, BrowserRequests.OwnHeader, "1")).TextOf("reason"));
        Assert.Equal("PERMISSION_DENIED", (await PostAsync(browser, "Sec-Fetch-Site", "same-origin")).TextOf("reason"));
        Assert.Equal("CROSS_SITE_REQUEST", (await PostAsync(browser, "Sec-Fetch-Site", "cross-site")).TextOf("reason"));
        Assert.Equal("CROSS_SITE_REQUEST", (await PostAsync(browser, "Sec-Fetch-Site", "same-site")).TextOf("reason"));
        Assert.Equal("PERMISSION_DENIED", (await PostAsync(browser, "Origin", _gateway.Address)).TextOf("reason"));
        Assert.Equal("CROSS_SITE_REQUEST", (await PostAsync(browser, "Origin", "http://evil.example")).TextOf("reason"));
        Assert.Equal("CROSS_SITE_REQUEST", (await PostAsync(browser, "Origin", "null")).TextOf("reason"));
        Assert.Equal("UNAUTHENTICATED", (await PostAsync(browser, "Authorization", "Bearer not-a-token")).TextOf("reason"));
    }

    [Fact]
    public async Task An_old_token_is_renewed_on_the_way_and_waits_for_identity_to_answer()
    {
        using var browser = await SignedInAsync();
        _time.Shift = TimeSpan.FromMinutes(14.5);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.Client.ReadAsync("/api/v1/me")));
        Assert.All(answers, a => a.Is(HttpStatusCode.OK));
        Assert.All(answers, a => Assert.False(a.Headers.Contains("Set-Cookie"))); // the cookie holds what does not change
        (await browser.Client.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);

        _time.Shift = TimeSpan.FromHours(7);
        await _identity.DisposeAsync();
        (await browser.Client.ReadAsync("/api/v1/me")).IsProblem(HttpStatusCode.ServiceUnavailable, "DEPENDENCY_UNAVAILABLE");
    }

    [Fact]
    public async Task Two_replicas_of_the_gateway_carry_on_one_session_in_turn_and_signing_out_ends_it_at_both()
    {
        using var browser = await SignedInAsync();
        await using var other = await StartGatewayAsync(port: 0);
        using var there = GatewayUnderTest.Plain(other.Address);
        there.DefaultRequestHeaders.Add("Cookie", browser.CookieHeader);
        for (var turn = 0; turn < 3; turn++)
        {
            _time.Shift = turn * TimeSpan.FromMinutes(14.5);
            (await browser.Client.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
            (await there.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        }

        await browser.GetAsync("/");
        await browser.FollowAsync(await browser.SubmitAsync());
        _time.Shift += TimeSpan.FromMinutes(14.5);
        (await there.ReadAsync("/api/v1/me")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task After_a_step_up_every_replica_takes_the_higher_clearance_at_once_and_the_person_is_where_they_were()
    {
        using var administrator = await SignedInAsync("administrator@un.example");
        var first = await FirstAdministrator.OfAsync(_gateway.Address, _identity.Data);
        using var second = await SignedInAsync(FirstAdministrator.Email, first[FirstAdministrator.Email], first.AppOf(FirstAdministrator.Email));
        var opened = (await PostAsync(administrator, "/api/v1/accounts", new { email = "new@un.example", displayName = "New", organization = WellKnown.Organization("UN"), roles = new[] { "analyst" }, clearance = "STRICTLY_CONFIDENTIAL" })).Is(HttpStatusCode.Created);
        (await PostAsync(second, $"/api/v1/{opened.TextOf("approval")}:approve", new { })).Is(HttpStatusCode.OK);

        using var browser = new Browser(_gateway.Address);
        await browser.GetAsync("/account/password?returnUrl=/signin");
        await browser.FollowAsync(await browser.SubmitAsync(("email", "new@un.example"), ("password", opened.TextOf("oneTimePassword")), ("newPassword", "a password of my own")));
        await browser.FollowAsync(await browser.GetAsync(Link("/signin"))); // from the page of second factors, without
        Assert.Equal("CONFIDENTIAL", (await browser.Client.ReadAsync("/api/v1/me")).TextOf("clearance"));

        await browser.FollowAsync(await browser.GetAsync("/step-up?returnUrl=/platform?seen=1"));
        await browser.GetAsync(Link("/account/factors/authenticator"));
        var secret = System.Text.RegularExpressions.Regex.Match(browser.Html, "secret=([A-Z2-7]+)").Groups[1].Value;
        await AuthenticatorApp.Of(secret).UseAsync(async code => await browser.SubmitAsync(("code", code)) is { StatusCode: HttpStatusCode.OK } shown ? shown : null);
        var end = await browser.FollowAsync(await browser.GetAsync(Link("/connect/authorize")));
        Assert.Equal("/platform?seen=1", end.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal("STRICTLY_CONFIDENTIAL", (await browser.Client.ReadAsync("/api/v1/me")).TextOf("clearance"));

        await using var other = await StartGatewayAsync(port: 0);
        using var there = GatewayUnderTest.Plain(other.Address);
        there.DefaultRequestHeaders.Add("Cookie", browser.CookieHeader);
        Assert.Equal("STRICTLY_CONFIDENTIAL", (await there.ReadAsync("/api/v1/me")).TextOf("clearance"));

        string Link(string to) => WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(browser.Html, $"href=\"({to}[^\"]*)\"").Groups[1].Value);

        static Task<ApiAnswer> PostAsync(Browser by, string path, object body)
        {
            by.Client.DefaultRequestHeaders.Remove(BrowserRequests.OwnHeader);
            by.Client.DefaultRequestHeaders.Add(BrowserRequests.OwnHeader, "1");
            return by.Client.PostAsync(path, body);
        }
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_small_because_every_request_carries_it_up_a_slow_line()
    {
        using var browser = await SignedInAsync();
        var session = browser.CookieHeader.Split("; ").Single(c => c.StartsWith(BrowserSetup.Cookie, StringComparison.Ordinal));
        Assert.InRange(session.Length, 100, 800);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_even_if_identity_does_not_answer()
    {
        using var browser = await SignedInAsync();
        await browser.GetAsync("/");
        await _gateway.DisposeAsync();
        _gateway = await StartGatewayAsync(); // has not read anything of identity yet
        await _identity.DisposeAsync();
        var end = await browser.SubmitAsync();
        Assert.Equal((HttpStatusCode.Redirect, "/"), (end.StatusCode, end.Headers.Location?.OriginalString));
        await browser.GetAsync("/");
        Assert.Contains("href=\"/signin\"", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_public_address_is_https_no_cookie_travels_in_the_clear()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new()
        {
            ["Services:identity:Http"] = _identity.Address,
            ["Identity:Issuer"] = "https://concord.test/",
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/signin") { Headers = { Host = "concord.test" } };
        using var response = await gateway.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.NotEmpty(response.Headers.GetValues("Set-Cookie"));
        Assert.All(response.Headers.GetValues("Set-Cookie"), c => Assert.Contains("secure", c, StringComparison.Ordinal));
        Assert.All(response.Headers.GetValues("Set-Cookie"), c => Assert.StartsWith("__Secure-.AspNetCore.", c));
        using var preferring = new HttpRequestMessage(HttpMethod.Get, "/prefer/language/fr") { Headers = { Host = "concord.test" } };
        using var preferred = await gateway.Client.SendAsync(preferring);
        Assert.Matches("^__Host-concord.lang=fr; .*path=/; secure", preferred.Headers.GetValues("Set-Cookie").Single());
        using var reading = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", "__Host-concord.lang=fr" } } };
        using var read = await gateway.Client.SendAsync(reading);
        Assert.Contains("<html lang=\"fr\"", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
        var session = gateway.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        Assert.Equal((CookieSecurePolicy.Always, "__Host-concord.session", "/"), (session.Cookie.SecurePolicy, session.Cookie.Name, session.Cookie.Path));
        var form = gateway.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie;
        Assert.Equal((CookieSecurePolicy.SameAsRequest, "__Host-concord.portal", "/"), (form.SecurePolicy, form.Name, form.Path));
    }

    [Fact]
    public async Task An_account_that_is_closed_is_out_when_its_token_is_renewed()
    {
        using var browser = await SignedInAsync();
        using var administrator = await SignedInAsync("administrator@un.example");
        administrator.Client.DefaultRequestHeaders.Add(BrowserRequests.OwnHeader, "1");
        var name = (await browser.Client.ReadAsync("/api/v1/me")).TextOf("name");
        var account = (await administrator.Client.ReadAsync($"/api/v1/{name}")).Is(HttpStatusCode.OK);
        (await administrator.Client.PatchAsync($"/api/v1/{name}", new { active = false }, account.ETag)).Is(HttpStatusCode.OK);

        _time.Shift = TimeSpan.FromMinutes(14.5);
        (await browser.Client.ReadAsync("/api/v1/me")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        await browser.GetAsync("/");
        Assert.Contains("href=\"/signin\"", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_of_a_running_service_merges_and_every_reference_in_it_leads_somewhere()
    {
        var document = await MergedDocument.FetchAsync(_gateway.Client, new Dictionary<string, Uri> { ["identity"] = new(_identity.Address) }, CancellationToken.None);
        Assert.NotNull(document["paths"]!["/api/v1/accounts/{account}:resetPassword"]?["post"]);
        var references = System.Text.RegularExpressions.Regex.Matches(document.ToJsonString(), "#/components/([A-Za-z]+)/([A-Za-z0-9_]+)").Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.NotNull(document["components"]![r.Item1]?[r.Item2]));
    }

    [Fact]
    public async Task Signing_in_while_identity_is_down_says_so()
    {
        await _identity.DisposeAsync();
        (await _gateway.Client.ReadAsync("/signin")).IsProblem(HttpStatusCode.ServiceUnavailable, "DEPENDENCY_UNAVAILABLE");
        (await _gateway.Client.ReadAsync("/")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_restarted_gateway_knows_its_browsers()
    {
        using var browser = await SignedInAsync();
        await _gateway.DisposeAsync();
        _gateway = await StartGatewayAsync();
        (await browser.Client.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_forged_return_signs_nobody_in_and_sign_in_leads_nowhere_else()
    {
        using var browser = new Browser(_gateway.Address);
        var forged = await browser.GetAsync("/signin-oidc?code=abc&state=forged");
        Assert.Equal("/?signIn=failed", forged.Headers.Location!.ToString());
        var end = await browser.FollowAsync(await browser.SignInAsync("/signin?returnUrl=//evil.example/", Officer, _identity.Secrets[Officer]));
        Assert.Equal(HttpStatusCode.OK, end.StatusCode);
        Assert.Contains("action=\"/signout\"", browser.Html, StringComparison.Ordinal);
    }

    private static async Task<ApiAnswer> PostAsync(Browser browser, string header, string value)
    {
        browser.Client.DefaultRequestHeaders.Add(header, value);
        var answer = await browser.Client.PostAsync("/api/v1/accounts", new { });
        browser.Client.DefaultRequestHeaders.Remove(header);
        return answer;
    }
}
