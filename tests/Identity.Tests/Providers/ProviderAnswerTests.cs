using System.Net;
using System.Web;
using Concord.Contracts.Audit;
using Concord.Platform.Texts;
using Concord.Support;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using static Concord.Identity.Tests.Providers.ProviderPlatform;

namespace Concord.Identity.Tests.Providers;

/// <summary>Answers that are not good open nothing, say so on a page, and are entered.</summary>
[Collection(nameof(ProviderPlatform))]
public sealed class ProviderAnswerTests(ProviderPlatform platform) : IDisposable
{
    public void Dispose() => (platform.Home.Error, platform.Home.Spoil, platform.Home.Instead) = (null, null, null);

    public static TheoryData<string> Spoiled =>
        ["another issuer", "another audience", "another nonce", "no nonce", "expired", "not yet", "no end", "alg none", "signed with the secret", "signed by nobody known", "no subject", "two subjects", "from the future", "older than asked for", "no token at all"];

    [Theory]
    [MemberData(nameof(Spoiled))]
    public async Task An_identity_token_that_is_not_good_opens_nothing(string how)
    {
        var subject = await LinkedAsync();
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow);
        platform.Home.Spoil = token => how switch
        {
            "another issuer" => platform.Home.Resign(token, c => c["iss"] = platform.Other.Issuer),
            "another audience" => platform.Home.Resign(token, c => c["aud"] = "somebody-else"),
            "another nonce" => platform.Home.Resign(token, c => c["nonce"] = "of another question"),
            "no nonce" => platform.Home.Resign(token, c => c.Remove("nonce")),
            "expired" => platform.Home.Resign(token, c => c["exp"] = DateTimeOffset.UtcNow.AddMinutes(-2).ToUnixTimeSeconds()),
            "not yet" => platform.Home.Resign(token, c => c["nbf"] = DateTimeOffset.UtcNow.AddMinutes(2).ToUnixTimeSeconds()),
            "no end" => platform.Home.Resign(token, c => c.Remove("exp")),
            // Without at_hash, which is made by the algorithm of the signature: nothing else is wrong with it.
            "alg none" => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{platform.Home.Resign(token, c => c.Remove("at_hash")).Split('.')[1]}.",
            "signed with the secret" => platform.Home.Resign(token, _ => { }, new SigningCredentials(new SymmetricSecurityKey("a secret that home gave, and more"u8.ToArray()) { KeyId = platform.Home.Signing.Key.KeyId }, SecurityAlgorithms.HmacSha256)),
            "signed by nobody known" => platform.Home.Resign(token, _ => { }, new SigningCredentials(HomeProvider.NewKey(), SecurityAlgorithms.EcdsaSha256)),
            "no subject" => platform.Home.Resign(token, c => c.Remove("sub")),
            "two subjects" => platform.Home.Resign(token, c => c["sub"] = new[] { subject, NewSubject() }),
            "from the future" => platform.Home.Resign(token, c => c["auth_time"] = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds()),
            "older than asked for" => platform.Home.Resign(token, c => c["auth_time"] = DateTimeOffset.UtcNow.AddHours(-9).ToUnixTimeSeconds()),
            _ => "no token",
        };
        using var browser = platform.Browser();
        await NotGoodAsync(browser, await SignInAsync(browser));
    }

    [Fact]
    public async Task An_untouched_token_signed_again_is_good()
    {
        platform.Home.Person = Person(await LinkedAsync(), DateTimeOffset.UtcNow);
        platform.Home.Spoil = token => platform.Home.Resign(token, c => c.Remove("at_hash"));
        using var browser = platform.Browser();
        Assert.Equal("/", (await SignInAsync(browser)).Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("another browser")]
    [InlineData("used twice")]
    [InlineData("its code with the question of another")]
    [InlineData("no state")]
    [InlineData("a changed state")]
    [InlineData("to another provider")]
    [InlineData("of another issuer")]
    [InlineData("of no issuer")]
    public async Task An_answer_that_this_browser_did_not_ask_this_provider_for_opens_nothing(string how)
    {
        platform.Home.Person = Person(await LinkedAsync());
        using var browser = platform.Browser();
        using var another = platform.Browser();
        var answer = await AnswerAsync(await GoAsync(browser, "/account/sign-in"));
        switch (how)
        {
            case "another browser":
                await NotGoodAsync(another, await another.GetAsync(answer));
                return;
            case "used twice":
                Assert.Equal("/", (await browser.GetAsync(answer)).Headers.Location!.ToString());
                await NotGoodAsync(browser, await browser.GetAsync(answer), signedIn: true);
                return;
            case "its code with the question of another":
                var other = await AnswerAsync(await GoAsync(another, "/account/sign-in"));
                await NotGoodAsync(another, await another.GetAsync(With(other, "code", Of(answer, "code"))));
                return;
            default:
                await NotGoodAsync(browser, await browser.GetAsync(how switch
                {
                    "no state" => With(answer, "state", null),
                    "a changed state" => With(answer, "state", Of(answer, "state") + "x"),
                    "to another provider" => answer.Replace("/provider/home/", "/provider/other/", StringComparison.Ordinal),
                    "of another issuer" => With(answer, "iss", platform.Other.Issuer),
                    _ => With(answer, "iss", null),
                }));
                return;
        }
    }

    [Fact]
    public async Task The_provider_gives_nothing_for_a_code_that_was_spent()
    {
        platform.Home.Person = Person(await LinkedAsync());
        using var browser = platform.Browser();
        using var thief = platform.Browser();
        var stolen = Of(await AnswerAsync(await GoAsync(browser, "/account/sign-in")), "code");
        var own = await AnswerAsync(await GoAsync(thief, "/account/sign-in"));
        await NotGoodAsync(thief, await thief.GetAsync(With(own, "code", stolen))); // PKCE, and then the code is spent or not for this verifier
    }

    [Theory]
    [InlineData("access_denied", HttpStatusCode.Forbidden)]
    [InlineData("login_required", HttpStatusCode.Forbidden)]
    [InlineData("server_error", HttpStatusCode.ServiceUnavailable)]
    [InlineData("temporarily_unavailable", HttpStatusCode.ServiceUnavailable)]
    public async Task An_error_of_the_provider_is_a_page(string error, HttpStatusCode status)
    {
        platform.Home.Error = error;
        using var browser = platform.Browser();
        Assert.Equal(status, (await SignInAsync(browser)).StatusCode);
        Assert.Contains("Nothing was changed.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(error, browser.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("away")]
    [InlineData("liar")]
    public async Task A_provider_that_is_away_or_says_to_be_another_is_a_page_and_a_line_in_the_log(string provider)
    {
        using var browser = platform.Browser();
        await browser.GetAsync("/account/sign-in?returnUrl=/there");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.SubmitToAsync("/account/provider", ("provider", provider))).StatusCode);
        Assert.Contains("cannot be reached", browser.Html, StringComparison.Ordinal);
        Assert.Contains("/account/sign-in?returnUrl=%2Fthere", browser.Html, StringComparison.Ordinal);
        Assert.Contains(platform.Logs.Lines, l => l.Level == LogLevel.Error && l.Text.Contains($"The identity provider {provider} cannot be asked", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("es", "ltr")]
    [InlineData("fr", "ltr")]
    [InlineData("ru", "ltr")]
    [InlineData("zh", "ltr")]
    public async Task The_pages_on_the_way_speak_the_language_of_the_person(string language, string direction)
    {
        using var browser = platform.Browser();
        browser.Client.DefaultRequestHeaders.Add("Accept-Language", language);
        await GoAsync(browser, "/account/sign-in");
        Assert.Contains($"""<html lang="{language}" dir="{direction}" """, browser.Html, StringComparison.Ordinal);
        var texts = new TextFiles(typeof(IdentityModule).Assembly).Of(Language.Find(language)!.Tag);
        Assert.Contains(texts["provider.goOn.text"].GetString()!, browser.Html, StringComparison.Ordinal);
        await browser.GetAsync("/account/provider/home/answer?code=1&state=2");
        Assert.Contains(texts["provider.notGood.title"].GetString()!, browser.Html, StringComparison.Ordinal);
        Assert.Contains("back=%2Faccount%2Fsign-in", browser.Html, StringComparison.Ordinal); // another language is not chosen at an address that is good once
    }

    [Theory]
    [InlineData(500, "<h1>Broken</h1>")]
    [InlineData(200, "<h1>Welcome</h1>")]
    [InlineData(302, "")]
    public async Task A_token_endpoint_that_answers_with_something_else_is_a_page(int status, string body)
    {
        platform.Home.Person = Person(await LinkedAsync());
        platform.Home.Instead = (status, body);
        using var browser = platform.Browser();
        await NotGoodAsync(browser, await SignInAsync(browser));
    }

    [Fact]
    public async Task Keys_are_read_again_when_a_token_names_another_and_the_old_one_is_good_no_more()
    {
        var old = platform.Home.Signing;
        platform.Home.Person = Person(await LinkedAsync());
        using var before = platform.Browser();
        Assert.Equal("/", (await SignInAsync(before)).Headers.Location!.ToString());
        platform.Home.RotateKey();
        using var after = platform.Browser();
        Assert.Equal("/", (await SignInAsync(after)).Headers.Location!.ToString());
        platform.Home.Spoil = token => platform.Home.Resign(token, _ => { }, old);
        using var stale = platform.Browser();
        await NotGoodAsync(stale, await SignInAsync(stale));
    }

    [Theory]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/there?a=b", "/there?a=b")]
    public async Task The_way_back_leads_nowhere_else(string asked, string goesTo)
    {
        platform.Home.Person = Person(await LinkedAsync());
        using var browser = platform.Browser();
        Assert.Equal(goesTo, (await SignInAsync(browser, $"/account/sign-in?returnUrl={Uri.EscapeDataString(asked)}")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Nobody_is_sent_to_a_provider_by_a_page_elsewhere_or_to_one_that_is_not_set()
    {
        using var browser = platform.Browser();
        await browser.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitToAsync("/account/provider", ("provider", "home"), ("form", ""))).StatusCode);
        await browser.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitToAsync("/account/provider", ("provider", "nobody"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/account/provider/nobody/answer?code=1&state=2")).StatusCode);
    }

    [Fact]
    public async Task Whoever_tries_answers_without_end_is_slowed()
    {
        using var browser = platform.Browser();
        HttpStatusCode status;
        var tries = 0;
        do
        {
            status = (await browser.GetAsync("/account/provider/home/answer?code=x&state=guess")).StatusCode;
        }
        while (status == HttpStatusCode.BadRequest && ++tries < 20);
        Assert.Equal((HttpStatusCode.TooManyRequests, 5), (status, tries));
    }

    [Fact]
    public void Nothing_that_came_with_an_answer_is_in_the_log() =>
        Assert.DoesNotContain(platform.Logs.Lines, l => l.Text.Contains("subject-", StringComparison.Ordinal) || l.Text.Contains("eyJ", StringComparison.Ordinal) || l.Text.Contains("of another question", StringComparison.Ordinal));

    private async Task<string> LinkedAsync()
    {
        var subject = NewSubject();
        await platform.LinkAsync(await platform.PersonOfAsync("UN"), "home", subject);
        return subject;
    }

    private async Task NotGoodAsync(Browser browser, HttpResponseMessage answer, bool signedIn = false)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Please begin again", browser.Html, StringComparison.Ordinal);
        var entry = await platform.LastEntryAsync();
        Assert.Equal((AuditOutcome.Refused, "PROVIDER_ANSWER_NOT_GOOD"), (entry.Outcome, entry.Reason));
        Assert.Equal(signedIn, browser.Cookies.Any(c => c.Name == "concord.identity"));
    }

    private static string Of(string answer, string name) => HttpUtility.ParseQueryString(answer[(answer.IndexOf('?', StringComparison.Ordinal) + 1)..])[name]!;

    private static string With(string answer, string name, string? value)
    {
        var parts = answer.Split('?');
        var query = HttpUtility.ParseQueryString(parts[1]);
        query.Remove(name);
        if (value is not null)
        {
            query[name] = value;
        }

        return $"{parts[0]}?{query}";
    }
}
