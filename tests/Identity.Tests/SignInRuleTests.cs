using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;
using Concord.Contracts.Access;
using Concord.Identity.Factors;
using Concord.Platform.Texts;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>What a sign-in asks for and how long it lasts: high rights, first passwords, programs, browsers that were left. The clock stands still and is moved by hand.</summary>
public sealed class SignInRuleTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private const string Administrator = "administrator@un.example";
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly SmtpListener _mails = new();
    private IdentityHost _identity = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await IdentityHost.StartAsync(configure: b =>
        {
            b.Services.AddSingleton<TimeProvider>(_time);
            b.Configuration["Mail:Smtp:Host"] = "127.0.0.1";
            b.Configuration["Mail:Smtp:Port"] = $"{_mails.Port}";
            b.Configuration["Mail:Smtp:From"] = "nobody@installation.example";
            b.Configuration["Mail:Smtp:Security"] = "none";
        });
        _client = new HttpClient { BaseAddress = new Uri(_identity.Address) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _identity.DisposeAsync();
        await _mails.DisposeAsync();
    }

    [Fact]
    public async Task The_first_administrator_replaces_the_password_of_the_file_and_is_one_as_soon_as_a_second_factor_is_set_up()
    {
        var given = Support.SignIn.Read(Path.Combine(_identity.Data, "first-sign-in.txt"))[FirstAdministrator.Email];
        using var browser = new Browser(_identity.Address);
        var asked = await browser.SignInAsync("/account/sign-in", FirstAdministrator.Email, given);
        Assert.StartsWith("/account/password?", asked.Headers.Location!.ToString());
        await browser.FollowAsync(asked);
        var led = await browser.SubmitAsync(("email", FirstAdministrator.Email), ("password", given), ("newPassword", "words of my own choice"));
        Assert.StartsWith("/account/factors?", led.Headers.Location!.ToString());
        await browser.FollowAsync(led);
        Assert.Contains("They do as soon as you have set up a second factor.", browser.Html, StringComparison.Ordinal);

        var without = await TokensAsync(browser);
        Assert.Null(Claims(without)["role"]);
        using var before = Support.SignIn.Client(_identity.Address, (string)without["access_token"]!);
        var me = (await before.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        Assert.Equal(("[]", """["administrator"]""", false), (me["roles"].ToJsonString(), me["stepUp.roles"].ToJsonString(), (bool)me["stepUp.factorSetUp"]));
        (await before.ReadAsync("/api/v1/accounts")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");

        await SetUpAsync(browser);
        var with = await TokensAsync(browser);
        Assert.Equal(Roles.Administrator, (string)Claims(with)["role"]!);
        using var after = Support.SignIn.Client(_identity.Address, (string)with["access_token"]!);
        (await after.ReadAsync("/api/v1/accounts")).Is(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(Roles.Administrator, (string)Claims((await TokenAsync(_client, Refresh((string)with["refresh_token"]!))).Body)["role"]!); // for the session, not for a quarter of an hour

        using var thief = new Browser(_identity.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await thief.SignInAsync("/account/sign-in", FirstAdministrator.Email, given)).StatusCode);
    }

    [Fact]
    public async Task Whoever_adds_a_factor_cannot_keep_it_from_the_owner()
    {
        using var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        await SetUpAsync(browser);
        await browser.GetAsync("/account/factors");
        var say = new Speech(Language.Find("en")!, new TextFiles(typeof(IdentityModule).Assembly));
        Assert.Contains(WebUtility.HtmlEncode(say.With("factors.since", ("time", _time.GetUtcNow()))), browser.Html.Replace("\u2068", WebUtility.HtmlEncode("\u2068"), StringComparison.Ordinal).Replace("\u2069", WebUtility.HtmlEncode("\u2069"), StringComparison.Ordinal), StringComparison.Ordinal);
        await Eventually.TrueAsync(() => Task.FromResult(!_mails.Taken.IsEmpty), "the mail to be taken");
        using var raw = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(_mails.Taken.Single()));
        using var mail = await MimeMessage.LoadAsync(raw);
        Assert.Equal((Officer, say["factors.mail.subject"]), (mail.To.Mailboxes.Single().Address, mail.Subject));
        Assert.Equal([say.With("factors.mail.text", ("time", _time.GetUtcNow())), say["factors.mail.else"]], (mail.TextBody ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_password_that_was_handed_on_is_good_for_seven_days_and_one_of_the_persons_own_without_end()
    {
        var given = (await (await AdministratorAsync()).PostAsync($"/api/v1/accounts/{Contracts.Reference.WellKnown.Id("account", Officer)}:resetPassword", new { })).Is(HttpStatusCode.OK).TextOf("oneTimePassword");
        _time.Advance(TimeSpan.FromDays(6.9));
        using var early = new Browser(_identity.Address);
        Assert.StartsWith("/account/password", (await early.SignInAsync("/account/sign-in", Officer, given)).Headers.Location!.ToString());
        _time.Advance(TimeSpan.FromDays(0.2));
        using var late = new Browser(_identity.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await late.SignInAsync("/account/sign-in", Officer, given)).StatusCode);
        await late.GetAsync("/account/password");
        Assert.Equal(HttpStatusCode.BadRequest, (await late.SubmitAsync(("email", Officer), ("password", given), ("newPassword", "words of my own choice"))).StatusCode);
        const string Other = "eccas.officer@eccas.example";
        Assert.Equal("/", (await late.SignInAsync("/account/sign-in", Other, _identity.Secrets[Other])).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_session_that_asks_for_no_token_for_an_hour_ends_and_one_that_does_goes_on()
    {
        using var used = new Browser(_identity.Address);
        using var left = new Browser(_identity.Address);
        var (tokens, idle) = (await TokensAsync(used, Officer), await TokensAsync(left, Officer));
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(40));
            tokens = (await TokenAsync(_client, Refresh((string)tokens["refresh_token"]!))).Body;
            Assert.NotNull(tokens["access_token"]);
        }

        Assert.Equal("invalid_grant", (string)(await TokenAsync(_client, Refresh((string)idle["refresh_token"]!))).Body["error"]!);
        Assert.StartsWith("/account/sign-in", (await left.GetAsync(Authorize(Challenge))).Headers.Location!.ToString());
        Assert.StartsWith("/account/program", (await used.GetAsync(Authorize(Challenge))).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Signing_in_again_in_a_browser_ends_the_session_that_it_had()
    {
        using var browser = new Browser(_identity.Address);
        var first = await TokensAsync(browser, Officer);
        await browser.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        Assert.Equal("invalid_grant", (string)(await TokenAsync(_client, Refresh((string)first["refresh_token"]!))).Body["error"]!);
        Assert.NotNull((await TokensAsync(browser))["access_token"]);
    }

    [Fact]
    public async Task A_program_gets_a_code_only_for_the_request_that_the_person_has_agreed_to()
    {
        using var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        Assert.Contains("error=consent_required", (await browser.GetAsync(Authorize(Challenge, extra: "&prompt=none"))).Headers.Location!.Query, StringComparison.Ordinal);
        var asked = await browser.GetAsync(Authorize(Challenge));
        Assert.StartsWith("/account/program?", asked.Headers.Location!.ToString());
        await browser.GetAsync(asked.Headers.Location.ToString());
        var agreed = (await browser.SubmitAsync()).Headers.Location!.ToString();
        var other = agreed.Replace(Challenge, new string('c', Challenge.Length), StringComparison.Ordinal); // another program's, which holds another verifier
        Assert.StartsWith("/account/program?", (await browser.GetAsync(other)).Headers.Location!.ToString());
        using var elsewhere = new Browser(_identity.Address);
        await elsewhere.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        Assert.StartsWith("/account/program?", (await elsewhere.GetAsync(agreed)).Headers.Location!.ToString());
        Assert.StartsWith(Redirect, (await browser.GetAsync(agreed)).Headers.Location!.ToString());
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/account/program?", (await browser.GetAsync(agreed)).Headers.Location!.ToString());
    }

    private async Task<JsonNode> TokensAsync(Browser browser, string? signIn = null)
    {
        var answer = signIn is null ? await browser.GetAsync(Authorize(Challenge)) : await browser.SignInAsync(Authorize(Challenge), signIn, _identity.Secrets[signIn]);
        var code = HttpUtility.ParseQueryString((await browser.FollowAsync(answer)).Headers.Location!.Query)["code"]!;
        return (await TokenAsync(_client, Exchange(code))).Body;
    }

    private async Task<HttpClient> AdministratorAsync()
    {
        using var browser = new Browser(_identity.Address);
        await browser.FollowAsync(await browser.SignInAsync("/account/sign-in", Administrator, _identity.Secrets[Administrator]));
        await browser.SubmitAsync(("code", Code(_identity.Secrets.AppOf(Administrator)!)));
        return Support.SignIn.Client(_identity.Address, (string)(await TokensAsync(browser))["access_token"]!);
    }

    private async Task SetUpAsync(Browser browser)
    {
        await browser.GetAsync("/account/factors/authenticator");
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(("code", Code(Regex.Match(browser.Html, "secret=([A-Z2-7]+)").Groups[1].Value)))).StatusCode);
    }

    private string Code(string secret) => Totp.CodeAt(Base32.Decode(secret), Totp.StepAt(_time.GetUtcNow().UtcDateTime));

    private static JsonNode Claims(JsonNode tokens) => Payload((string)tokens["access_token"]!);
}
