using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Concord.Identity.Sessions;
using Concord.Platform.Texts;
using Concord.Support;
using Concord.Support.Telemetry;
using Microsoft.Extensions.Logging;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>What a person sees before anybody is signed in.</summary>
public sealed partial class SignInPageTests : IAsyncLifetime
{
    private const string Officer = "igad.officer@igad.example";
    private const string Chief = "msu.chief@un.example";
    private static readonly TextFiles Texts = new(typeof(IdentityModule).Assembly);
    private readonly CapturedLogs _logs = new();
    private IdentityHost _identity = null!;

    public async ValueTask InitializeAsync() => _identity = await IdentityHost.StartAsync(configure: b => b.Logging.AddProvider(_logs));

    public async ValueTask DisposeAsync() => await _identity.DisposeAsync();

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_and_every_refusal_is_in_one_language_only(string language)
    {
        List<(string Name, string Html)> seen = [];
        using var browser = In(language);
        foreach (var path in (string[])["/account/sign-in", "/account/sign-in?ended=yes", "/account/password", "/account/sign-out", "/account/signed-out", Authorize(challenge: null)])
        {
            await browser.GetAsync(path);
            seen.Add((path, browser.Html));
        }

        foreach (var path in (string[])["/account/sign-in", "/account/password", "/account/sign-out"])
        {
            using var forgetful = In(language);
            using var form = new FormUrlEncodedContent([new("email", Officer)]);
            using var answer = await forgetful.Client.PostAsync(new Uri(path, UriKind.Relative), form);
            seen.Add(($"too old: {path}", await answer.Content.ReadAsStringAsync()));
        }

        foreach (var chosen in (string[])["short", Officer, _identity.Secrets[Officer], new('x', 129), "passwordpassword", "igad.officer.2026"])
        {
            await browser.GetAsync("/account/password");
            await browser.SubmitAsync(("email", Officer), ("password", _identity.Secrets[Officer]), ("newPassword", chosen));
            seen.Add(($"refused password of {chosen.Length}", browser.Html));
        }

        using var chief = In(language);
        await chief.FollowAsync(await chief.SignInAsync("/account/sign-in", Chief, _identity.Secrets[Chief]));
        seen.Add(("second factor", chief.Html));
        await chief.SubmitAsync(("code", "000000"));
        seen.Add(("wrong code", chief.Html));
        using var holder = In(language);
        await holder.SignInAsync("/account/sign-in", Chief, _identity.Secrets[Chief], _identity.Secrets[$"totp:{Chief}"]);
        foreach (var path in (string[])["/account/step-up", "/account/factors", "/account/factors/passkey"])
        {
            await holder.GetAsync(path);
            seen.Add((path, holder.Html));
        }

        using var officer = In(language);
        await officer.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        foreach (var path in (string[])["/account/factors", "/account/factors/authenticator", "/account/factors/passkey", "/account/program"])
        {
            await officer.GetAsync(path);
            seen.Add(($"without a factor: {path}", officer.Html));
        }

        HttpStatusCode status;
        do
        {
            status = (await browser.SignInAsync("/account/sign-in", Officer, "wrong password here")).StatusCode;
            seen.Add(($"{status}", browser.Html));
        }
        while (status == HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);

        var own = Language.Find(language)!;
        var said = Texts.Of(language).Values.SelectMany(Forms).Select(f => new Regex($"^{Regex.Escape(f).Replace("\\{count}", "[0-9]+", StringComparison.Ordinal).Replace("\\{name}", ".+", StringComparison.Ordinal).Replace("\\{time}", ".+", StringComparison.Ordinal)}$")).ToList();
        foreach (var (name, html) in seen)
        {
            Assert.Contains($"""<html lang="{own.Tag}" dir="{own.Direction}" """, html, StringComparison.Ordinal);
            var foreign = Words(html).Where(w => w != "Concord" && !Key().IsMatch(w) && !said.Exists(s => s.IsMatch(w)));
            Assert.True(!foreign.Any(), $"{name}: {string.Join(" | ", foreign)}");
        }
    }

    [Theory]
    [InlineData(null, "fr-CA,en;q=0.5", "fr")]
    [InlineData("ru", "fr", "ru")]
    [InlineData(null, null, "en")]
    public async Task The_page_speaks_the_chosen_language_else_the_browser_s_else_english(string? chosen, string? accepted, string spoken)
    {
        using var browser = In(chosen, accepted);
        await browser.GetAsync("/account/sign-in");
        Assert.Contains($"""<html lang="{spoken}" """, browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_leads_back_to_what_was_asked_for()
    {
        using var browser = new Browser(_identity.Address);
        var page = await browser.GetAsync(Authorize(Challenge));
        var asked = page.Headers.Location!.ToString();
        await browser.GetAsync(asked);
        Assert.Contains($"/prefer/language/ar?back={Uri.EscapeDataString(asked)}", WebUtility.HtmlDecode(browser.Html), StringComparison.Ordinal);
        await browser.SubmitAsync(("email", Officer), ("password", "wrong password here"));
        Assert.Contains($"/prefer/language/ar?back={Uri.EscapeDataString(asked)}", WebUtility.HtmlDecode(browser.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_mistake_the_e_mail_stays_and_the_password_does_not_and_the_summary_leads_to_the_field()
    {
        using var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in", Officer, "wrong password here");
        Assert.Contains($"value=\"{Officer}\"", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong password here", browser.Html, StringComparison.Ordinal);
        Assert.Matches("""role="alert" tabindex="-1" autofocus>[\s\S]*<a href="#password">""", browser.Html);
        Assert.Matches("""<input id="password"[^>]*aria-invalid="true" aria-describedby="refused" """.Trim(), browser.Html);
    }

    [Theory]
    [InlineData("dark", "dark")]
    [InlineData("contrast", "contrast")]
    [InlineData("\"><script>", "auto")]
    public async Task The_page_has_the_colours_that_the_person_chose(string cookie, string theme)
    {
        using var browser = new Browser(_identity.Address);
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"concord.theme={Uri.EscapeDataString(cookie)}");
        await browser.GetAsync("/account/sign-in");
        Assert.Contains($"""data-theme="{theme}">""", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_session_ended_is_told_so()
    {
        using var browser = new Browser(_identity.Address);
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"{SignedIn.Cookie}=of-yesterday");
        await browser.FollowAsync(await browser.GetAsync(Authorize(Challenge)));
        Assert.Contains("Your session has ended.", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_warn_of_nothing()
    {
        using var browser = new Browser(_identity.Address);
        await browser.SignInAsync("/account/sign-in", Officer, _identity.Secrets[Officer]);
        Assert.DoesNotContain(_logs.Lines, l => l.Level >= LogLevel.Warning);
    }

    private Browser In(string? language, string? accepted = null)
    {
        var browser = new Browser(_identity.Address);
        if (language is not null)
        {
            browser.Client.DefaultRequestHeaders.Add("Cookie", $"{Language.Cookie}={language}");
        }

        if (accepted is not null)
        {
            browser.Client.DefaultRequestHeaders.Add("Accept-Language", accepted);
        }

        return browser;
    }

    /// <summary>All that is shown or read out, but for signs and what says its own language.</summary>
    private static IEnumerable<string> Words(string html) => TextOrLabel().Matches(Marked().Replace(html, ""))
        .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value + m.Groups[2].Value).Trim().Replace(" – Concord", "", StringComparison.Ordinal))
        .Where(w => w.Any(char.IsLetter));

    private static IEnumerable<string> Forms(JsonElement text) => text.ValueKind == JsonValueKind.Object ? text.EnumerateObject().Select(f => f.Value.GetString()!) : [text.GetString()!];

    /// <summary>The key for an app: no word of any language.</summary>
    [GeneratedRegex("^([A-Z2-7]{4} ?){8}$")]
    private static partial Regex Key();

    [GeneratedRegex("""<(a|p|i)[^>]* (?:lang=|aria-hidden=)"[^>]*>[\s\S]*?</\1>""")]
    private static partial Regex Marked();

    [GeneratedRegex("""(?:aria-label|title|placeholder|alt)="([^"]*)"|>([^<]+)<""")]
    private static partial Regex TextOrLabel();
}
