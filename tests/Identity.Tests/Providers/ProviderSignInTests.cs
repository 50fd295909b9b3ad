using System.Net;
using System.Security.Claims;
using System.Web;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Contracts.Reference;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using static Concord.Identity.Tests.CodeFlow;
using static Concord.Identity.Tests.Providers.ProviderPlatform;

namespace Concord.Identity.Tests.Providers;

/// <summary>A person comes in by the own organization's provider: through the doors of a password, with the rights of the account, and by a link that was made on purpose.</summary>
[Collection(nameof(ProviderPlatform))]
public sealed class ProviderSignInTests(ProviderPlatform platform) : IDisposable
{
    private const string StepUp = "&acr_values=urn%3Aconcord%3Astep-up";
    private static readonly Claim s_mfa = new("amr", "mfa");
    private readonly HttpClient _client = new() { BaseAddress = new Uri(platform.Identity.Address) };

    public void Dispose()
    {
        (platform.Home.Error, platform.Home.Spoil, platform.Home.Instead) = (null, null, null);
        _client.Dispose();
    }

    [Fact]
    public async Task Who_is_linked_comes_in_with_the_rights_of_the_account_and_what_the_provider_claims_of_them_is_nothing()
    {
        var (email, subject) = (await platform.PersonOfAsync("UN"), NewSubject());
        await platform.LinkAsync(email, "home", subject);
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow.AddHours(-2), new Claim("role", Roles.Administrator), new Claim("clearance", "StrictlyConfidential"), new Claim("organization", WellKnown.Organization("IGAD")));
        using var browser = platform.Browser();
        var answer = await browser.FollowAsync(await SignInAsync(browser, Authorize(Challenge)));
        Assert.Equal((HomeProvider.ClientId, "code", "query", "S256"), (platform.Home.Asked.ClientId, platform.Home.Asked.ResponseType, platform.Home.Asked.ResponseMode ?? "query", platform.Home.Asked.CodeChallengeMethod));
        Assert.Equal(28800, platform.Home.Asked.MaxAge);
        var token = Payload((string)(await TokenAsync(_client, Exchange(CodeIn(answer)))).Body["access_token"]!);
        Assert.Equal((WellKnown.Organization("UN"), Roles.Analyst, "Confidential"), ((string)token[ConcordClaims.Organization]!, token[ConcordClaims.Role]!.ToString(), (string)token[ConcordClaims.Clearance]!));
        Assert.Equal(("[]", "urn:concord:sign-in"), (token["amr"]!.ToJsonString(), (string)token["acr"]!));
        Assert.InRange((long)token["auth_time"]!, DateTimeOffset.UtcNow.AddHours(-2.1).ToUnixTimeSeconds(), DateTimeOffset.UtcNow.AddHours(-1.9).ToUnixTimeSeconds());
        var entry = await platform.LookAsync(async db => (await db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => e.Content).Take(5).ToListAsync()).Select(c => AuditContent.Read(c)!).First(e => e.Action == "GET /account/provider/{provider}/answer"));
        Assert.Equal((AuditOutcome.Done, WellKnown.Organization("UN")), (entry.Outcome, entry.Organization));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("closed")]
    [InlineData("of another organization")]
    [InlineData("linked at another provider")]
    [InlineData("refused there")]
    public async Task Whoever_may_not_come_in_sees_the_same_page_and_is_entered(string who)
    {
        var subject = NewSubject();
        var expected = "ACCOUNT_NOT_OPEN";
        switch (who)
        {
            case "closed":
                await platform.LinkAsync(await platform.PersonOfAsync("UN", active: false), "home", subject);
                break;
            case "of another organization":
                await platform.LinkAsync(await platform.PersonOfAsync("ECCAS"), "home", subject);
                break;
            case "linked at another provider":
                await platform.LinkAsync(await platform.PersonOfAsync("UN"), "other", subject);
                expected = "UNKNOWN_SUBJECT";
                break;
            case "refused there":
                (platform.Home.Error, expected) = ("access_denied", "PROVIDER_SAID_NO");
                break;
            default:
                expected = "UNKNOWN_SUBJECT";
                break;
        }

        platform.Home.Person = Person(subject);
        using var browser = platform.Browser();
        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(browser)).StatusCode);
        Assert.Contains("does not let you in", browser.Html, StringComparison.Ordinal);
        using var unknown = platform.Browser();
        (platform.Home.Person, platform.Home.Error) = (Person(NewSubject()), null);
        var entry = await platform.LastEntryAsync();
        Assert.Equal((AuditOutcome.Refused, expected, expected == "ACCOUNT_NOT_OPEN" ? 1 : 0), (entry.Outcome, entry.Reason, entry.Resources.Count));
        await SignInAsync(unknown);
        Assert.Equal(unknown.Html, browser.Html);
        Assert.DoesNotContain("concord.identity", browser.Cookies.Select(c => c.Name));
    }

    [Fact]
    public async Task A_second_factor_of_the_platform_is_asked_for_after_the_provider_too()
    {
        const string Chief = "msu.chief@un.example";
        var subject = NewSubject();
        await platform.LinkAsync(Chief, "home", subject);
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow);
        using var browser = platform.Browser();
        var asking = await SignInAsync(browser, Authorize(Challenge));
        Assert.StartsWith("/account/second-factor", asking.Headers.Location!.ToString(), StringComparison.Ordinal);
        var answer = await browser.FollowAsync(await browser.ShowCodeAsync(asking, platform.Identity.Secrets[$"totp:{Chief}"]));
        var token = Payload((string)(await TokenAsync(_client, Exchange(CodeIn(answer)))).Body["access_token"]!);
        Assert.Equal(("StrictlyConfidential", """["otp","mfa"]"""), ((string)token["clearance"]!, token["amr"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("amr of now", "StrictlyConfidential")]
    [InlineData("acr of now", "StrictlyConfidential")]
    [InlineData("amr of this morning", "Confidential")]
    [InlineData("amr without a time", "Confidential")]
    [InlineData("another amr", "Confidential")]
    public async Task A_second_factor_that_was_shown_at_home_counts_where_it_is_one_of_those_agreed_and_recent(string told, string clearance)
    {
        var (email, subject) = (await platform.PersonOfAsync("UN", Classification.StrictlyConfidential), NewSubject());
        await platform.LinkAsync(email, "home", subject);
        platform.Home.Person = told switch
        {
            "amr of now" => Person(subject, DateTimeOffset.UtcNow, s_mfa),
            "acr of now" => Person(subject, DateTimeOffset.UtcNow, new Claim("acr", "urn:home:strong")),
            "amr of this morning" => Person(subject, DateTimeOffset.UtcNow.AddHours(-3), s_mfa),
            "another amr" => Person(subject, DateTimeOffset.UtcNow, new Claim("amr", "pwd")),
            _ => Person(subject, null, s_mfa),
        };
        using var browser = platform.Browser();
        var answer = await browser.WithoutFactorAsync(await browser.FollowAsync(await SignInAsync(browser, Authorize(Challenge))));
        var token = Payload((string)(await TokenAsync(_client, Exchange(CodeIn(answer)))).Body["access_token"]!);
        Assert.Equal((clearance, told != "amr without a time"), ((string)token["clearance"]!, token["auth_time"] is not null));
    }

    [Fact, Abuse(3)]
    public async Task A_step_up_at_the_provider_asks_anew_and_takes_nothing_older_and_nobody_elses()
    {
        var (email, subject) = (await platform.PersonOfAsync("UN", Classification.StrictlyConfidential), NewSubject());
        await platform.LinkAsync(email, "home", subject);
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow.AddMinutes(-20), s_mfa);
        using var browser = platform.Browser();
        await browser.FollowAsync(await SignInAsync(browser, Authorize(Challenge)));
        var stepUp = Authorize(Challenge, extra: StepUp);

        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(browser, stepUp, form: "/account/step-up/provider")).StatusCode); // home did not ask anew
        Assert.Equal(("login", 0L, "urn:home:strong"), (platform.Home.Asked.Prompt, platform.Home.Asked.MaxAge, platform.Home.Asked.AcrValues));
        foreach (var person in (Claim[][])[Person(subject, DateTimeOffset.UtcNow), Person(subject, null, s_mfa), Person(NewSubject(), DateTimeOffset.UtcNow, s_mfa)])
        {
            platform.Home.Person = person;
            Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(browser, stepUp, form: "/account/step-up/provider")).StatusCode);
            Assert.Equal("WRONG_SECOND_FACTOR", (await platform.LastEntryAsync()).Reason);
        }

        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow, s_mfa);
        var elsewhere = await AnswerAsync(await GoAsync(browser, stepUp, form: "/account/step-up/provider"));
        using var another = platform.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await another.GetAsync(elsewhere)).StatusCode);
        var answer = await browser.FollowAsync(await SignInAsync(browser, stepUp, form: "/account/step-up/provider"));
        var token = Payload((string)(await TokenAsync(_client, Exchange(CodeIn(answer)))).Body["access_token"]!);
        Assert.Equal(("StrictlyConfidential", """["mfa"]""", "urn:concord:step-up"), ((string)token["clearance"]!, token["amr"]!.ToJsonString(), (string)token["acr"]!));
        using var api = Support.SignIn.Client(platform.Identity.Address, (string)(await TokenAsync(_client, Exchange(CodeIn(await browser.FollowAsync(await browser.GetAsync(stepUp)))))).Body["access_token"]!);
        Assert.True((await api.ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK)["stepUp.factorSetUp"].GetValue<bool>());
    }

    [Fact]
    public async Task Who_was_signed_in_at_home_for_hours_shows_it_anew_before_a_second_factor_is_set_up()
    {
        var (email, number) = (await platform.PersonOfAsync("IGAD"), NewSubject());
        await platform.LinkAsync(email, "other", number);
        platform.Other.Person = Person("anybody", DateTimeOffset.UtcNow.AddHours(-1), new Claim("employee_no", number));
        using var browser = platform.Browser();
        await SignInAsync(browser, provider: "other");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/factors")).StatusCode);
        var asked = (await browser.GetAsync("/account/factors/authenticator")).Headers.Location!.ToString();
        Assert.Contains("fresh=yes", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(browser, asked, "other")).StatusCode); // it did not ask
        Assert.Equal("login", platform.Other.Asked.Prompt);
        platform.Other.Person = Person("anybody", DateTimeOffset.UtcNow, new Claim("employee_no", number));
        await browser.FollowAsync(await SignInAsync(browser, asked, "other"));
        Assert.Contains("Set up an authenticator app", browser.Html, StringComparison.Ordinal);
    }

    private static string CodeIn(HttpResponseMessage answer)
    {
        Assert.StartsWith(Redirect, answer.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
    }
}
