using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Audit;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>Passkeys as the service sees them; that browsers use them so is in the portal's tests.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private const string Origin = "http://concord.test";
    private const string Name = "concord.test";
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private IdentityHost _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await IdentityHost.StartAsync(configure: b => b.Services.AddSingleton<TimeProvider>(_time));

    public async ValueTask DisposeAsync() => await _identity.DisposeAsync();

    [Fact, Abuse(22)]
    public async Task A_passkey_signs_in_without_a_password_and_each_answer_is_good_once()
    {
        using var key = await MadeAsync();
        using var browser = new Browser(_identity.Address);
        await browser.FollowAsync(await browser.GetAsync(Authorize(Challenge)));
        var page = browser.Html;
        var credential = key.Use(SoftwarePasskey.AskedOf(browser));
        _time.Advance(TimeSpan.FromSeconds(1));
        var answer = await browser.FollowAsync(await ShowAsync(browser, credential));
        Assert.StartsWith(Redirect, answer.Headers.Location!.ToString());
        using var client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
        var (_, tokens) = await TokenAsync(client, Exchange(System.Web.HttpUtility.ParseQueryString(answer.Headers.Location.Query)["code"]!));
        Assert.Equal("urn:concord:step-up", Payload(tokens["access_token"]!.GetValue<string>())["acr"]!.GetValue<string>());

        using var again = new Browser(_identity.Address);
        await again.GetAsync("/account/sign-in");
        await RefusedAsync(again, credential); // to the challenge of another page
        await RefusedAsync(browser, credential, page); // and the same page sent twice
    }

    [Theory, Abuse(22)]
    [InlineData("https://concord.test", Name)]
    [InlineData("http://concord.test.attacker.example", Name)]
    [InlineData("http://attacker.example", Name)]
    [InlineData(Origin, "attacker.example")]
    public async Task What_was_signed_for_another_place_signs_nobody_in(string origin, string name)
    {
        using var elsewhere = new SoftwarePasskey(origin, name);
        using var owner = await SignedInAsync();
        await owner.GetAsync("/account/factors/passkey");
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(owner, elsewhere)).StatusCode);
        await owner.GetAsync("/account/factors");
        Assert.DoesNotContain("name=\"factor\"", owner.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_did_not_ask_who_holds_it_is_no_second_factor()
    {
        using var key = await MadeAsync();
        using var browser = new Browser(_identity.Address);
        await browser.GetAsync("/account/sign-in");
        key.Flags = 0x01; // somebody touched it
        await RefusedAsync(browser, key.Use(SoftwarePasskey.AskedOf(browser)));
    }

    [Fact]
    public async Task A_copy_of_the_device_that_counts_from_before_is_refused()
    {
        using var key = await MadeAsync();
        key.Signed = 10;
        using var browser = new Browser(_identity.Address);
        await browser.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.Redirect, (await ShowAsync(browser, key.Use(SoftwarePasskey.AskedOf(browser)))).StatusCode);
        _time.Advance(TimeSpan.FromSeconds(1));
        key.Signed = 5;
        using var thief = new Browser(_identity.Address);
        await thief.GetAsync("/account/sign-in");
        await RefusedAsync(thief, key.Use(SoftwarePasskey.AskedOf(thief)));
    }

    [Fact]
    public async Task A_passkey_that_is_shown_while_a_one_time_password_waits_is_spent_and_entered()
    {
        using var key = await MadeAsync();
        await using var scope = _identity.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var id = new AccountId(WellKnown.Id("account", Officer));
        (await db.Accounts.SingleAsync(a => a.Id == id)).SetPassword("none", temporary: true);
        await db.SaveChangesAsync();
        using var browser = new Browser(_identity.Address);
        await browser.GetAsync("/account/sign-in");
        var page = browser.Html;
        var credential = key.Use(SoftwarePasskey.AskedOf(browser));
        Assert.StartsWith("/account/password?", (await ShowAsync(browser, credential)).Headers.Location!.ToString(), StringComparison.Ordinal);
        var entry = AuditContent.Read(await db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => e.Content).FirstAsync())!;
        Assert.Equal((AuditOutcome.Done, "POST /account/sign-in/passkey", id.ToString()), (entry.Outcome, entry.Action, entry.Resources.Single()));
        await RefusedAsync(browser, credential, page);
    }

    [Fact]
    public async Task What_is_no_answer_of_a_device_is_refused_and_nothing_breaks()
    {
        using var key = await MadeAsync();
        using var browser = new Browser(_identity.Address);
        await browser.GetAsync("/account/sign-in");
        var page = browser.Html;
        var whole = key.Use(SoftwarePasskey.AskedOf(browser));
        foreach (var broken in (string[])["", "{}", "[]", "null", "\"", whole[..^2], Without(whole, "response"), Without(whole, "id"), whole.Replace("webauthn", "", StringComparison.Ordinal).Replace("public-key", "x", StringComparison.Ordinal)])
        {
            await RefusedAsync(browser, broken, page);
            _time.Advance(TimeSpan.FromMinutes(1)); // guessing is slowed
        }
    }

    private async Task<SoftwarePasskey> MadeAsync()
    {
        var key = new SoftwarePasskey(Origin, Name);
        using var owner = await SignedInAsync();
        await owner.GetAsync("/account/factors/passkey");
        Assert.True((await AddAsync(owner, key)).StatusCode == HttpStatusCode.OK, owner.Html);
        _time.Advance(TimeSpan.FromSeconds(1)); // an answer is to a challenge later than the last
        return key;
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        return browser;
    }

    private static Task<HttpResponseMessage> AddAsync(Browser browser, SoftwarePasskey key) =>
        browser.SubmitToAsync("/account/factors/passkey", ("credential", key.Make(SoftwarePasskey.AskedOf(browser))), ("name", "Blue key"));

    private static Task<HttpResponseMessage> ShowAsync(Browser browser, string credential) => browser.SubmitToAsync("/account/sign-in/passkey", ("credential", credential));

    private static async Task RefusedAsync(Browser browser, string credential, string? page = null)
    {
        if (page is not null)
        {
            browser.Show(page);
        }

        var answer = await ShowAsync(browser, credential);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{answer.StatusCode}: {credential}");
        Assert.Contains("alert", browser.Html, StringComparison.Ordinal);
    }

    private static string Without(string credential, string part)
    {
        var read = JsonNode.Parse(credential)!.AsObject();
        read.Remove(part);
        return read.ToJsonString();
    }
}
