using System.Net;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Sessions;
using Concord.Identity.SignIn;
using Concord.Platform.Hosting;
using Concord.Support;
using Concord.Support.Telemetry;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private IdentityHost _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await IdentityHost.StartAsync(configure: b => b.Services.AddSingleton(new SignInThrottle(_time)));

    public async ValueTask DisposeAsync() => await _identity.DisposeAsync();

    [Theory, Abuse(20)]
    [InlineData(Officer, "wrong password here")]
    [InlineData("nobody@nowhere.example", "wrong password here")]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer(string email, string password)
    {
        using var browser = new Browser(_identity.Address);
        var answer = await browser.SignInAsync("/account/sign-in", email, password);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The e-mail or the password is wrong, or the account is closed.", browser.Html, StringComparison.Ordinal);
        Assert.Empty(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Where(c => c.StartsWith(SignedIn.Cookie, StringComparison.Ordinal)) : []);
    }

    [Fact]
    public async Task A_password_hashed_with_less_work_than_today_is_hashed_again_at_sign_in()
    {
        var password = _identity.Secrets[Officer];
        var old = await HashAsync(new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = QuickPasswords.Rounds / 2 })).HashPassword(null!, password));
        using var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in", Officer, password);
        var now = await HashAsync();
        Assert.NotEqual(old, now);
        Assert.Equal(PasswordVerificationResult.Success, _identity.Services.GetRequiredService<IPasswordHasher<Account>>().VerifyHashedPassword(null!, now, password));
    }

    [Fact]
    public async Task A_password_costs_as_much_work_as_is_advised_today()
    {
        await using var app = ServiceHost.Build<IdentityModule>([], b => b.Configuration["Identity:Issuer"] = "http://concord.test/");
        Assert.InRange(app.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount, 210_000, 10_000_000); // PBKDF2 with SHA-512: OWASP, Password Storage Cheat Sheet
    }

    private async Task<string> HashAsync(string? replacement = null)
    {
        await using var scope = _identity.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var key = Account.KeyOf(Officer);
        var account = await db.Accounts.SingleAsync(a => a.EmailKey == key);
        if (replacement is not null)
        {
            account.Rehash(replacement);
            await db.SaveChangesAsync();
        }

        return account.PasswordHash;
    }

    [Fact, Abuse(15)]
    public async Task A_form_that_another_site_sends_is_refused()
    {
        using var browser = new Browser(_identity.Address);
        using var form = new FormUrlEncodedContent([new("email", Officer), new("password", _identity.Secrets[Officer]), new("returnUrl", "/")]);
        using var answer = await browser.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(c => c.StartsWith(SignedIn.Cookie, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sign_in_pages_run_no_script_but_ours_load_nothing_from_elsewhere_and_cannot_be_framed()
    {
        using var browser = new Browser(_identity.Address);
        var page = await browser.GetAsync("/account/sign-in?returnUrl=%22%3E%3Cscript%3E");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self';", policy);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        const string Ours = """<script type="module" src="/account/passkey.js"></script>""";
        Assert.DoesNotContain("<script", browser.Html.Replace(Ours, "", StringComparison.Ordinal), StringComparison.Ordinal);
        await browser.SignInAsync("/account/sign-in", "\"><script>@x", "wrong password");
        Assert.DoesNotContain("<script", browser.Html.Replace(Ours, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/connect/authorize?a=b", "/connect/authorize?a=b")]
    public async Task After_sign_in_a_person_stays_on_the_platform(string returnUrl, string expected)
    {
        using var browser = new Browser(_identity.Address);
        var answer = await browser.SignInAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", Officer, _identity.Secrets[Officer]);
        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact, Abuse(22)]
    public async Task Guessing_is_slowed_for_the_guesser_and_the_person_still_gets_in()
    {
        using var meters = new HostMeters(_identity.Services);
        using var guesser = new Browser(_identity.Address);
        guesser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await guesser.SignInAsync("/account/sign-in", Officer, "wrong password here")).StatusCode);
        }

        var slowed = await guesser.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.NotNull(slowed.Headers.RetryAfter);
        Assert.Equal((5, 1), (meters.Read("concord.sign_in.refusals", ("concord.reason", "wrong")).Sum(), meters.Read("concord.sign_in.refusals", ("concord.reason", "throttled")).Sum()));
        using var person = new Browser(_identity.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await person.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer])).StatusCode);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, (await guesser.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer])).StatusCode);
    }

    [Fact]
    public void Attempts_sent_together_are_counted_before_any_of_them_is_answered()
    {
        var throttle = new SignInThrottle(_time);
        var waits = Enumerable.Range(0, 20).Select(_ => throttle.Begin("A@B.EXAMPLE", "203.0.113.9")).ToList();
        Assert.Equal(5, waits.Count(w => w == TimeSpan.Zero));
    }

    [Fact, Abuse(22)]
    public void One_password_tried_on_many_names_is_slowed_for_the_network_and_a_success_is_not_held_against_it()
    {
        var throttle = new SignInThrottle(_time);
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(TimeSpan.Zero, throttle.Begin($"PERSON{i}", "2001:db8:1:2::1"));
            throttle.Succeeded($"PERSON{i}", "2001:db8:1:2::1");
        }

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(TimeSpan.Zero, throttle.Begin($"NAME{i}", $"2001:db8:1:2::{i:x}"));
        }

        Assert.True(throttle.Begin("ANOTHER", "2001:db8:1:2:ffff::1") > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, throttle.Begin("ANOTHER", "2001:db8:1:3::1"));
        Assert.Equal(TimeSpan.Zero, throttle.Begin("ANOTHER", "203.0.113.9"));
        _time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(TimeSpan.Zero, throttle.Begin("ANOTHER", "2001:db8:1:2::1"));
    }

    [Fact]
    public async Task Where_the_public_address_is_https_no_cookie_travels_in_the_clear()
    {
        await using var secure = await IdentityHost.StartAsync(issuer: "https://concord.test/", configure: builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Identity:Providers:home:Authority"] = "https://login.home.example/",
            ["Identity:Providers:home:ClientId"] = "concord",
            ["Identity:Providers:home:ClientSecret"] = "secret",
            ["Identity:Providers:home:DisplayName"] = "Home",
            ["Identity:Providers:home:Organizations"] = WellKnown.Organization("UN"),
        }));
        using var browser = new Browser(secure.Address);
        var form = (await browser.GetAsync("/account/sign-in")).Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("secure", form, StringComparison.Ordinal);
        Assert.Contains("httponly", form, StringComparison.Ordinal);
        Assert.StartsWith("__Secure-concord.form=", form);
        var cookies = secure.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        Assert.Equal(("__Host-concord.identity", "/"), (cookies.Get(SignedIn.Scheme).Cookie.Name, cookies.Get(SignedIn.Scheme).Cookie.Path));
        Assert.Equal(("__Secure-concord.identity.half", "/account"), (cookies.Get(SecondStep.Scheme).Cookie.Name, cookies.Get(SecondStep.Scheme).Cookie.Path));
        var provider = secure.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get("provider-home");
        Assert.Equal(("__Host-concord.identity.asked.", "/", CookieSecurePolicy.Always), (provider.CorrelationCookie.Name, provider.CorrelationCookie.Path, provider.CorrelationCookie.SecurePolicy));
        Assert.Equal(("__Host-concord.identity.nonce.", "/", CookieSecurePolicy.Always), (provider.NonceCookie.Name, provider.NonceCookie.Path, provider.NonceCookie.SecurePolicy));
    }

    [Fact]
    public async Task A_session_is_used_again_until_the_person_signs_out()
    {
        using var browser = new Browser(_identity.Address);
        await CodeAsync(browser, Officer, _identity.Secrets[Officer]);
        Assert.StartsWith(Redirect, (await browser.FollowAsync(await browser.GetAsync(Authorize(Challenge)))).Headers.Location!.ToString());
        Assert.Contains("/account/sign-in", (await browser.GetAsync(Authorize(Challenge, extra: "&prompt=login"))).Headers.Location!.ToString(), StringComparison.Ordinal);

        await browser.GetAsync("/account/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync()).StatusCode);
        Assert.Contains("/account/sign-in", (await browser.GetAsync(Authorize(Challenge))).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("error=login_required", (await browser.GetAsync(Authorize(Challenge, extra: "&prompt=none"))).Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_somebody_else_asks_before_it_signs_anybody_out_and_a_token_of_the_session_need_not_ask()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
        using var browser = new Browser(_identity.Address);
        var own = (string)(await TokenAsync(client, Exchange(await CodeAsync(browser, Officer, _identity.Secrets[Officer])))).Body["id_token"]!;
        using var other = new Browser(_identity.Address);
        var another = (string)(await TokenAsync(client, Exchange(await CodeAsync(other, Officer, _identity.Secrets[Officer])))).Body["id_token"]!;
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/connect/logout?post_logout_redirect_uri=https%3A%2F%2Felsewhere.example%2F")).StatusCode);
        Assert.Contains("You cannot sign out from here", browser.Html, StringComparison.Ordinal);
        foreach (var link in (string[])["/connect/logout", $"/connect/logout?id_token_hint={another}", "/connect/logout?client_id=gateway&post_logout_redirect_uri=http%3A%2F%2Fconcord.test%2Fsignout-callback-oidc&state=s1"])
        {
            var asking = await browser.GetAsync(link);
            Assert.StartsWith("/account/sign-out?", asking.Headers.Location!.ToString());
            await browser.FollowAsync(asking);
            Assert.StartsWith("/account/program", (await browser.GetAsync(Authorize(Challenge))).Headers.Location!.ToString()); // still signed in
            await browser.FollowAsync(asking);
        }

        var agreed = await browser.SubmitAsync();
        Assert.StartsWith("/connect/logout?", agreed.Headers.Location!.ToString());
        Assert.Equal("http://concord.test/signout-callback-oidc?state=s1", (await browser.FollowAsync(agreed)).Headers.Location!.ToString());
        Assert.Contains("/account/sign-in", (await browser.GetAsync(Authorize(Challenge))).Headers.Location!.ToString(), StringComparison.Ordinal);

        await other.GetAsync($"/connect/logout?id_token_hint={another}");
        Assert.Contains("/account/sign-in", (await other.GetAsync(Authorize(Challenge))).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(Payload(own)["sid"]!.GetValue<string>(), (await EndedAsync()), StringComparer.Ordinal);
    }

    private async Task<List<string>> EndedAsync()
    {
        await using var scope = _identity.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<IdentityDb>().Sessions.Where(s => s.EndTime != null).ToListAsync()).Select(s => s.Id.Value.ToString())];
    }
}
