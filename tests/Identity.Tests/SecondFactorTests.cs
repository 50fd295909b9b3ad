using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;
using Concord.Contracts.Audit;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Sealing;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>A second factor at sign-in, and what it opens for a quarter of an hour. The clock stands still and is moved by hand.</summary>
public sealed partial class SecondFactorTests : IAsyncLifetime
{
    private const string Chief = "msu.chief@un.example";
    private const string Officer = "igad.officer@igad.example";
    private const string StepUp = "&acr_values=urn%3Aconcord%3Astep-up";
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private IdentityHost _identity = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync(configure: b => b.Services.AddSingleton<TimeProvider>(_time));
        _client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _identity.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_a_second_factor_is_asked_for_it_and_is_not_signed_in_by_the_password()
    {
        using var browser = new Browser(_identity.Address);
        var answer = await browser.SignInAsync(Authorize(Challenge), Chief, _identity.Secrets[Chief]);
        Assert.StartsWith("/account/second-factor", answer.Headers.Location!.ToString());
        Assert.Contains("/account/sign-in", (await browser.GetAsync(Authorize(Challenge))).Headers.Location!.ToString(), StringComparison.Ordinal);

        await browser.FollowAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(("code", "000000"))).StatusCode);
        Assert.Contains("The code is wrong, too old, or was used already.", browser.Html, StringComparison.Ordinal);
        var code = CodeIn(await browser.FollowAsync(await browser.SubmitAsync(("code", Code()))));
        var (_, tokens) = await TokenAsync(_client, Exchange(code));
        Assert.Equal("StrictlyConfidential", Claims(tokens)["clearance"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_code_signs_in_once_whoever_has_seen_it_and_the_attempt_is_in_the_chain()
    {
        using var person = new Browser(_identity.Address);
        await SignInAsync(person);
        using var thief = new Browser(_identity.Address);
        await thief.FollowAsync(await thief.SignInAsync("/account/sign-in", Chief, _identity.Secrets[Chief]));
        Assert.Equal(HttpStatusCode.BadRequest, (await thief.SubmitAsync(("code", Code()))).StatusCode);
        var entry = (await EntriesAsync())[^1];
        Assert.Equal((AuditOutcome.Refused, "WRONG_SECOND_FACTOR"), (entry.Outcome, entry.Reason));
        Assert.Equal([$"accounts/{WellKnown.Id("account", Chief)}"], entry.Resources);

        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.SubmitAsync(("code", Code()))).StatusCode);
    }

    [Fact, Abuse(22)]
    public async Task Guessing_codes_is_slowed_for_the_account_from_wherever_it_is_tried_and_a_right_password_does_not_make_up_for_it()
    {
        HttpStatusCode status;
        var guesses = 0;
        do
        {
            using var guesser = new Browser(_identity.Address);
            guesser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{guesses}");
            await guesser.FollowAsync(await guesser.SignInAsync("/account/sign-in", Chief, _identity.Secrets[Chief]));
            status = (await guesser.SubmitAsync(("code", "000000"))).StatusCode;
            guesses++;
        }
        while (status == HttpStatusCode.BadRequest && guesses < 20);
        Assert.Equal((HttpStatusCode.TooManyRequests, 6), (status, guesses));

        using var person = new Browser(_identity.Address);
        await person.FollowAsync(await person.SignInAsync("/account/sign-in", Chief, _identity.Secrets[Chief]));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await person.SubmitAsync(("code", Code()))).StatusCode);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await person.SubmitAsync(("code", Code()))).StatusCode);
    }

    [Fact, Abuse(3)]
    public async Task The_higher_clearance_lasts_a_quarter_of_an_hour_and_no_token_outlives_it()
    {
        using var browser = new Browser(_identity.Address);
        var first = await SignInAsync(browser);
        var end = Claims(first)["exp"]!.GetValue<long>();
        Assert.Equal(870, end - Claims(first)["iat"]!.GetValue<long>()); // services take a token for 30 s after its end
        Assert.Equal(("urn:concord:step-up", """["pwd","otp","mfa"]"""), (Claims(first)["acr"]!.GetValue<string>(), Claims(first)["amr"]!.ToJsonString()));

        _time.Advance(TimeSpan.FromMinutes(10));
        var second = await RefreshAsync(first);
        Assert.Equal(("StrictlyConfidential", end), (Claims(second)["clearance"]!.GetValue<string>(), Claims(second)["exp"]!.GetValue<long>()));

        _time.Advance(TimeSpan.FromMinutes(4.5));
        var third = await RefreshAsync(second);
        Assert.Equal(("Confidential", 900, "urn:concord:sign-in"),
            (Claims(third)["clearance"]!.GetValue<string>(), Claims(third)["exp"]!.GetValue<long>() - Claims(third)["iat"]!.GetValue<long>(), Claims(third)["acr"]!.GetValue<string>()));

        _time.Advance(TimeSpan.FromMinutes(1));
        await browser.FollowAsync(await browser.GetAsync("/account/step-up?returnUrl=/there"));
        Assert.Equal("/there", (await browser.SubmitAsync(("code", Code()))).Headers.Location!.ToString());
        var fourth = await RefreshAsync(third);
        Assert.Equal("StrictlyConfidential", Claims(fourth)["clearance"]!.GetValue<string>());
        Assert.Equal(_time.GetUtcNow().ToUnixTimeSeconds(), Claims(fourth)["auth_time"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_step_up_of_one_session_opens_nothing_in_another()
    {
        using var old = new Browser(_identity.Address);
        var held = await SignInAsync(old);
        _time.Advance(TimeSpan.FromMinutes(20));
        using var other = new Browser(_identity.Address);
        Assert.Equal("StrictlyConfidential", Claims(await SignInAsync(other))["clearance"]!.GetValue<string>());
        Assert.Equal("Confidential", Claims(await RefreshAsync(held))["clearance"]!.GetValue<string>());
    }

    [Fact, Abuse(3)]
    public async Task A_session_without_a_second_factor_never_gets_the_higher_clearance_and_its_holder_is_led_to_set_one_up()
    {
        await ChangeAsync(db => db.RemoveRange(db.Authenticators.ToList()));
        using var browser = new Browser(_identity.Address);
        var (_, tokens) = await TokenAsync(_client, Exchange(await CodeAsync(browser, Chief, _identity.Secrets[Chief])));
        Assert.Equal(("Confidential", """["pwd"]"""), (Claims(tokens)["clearance"]!.GetValue<string>(), Claims(tokens)["amr"]!.ToJsonString()));
        Assert.Equal("Confidential", Claims(await RefreshAsync(tokens))["clearance"]!.GetValue<string>());

        await browser.FollowAsync(await browser.GetAsync(Authorize(Challenge, extra: StepUp)));
        Assert.Contains("Your second factors", browser.Html, StringComparison.Ordinal);
        Assert.Contains("as soon as you have set up a second factor", browser.Html, StringComparison.Ordinal);
        await browser.GetAsync(HttpUtility.HtmlDecode(Regex.Match(browser.Html, "href=\"(/account/factors/authenticator[^\"]+)").Groups[1].Value));
        await browser.SubmitAsync(("code", "000000"));
        await using (var scope = _identity.Services.CreateAsyncScope())
        {
            var last = await scope.ServiceProvider.GetRequiredService<IdentityDb>().AuditEntries.OrderByDescending(e => e.Sequence).FirstAsync();
            Assert.Equal($"accounts/{WellKnown.Id("account", Chief)}", last.Actor);
            Assert.Contains("WRONG_CODE", last.Content, StringComparison.Ordinal);
        }

        var codes = await SetUpAsync(browser);
        Assert.Equal(10, codes.Count);
        var back = HttpUtility.HtmlDecode(Regex.Match(browser.Html, "class=\"button\" href=\"([^\"]+)").Groups[1].Value);
        var (_, raised) = await TokenAsync(_client, Exchange(CodeIn(await browser.FollowAsync(await browser.GetAsync(back)))));
        Assert.Equal("StrictlyConfidential", Claims(raised)["clearance"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_client_asks_for_a_step_up_or_a_recent_sign_in_and_gets_it_or_is_told_why_not()
    {
        using var browser = new Browser(_identity.Address);
        await SignInAsync(browser);
        Assert.StartsWith(Redirect, (await browser.FollowAsync(await browser.GetAsync(Authorize(Challenge, extra: StepUp)))).Headers.Location!.ToString());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("/account/step-up", (await browser.GetAsync(Authorize(Challenge, extra: $"{StepUp}&max_age=30"))).Headers.Location!.ToString());
        Assert.StartsWith(Redirect, (await browser.FollowAsync(await browser.GetAsync(Authorize(Challenge, extra: "&max_age=90")))).Headers.Location!.ToString());
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync(Authorize(Challenge, extra: "&max_age=30"))).Headers.Location!.ToString());

        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.Contains("error=unmet_authentication_requirements", (await browser.GetAsync(Authorize(Challenge, extra: $"{StepUp}&prompt=none"))).Headers.Location!.Query, StringComparison.Ordinal);
        await browser.FollowAsync(await browser.GetAsync(Authorize(Challenge, extra: StepUp)));
        var (_, tokens) = await TokenAsync(_client, Exchange(CodeIn(await browser.FollowAsync(await browser.SubmitAsync(("code", Code()))))));
        Assert.Equal("urn:concord:step-up", Payload(tokens["id_token"]!.GetValue<string>())["acr"]!.GetValue<string>());
    }

    [Fact]
    public async Task Factors_are_changed_only_after_a_fresh_one_was_shown_and_the_last_goes_only_for_who_has_lost_it()
    {
        using var browser = new Browser(_identity.Address);
        await SignInAsync(browser);
        await browser.GetAsync("/account/factors");
        var factor = Regex.Match(browser.Html, "name=\"factor\" value=\"([^\"]+)").Groups[1].Value;
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitToAsync("/account/factors/remove", ("factor", factor))).StatusCode);
        Assert.Contains("This is the only one you have", browser.Html, StringComparison.Ordinal);
        await browser.SubmitToAsync("/account/factors/codes");
        var codes = RecoveryCode().Matches(browser.Html).Select(m => m.Value).ToList();
        Assert.Equal(10, codes.Count);

        _time.Advance(TimeSpan.FromMinutes(15));
        await browser.GetAsync("/account/factors");
        Assert.StartsWith("/account/step-up", (await browser.SubmitToAsync("/account/factors/remove", ("factor", factor))).Headers.Location!.ToString());
        Assert.StartsWith("/account/step-up", (await browser.GetAsync("/account/factors/passkey")).Headers.Location!.ToString());

        using var lost = new Browser(_identity.Address);
        await lost.FollowAsync(await lost.SignInAsync("/account/sign-in?returnUrl=/account/factors", Chief, _identity.Secrets[Chief]));
        await lost.FollowAsync(await lost.SubmitAsync(("code", codes[0].ToLowerInvariant().Replace('-', ' '))));
        Assert.Contains("9 codes are left.", lost.Html, StringComparison.Ordinal);
        await lost.FollowAsync(await lost.SubmitToAsync("/account/factors/remove", ("factor", factor)));
        Assert.Contains("as soon as you have set up a second factor", lost.Html, StringComparison.Ordinal);
        using var later = new Browser(_identity.Address);
        Assert.StartsWith("/account/factors?", (await later.SignInAsync("/account/sign-in", Chief, _identity.Secrets[Chief])).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_recovery_code_is_good_also_where_the_secret_of_the_app_cannot_be_read()
    {
        using var browser = new Browser(_identity.Address);
        await SignInAsync(browser);
        await browser.GetAsync("/account/factors");
        await browser.SubmitToAsync("/account/factors/codes");
        var code = RecoveryCode().Match(browser.Html).Value;
        await ChangeAsync(db => db.RemoveRange(db.Set<SubjectKey>().ToList()));

        using var later = new Browser(_identity.Address);
        await later.FollowAsync(await later.SignInAsync("/account/sign-in", Chief, _identity.Secrets[Chief]));
        Assert.Equal("/", (await later.SubmitAsync(("code", code))).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Who_found_a_browser_open_sets_no_factor_up()
    {
        using var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        _time.Advance(TimeSpan.FromMinutes(16));
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/account/factors/authenticator")).Headers.Location!.ToString());
        using var nobody = new Browser(_identity.Address);
        Assert.StartsWith("/account/sign-in", (await nobody.GetAsync("/account/factors")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_password_is_changed_only_with_the_second_factor_too()
    {
        using var browser = new Browser(_identity.Address);
        await browser.GetAsync("/account/password");
        var answer = await browser.SubmitAsync(("email", Chief), ("password", _identity.Secrets[Chief]), ("newPassword", "a password of my own"));
        Assert.StartsWith("/account/second-factor", answer.Headers.Location!.ToString());
        using var other = new Browser(_identity.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await other.SignInAsync("/account/sign-in", Chief, _identity.Secrets[Chief])).StatusCode);
        await browser.FollowAsync(answer);
        Assert.Equal("/", (await browser.SubmitAsync(("code", Code()))).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await other.SignInAsync("/account/sign-in", Chief, _identity.Secrets[Chief])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.SignInAsync("/account/sign-in", Chief, "a password of my own")).StatusCode);
    }

    [Fact, Abuse(28), Abuse(25)]
    public async Task Neither_a_secret_nor_a_code_is_in_the_store_or_in_the_chain()
    {
        using var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in?returnUrl=/account/factors/authenticator", Officer, _identity.Secrets[Officer]);
        await browser.GetAsync("/account/factors/authenticator");
        var secret = Secret().Match(browser.Html).Groups[1].Value;
        var codes = await SetUpAsync(browser);
        await using var scope = _identity.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var chain = string.Join('\n', await db.AuditEntries.Select(e => e.Content).ToListAsync());
        Assert.Contains("\"secret\":", chain, StringComparison.Ordinal);
        var kept = await db.RecoveryCodes.Select(c => c.Hashes).SingleAsync();
        Assert.All(codes, code => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), chain + string.Join(' ', kept), StringComparison.OrdinalIgnoreCase));
        var account = new AccountId(WellKnown.Id("account", Officer));
        var held = await db.Authenticators.SingleAsync(a => a.Account == account);
        var seal = scope.ServiceProvider.GetRequiredService<SecretSeal>();
        Assert.Equal(Base32.Decode(secret), await seal.OpenAsync(held.Secret, held.Id, account, CancellationToken.None));
        await Assert.ThrowsAsync<DomainException>(() => seal.OpenAsync(held.Secret, FactorId.New(), account, CancellationToken.None)); // moved to another row
        var another = await db.Authenticators.FirstAsync(a => a.Account != account);
        await Assert.ThrowsAsync<DomainException>(() => seal.OpenAsync(held.Secret, held.Id, another.Account, CancellationToken.None)); // to another account
        Assert.DoesNotContain(secret, chain, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Base32.Decode(secret)), chain, StringComparison.Ordinal);
    }

    private string Code() => Code(_identity.Secrets[$"totp:{Chief}"]);

    private string Code(string secret) => Totp.CodeAt(Base32.Decode(secret), Totp.StepAt(_time.GetUtcNow().UtcDateTime));

    private async Task<JsonNode> SignInAsync(Browser browser)
    {
        await browser.FollowAsync(await browser.SignInAsync(Authorize(Challenge), Chief, _identity.Secrets[Chief]));
        var (status, tokens) = await TokenAsync(_client, Exchange(CodeIn(await browser.FollowAsync(await browser.SubmitAsync(("code", Code()))))));
        Assert.True(status == HttpStatusCode.OK, tokens.ToJsonString());
        return tokens;
    }

    // On the page that shows a new secret: confirms it, and gives the recovery codes.
    private async Task<IReadOnlyList<string>> SetUpAsync(Browser browser)
    {
        var secret = Secret().Match(browser.Html).Groups[1].Value;
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(("code", "000000"))).StatusCode);
        Assert.Contains(secret, browser.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(("code", Code(secret)))).StatusCode);
        return [.. RecoveryCode().Matches(browser.Html).Select(m => m.Value)];
    }

    private async Task<JsonNode> RefreshAsync(JsonNode tokens)
    {
        var (status, renewed) = await TokenAsync(_client, Refresh(tokens["refresh_token"]!.GetValue<string>()));
        Assert.True(status == HttpStatusCode.OK, renewed.ToJsonString());
        return renewed;
    }

    private static JsonNode Claims(JsonNode tokens) => Payload(tokens["access_token"]!.GetValue<string>());

    private static string CodeIn(HttpResponseMessage answer) => HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"] ?? throw new Xunit.Sdk.XunitException($"No code in {answer.Headers.Location}");

    private async Task ChangeAsync(Action<IdentityDb> change)
    {
        await using var scope = _identity.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        change(db);
        await db.SaveChangesAsync();
    }

    private async Task<List<AuditContent>> EntriesAsync()
    {
        await using var scope = _identity.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<IdentityDb>().AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync();
        return [.. rows.Select(r => AuditContent.Read(r)!)];
    }

    [GeneratedRegex("otpauth://totp/[^\"]*secret=([A-Z2-7]+)")]
    private static partial Regex Secret();

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){6}")]
    private static partial Regex RecoveryCode();
}
