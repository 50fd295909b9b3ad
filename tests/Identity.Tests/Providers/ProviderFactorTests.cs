using System.Net;
using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Identity.Tests.Providers.ProviderPlatform;

namespace Concord.Identity.Tests.Providers;

/// <summary>A link to a provider that vouches for a second factor is one, wherever it matters whether a person has any.</summary>
[Collection(nameof(ProviderPlatform))]
public sealed class ProviderFactorTests(ProviderPlatform platform)
{
    private static readonly Claim s_mfa = new("amr", "mfa");

    [Fact]
    public async Task A_password_alone_sets_no_factor_up_where_the_second_one_is_shown_at_the_provider()
    {
        var (email, subject) = (await platform.PersonOfAsync("UN", Classification.StrictlyConfidential), NewSubject());
        await platform.LinkAsync(email, "home", subject);
        using var thief = platform.Browser();
        var led = await thief.SignInAsync("/account/sign-in", email, Password);
        Assert.StartsWith("/account/step-up?", led.Headers.Location!.ToString(), StringComparison.Ordinal);
        await thief.FollowAsync(led);
        Assert.Contains("action=\"/account/step-up/provider\"", thief.Html, StringComparison.Ordinal);
        Assert.Contains("Go on without it for now", thief.Html, StringComparison.Ordinal);
        await thief.GetAsync("/account/factors");
        Assert.DoesNotContain("as soon as you have set up a second factor", thief.Html, StringComparison.Ordinal);
        foreach (var page in (string[])["/account/factors/authenticator", "/account/factors/passkey"])
        {
            Assert.StartsWith("/account/step-up?", (await thief.GetAsync(page)).Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow, s_mfa);
        using var owner = platform.Browser();
        await SignInAsync(owner);
        await owner.GetAsync("/account/factors/authenticator");
        Assert.Contains("Set up an authenticator app", owner.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_alone_replaces_no_password_where_the_second_factor_is_shown_at_the_provider()
    {
        const string Other = "another password of my own";
        var (email, subject) = (await platform.PersonOfAsync("UN"), NewSubject());
        await platform.LinkAsync(email, "home", subject);
        using var thief = platform.Browser();
        foreach (var time in (string[])["nobody is signed in", "in a session that began by the password"])
        {
            await thief.GetAsync("/account/password?returnUrl=/there");
            var led = await thief.SubmitAsync(("email", email), ("password", Password), ("newPassword", Other));
            Assert.True("/account/step-up?returnUrl=%2Faccount%2Fpassword%3FreturnUrl%3D%252Fthere" == led.Headers.Location!.ToString(), time);
            await thief.FollowAsync(led);
            Assert.Contains("action=\"/account/step-up/provider\"", thief.Html, StringComparison.Ordinal);
        }

        using var owner = platform.Browser();
        await owner.SignInAsync("/account/sign-in", email, Password); // still good
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow, s_mfa);
        await owner.FollowAsync(await SignInAsync(owner, "/account/step-up?returnUrl=/account/password", form: "/account/step-up/provider"));
        Assert.Equal("/", (await owner.SubmitAsync(("email", email), ("password", Password), ("newPassword", Other))).Headers.Location!.ToString());
        using var after = platform.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await after.SignInAsync("/account/sign-in", email, Password)).StatusCode);
        await owner.GetAsync("/account/factors/authenticator");
        Assert.Contains("Set up an authenticator app", owner.Html, StringComparison.Ordinal); // what was shown counts on
    }

    [Fact]
    public async Task One_time_passwords_are_replaced_without_the_provider_which_may_be_what_was_lost()
    {
        var email = await platform.PersonOfAsync("UN");
        await platform.LinkAsync(email, "home", NewSubject());
        await platform.ChangeAsync(async (db, _) =>
        {
            var account = await db.Accounts.SingleAsync(a => a.Email == email);
            account.SetPassword(account.PasswordHash, temporary: true);
        });
        using var owner = platform.Browser();
        await owner.FollowAsync(await owner.SignInAsync("/account/sign-in", email, Password));
        Assert.Equal("/", (await owner.SubmitAsync(("email", email), ("password", Password), ("newPassword", "another password of my own"))).Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("UN", "home", 1)]
    [InlineData("IGAD", "other", 0)]
    public async Task A_link_is_told_by_mail_where_the_provider_vouches_for_a_second_factor(string organization, string provider, int mails)
    {
        var (email, subject) = (await platform.PersonOfAsync(organization), NewSubject());
        platform.Home.Person = platform.Other.Person = Person(subject, DateTimeOffset.UtcNow, new Claim("employee_no", subject));
        using var browser = platform.Browser();
        await browser.SignInAsync("/account/sign-in", email, Password);
        var settings = platform.Identity.Services.GetRequiredService<IConfiguration>();
        settings["Mail:Smtp:Host"] = "127.0.0.1"; // nothing is sent: that was decided at the start
        try
        {
            await browser.FollowAsync(await SignInAsync(browser, "/account/links", provider, "/account/links/add"));
        }
        finally
        {
            settings["Mail:Smtp:Host"] = null;
        }

        Assert.Contains("Linked on", browser.Html, StringComparison.Ordinal);
        Assert.Equal(mails, await platform.LookAsync(db => db.OutgoingMails.CountAsync(m => m.To == email)));
    }

    [Fact]
    public async Task Two_administrators_remove_what_was_lost_and_the_links_that_vouch_with_it()
    {
        var (email, subject) = (await platform.PersonOfAsync("UN"), NewSubject());
        await platform.LinkAsync(email, "home", subject);
        var account = await platform.LookAsync(async db => (await db.Accounts.SingleAsync(a => a.Email == email)).Id.ToString());
        using var first = await platform.AdministratorAsync();
        using var second = await platform.SecondAdministratorAsync();
        var act = (await first.PostAsync($"/api/v1/{account}:removeFactors", new { reason = "He called from the mission." })).Is(HttpStatusCode.Accepted);
        (await second.PostAsync($"/api/v1/{act.TextOf("name")}:approve", new { })).Is(HttpStatusCode.OK);
        Assert.Empty(await first.ReadAllAsync($"/api/v1/{account}/links"));
        (await first.PostAsync($"/api/v1/{account}:removeFactors", new { reason = "Again" })).IsProblem(HttpStatusCode.Conflict, "NO_FACTOR");
    }
}
