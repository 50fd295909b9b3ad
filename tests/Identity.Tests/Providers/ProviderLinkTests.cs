using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using static Concord.Identity.Tests.Providers.ProviderPlatform;

namespace Concord.Identity.Tests.Providers;

/// <summary>How a subject of a provider becomes the person of an account, and stops being it.</summary>
[Collection(nameof(ProviderPlatform))]
public sealed class ProviderLinkTests(ProviderPlatform platform)
{
    private static readonly Claim s_mfa = new("amr", "mfa");

    [Fact]
    public async Task A_person_links_the_own_account_sees_it_and_removes_it_and_every_session_ends()
    {
        var (email, subject) = (await platform.PersonOfAsync("UN"), NewSubject());
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow);
        using var browser = platform.Browser();
        await browser.SignInAsync("/account/sign-in", email, Password);
        await browser.GetAsync("/account/links?returnUrl=/there");
        Assert.Contains("No account of your organization is linked yet.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("The other provider", browser.Html, StringComparison.Ordinal); // speaks for IGAD
        await browser.FollowAsync(await SignInAsync(browser, "/account/links?returnUrl=/there", form: "/account/links/add"));
        Assert.Equal(("login", 0L), (platform.Home.Asked.Prompt, platform.Home.Asked.MaxAge));
        Assert.Contains($"{subject}@home.example", browser.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/there\"", browser.Html, StringComparison.Ordinal);

        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow, s_mfa);
        using var later = platform.Browser();
        Assert.Equal("/", (await SignInAsync(later)).Headers.Location!.ToString());
        await later.GetAsync("/account/links");
        Assert.Contains($"{subject}@home.example", later.Html, StringComparison.Ordinal);
        Assert.Equal("/there", (await SignInAsync(browser, "/account/step-up?returnUrl=/there", form: "/account/step-up/provider")).Headers.Location!.ToString());

        await browser.GetAsync("/account/links");
        await browser.SubmitToAsync("/account/links/remove", ("factor", Regex.Match(browser.Html, "name=\"factor\" value=\"([^\"]+)\"").Groups[1].Value));
        Assert.StartsWith("/account/sign-in", (await later.GetAsync("/account/links")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/account/links")).Headers.Location!.ToString(), StringComparison.Ordinal); // began by the password, and had a second factor from there
        using var after = platform.Browser();
        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(after)).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_a_second_factor_shows_it_before_a_link_is_made_and_a_forged_form_makes_none()
    {
        const string Proposer = "authority.proposer@un.example";
        using var browser = platform.Browser();
        await browser.SignInAsync("/account/sign-in", Proposer, platform.Identity.Secrets[Proposer], platform.Identity.Secrets[$"totp:{Proposer}"]);
        await platform.ChangeAsync(async (db, _) =>
        {
            var id = new AccountId(WellKnown.Id("account", Proposer));
            (await db.Sessions.Where(s => s.Account == id).OrderByDescending(s => s.CreateTime).FirstAsync()).Show(new(Factors.FactorKind.Authenticator, DateTime.UtcNow.AddHours(-1)));
        });
        await browser.GetAsync("/account/links");
        Assert.StartsWith("/account/step-up", (await browser.SubmitToAsync("/account/links/add", ("provider", "home"))).Headers.Location!.ToString(), StringComparison.Ordinal);
        await browser.GetAsync("/account/links");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitToAsync("/account/links/add", ("provider", "home"), ("form", ""))).StatusCode);
    }

    [Fact]
    public async Task A_subject_is_one_account_and_an_account_has_one_subject_at_a_provider()
    {
        var (mine, theirs, subject) = (await platform.PersonOfAsync("UN"), await platform.PersonOfAsync("UN"), NewSubject());
        await platform.LinkAsync(theirs, "home", subject);
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow);
        using var browser = platform.Browser();
        await browser.SignInAsync("/account/sign-in", mine, Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(browser, "/account/links", form: "/account/links/add")).StatusCode);
        Assert.Equal("ALREADY_LINKED", (await platform.LastEntryAsync()).Reason);
        platform.Home.Person = Person(subject.ToUpperInvariant(), DateTimeOffset.UtcNow); // somebody else
        await browser.FollowAsync(await SignInAsync(browser, "/account/links", form: "/account/links/add"));
        Assert.Contains($"{subject.ToUpperInvariant()}@home.example", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/links/add", browser.Html, StringComparison.Ordinal); // nothing left to link
    }

    [Fact]
    public async Task An_administrator_sees_the_links_of_an_account_makes_none_and_removes_one_that_vouches_only_with_a_second()
    {
        var (email, subject) = (await platform.PersonOfAsync("UN"), NewSubject());
        await platform.LinkAsync(email, "home", subject);
        var account = await platform.LookAsync(async db => (await db.Accounts.SingleAsync(a => a.EmailKey == Account.KeyOf(email))).Id.ToString());
        using var administrator = await platform.AdministratorAsync();
        using var second = await platform.SecondAdministratorAsync();
        var link = Assert.Single(await administrator.ReadAllAsync($"/api/v1/{account}/links"));
        Assert.Equal(("The home provider", platform.Home.Issuer, $"{subject}@home.example"), ((string)link["provider"]!, (string)link["issuer"]!, (string)link["label"]!));
        platform.Home.Person = Person(subject);
        using var browser = platform.Browser();
        await SignInAsync(browser);

        (await administrator.PostAsync($"/api/v1/accounts/{WellKnown.Id("account", "administrator@un.example")}/{(string)link["name"]!}:remove", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.NotNull((await administrator.PostAsync($"/api/v1/{account}/{(string)link["name"]!}:remove", new { })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.reason"));
        var act = (await administrator.PostAsync($"/api/v1/{account}/{(string)link["name"]!}:remove", new { reason = "The mission asks." })).Is(HttpStatusCode.Accepted);
        Assert.Equal(("The home provider", $"{subject}@home.example"), (act.TextOf("content.provider"), act.TextOf("content.label")));
        Assert.Single(await administrator.ReadAllAsync($"/api/v1/{account}/links"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/links")).StatusCode); // nothing has ended yet

        (await administrator.PostAsync($"/api/v1/{act.TextOf("name")}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        var again = (await administrator.PostAsync($"/api/v1/{account}/{(string)link["name"]!}:remove", new { reason = "Twice." })).Is(HttpStatusCode.Accepted);
        (await second.PostAsync($"/api/v1/{act.TextOf("name")}:approve", new { })).Is(HttpStatusCode.OK);
        Assert.Empty(await administrator.ReadAllAsync($"/api/v1/{account}/links"));
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/account/links")).Headers.Location!.ToString(), StringComparison.Ordinal);
        (await second.PostAsync($"/api/v1/{again.TextOf("name")}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
        (await administrator.ReadAsync($"/api/v1/accounts/{Guid.NewGuid()}/links")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Nobody_removes_an_own_link_by_a_token()
    {
        const string Own = "administrator@un.example";
        await platform.LinkAsync(Own, "home", NewSubject());
        using var administrator = await platform.AdministratorAsync();
        var account = $"accounts/{WellKnown.Id("account", Own)}";
        var link = Assert.Single(await administrator.ReadAllAsync($"/api/v1/{account}/links"));
        (await administrator.PostAsync($"/api/v1/{account}/{(string)link["name"]!}:remove", new { })).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
    }

    [Fact]
    public async Task An_invitation_is_accepted_by_the_organizations_account_and_no_password_exists()
    {
        var (email, subject) = ($"{NewSubject()}@un.example", NewSubject());
        var page = await InviteAsync(email, "UN");
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow);
        using var browser = platform.Browser();
        await SignInAsync(browser, page, form: "/account/invitation/provider");
        Assert.Contains("From now on you sign in with", browser.Html, StringComparison.Ordinal);
        Assert.False(await platform.LookAsync(async db => (await db.Accounts.SingleAsync(a => a.EmailKey == Account.KeyOf(email))).HasPassword));

        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow, s_mfa);
        using var later = platform.Browser();
        Assert.Equal("/", (await SignInAsync(later)).Headers.Location!.ToString());
        await later.GetAsync("/account/links");
        Assert.DoesNotContain("name=\"factor\"", later.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await later.SubmitToAsync("/account/links/remove", ("factor", await LinkOfAsync(email)))).StatusCode);
        Assert.Contains("Without it you could not sign in any more.", later.Html, StringComparison.Ordinal);
        using var guess = platform.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await guess.SignInAsync("/account/sign-in", email, "")).StatusCode);
        using var dead = platform.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await dead.GetAsync(page)).StatusCode);
    }

    [Fact]
    public async Task An_invitation_is_not_accepted_by_whoever_is_somebody_here_already_or_of_another_organizations_provider()
    {
        var (first, subject) = (await platform.PersonOfAsync("UN"), NewSubject());
        await platform.LinkAsync(first, "home", subject);
        platform.Home.Person = Person(subject);
        var page = await InviteAsync($"{NewSubject()}@un.example", "UN");
        using var browser = platform.Browser();
        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(browser, page, form: "/account/invitation/provider")).StatusCode);
        await browser.GetAsync(page);
        Assert.DoesNotContain("other provider", browser.Html, StringComparison.Ordinal);
        await browser.SubmitToAsync("/account/invitation/provider", ("provider", "other"));
        Assert.Contains("Open your account", browser.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitToAsync("/account/invitation/provider", ("provider", "home"), ("form", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitToAsync("/account/invitation/provider", ("token", "invented"))).StatusCode);

        var answer = await AnswerAsync(await GoAsync(browser, page, form: "/account/invitation/provider"));
        using var faster = platform.Browser();
        await faster.GetAsync(page);
        await faster.SubmitAsync(("newPassword", Password));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(answer)).StatusCode); // somebody was faster
    }

    [Fact]
    public async Task Where_passwords_are_off_the_provider_is_the_one_way_in_and_claims_may_have_names_of_their_own()
    {
        var (email, number) = ($"{NewSubject()}@igad.example", NewSubject());
        var page = await InviteAsync(email, "IGAD");
        using var browser = platform.Browser();
        await browser.GetAsync(page);
        Assert.DoesNotContain("newPassword", browser.Html, StringComparison.Ordinal);
        await browser.SubmitToAsync("/account/invitation", ("newPassword", Password)); // as if there were such a field
        Assert.Contains("Your organization wants you to sign in", browser.Html, StringComparison.Ordinal);
        platform.Other.Person = Person("the same for everybody", null, new("employee_no", number), new("upn", $"{number}@igad.example"));
        await SignInAsync(browser, page, "other", "/account/invitation/provider");
        Assert.Contains("From now on you sign in with", browser.Html, StringComparison.Ordinal);
        using var later = platform.Browser();
        Assert.Equal("/", (await SignInAsync(later, provider: "other")).Headers.Location!.ToString());
        await later.GetAsync("/account/links");
        Assert.Contains($"{number}@igad.example", later.Html, StringComparison.Ordinal);
        Assert.Contains("Only an administrator can remove this one.", later.Html, StringComparison.Ordinal);

        await SetPasswordAsync(email, temporary: false);
        using var guess = platform.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await guess.SignInAsync("/account/sign-in", email, Password)).StatusCode);
        Assert.Equal("BY_PROVIDER_ONLY", (await platform.LastEntryAsync()).Reason);
        await SetPasswordAsync(email, temporary: true); // where the provider is lost
        using var rescued = platform.Browser();
        Assert.StartsWith("/account/password", (await rescued.SignInAsync("/account/sign-in", email, Password)).Headers.Location!.ToString(), StringComparison.Ordinal);
        using var both = platform.Browser();
        Assert.StartsWith("/account/password", (await SignInAsync(both, provider: "other")).Headers.Location!.ToString(), StringComparison.Ordinal);
        var entry = await platform.LastEntryAsync();
        Assert.Equal((AuditOutcome.Done, "GET /account/provider/{provider}/answer", await AccountOfAsync(email)), (entry.Outcome, entry.Action, entry.Resources.Single()));
    }

    [Fact]
    public async Task A_one_time_password_that_is_good_no_more_keeps_nobody_out_of_the_provider()
    {
        var (email, subject) = (await platform.PersonOfAsync("UN"), NewSubject());
        await platform.LinkAsync(email, "home", subject);
        await SetPasswordAsync(email, temporary: true, until: DateTime.UtcNow.AddMinutes(-1));
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow);
        using var browser = platform.Browser();
        Assert.Equal("/", (await SignInAsync(browser)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/links")).StatusCode);
        using var guess = platform.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await guess.SignInAsync("/account/sign-in", email, Password)).StatusCode);
    }

    [Fact]
    public async Task What_began_by_a_link_ends_with_it_however_it_went()
    {
        var (email, subject) = (await platform.PersonOfAsync("UN"), NewSubject());
        using var owner = platform.Browser();
        await owner.SignInAsync("/account/sign-in", email, Password);
        await owner.SetUpAppAsync();
        await platform.LinkAsync(email, "home", subject);
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow);
        using var half = platform.Browser();
        await half.FollowAsync(await SignInAsync(half));
        Assert.Contains("One more step", half.Html, StringComparison.Ordinal);
        platform.Home.Person = Person(subject, DateTimeOffset.UtcNow, s_mfa);
        using var whole = platform.Browser();
        await SignInAsync(whole);
        Assert.Equal(HttpStatusCode.OK, (await whole.GetAsync("/account/links")).StatusCode);

        await platform.ChangeAsync(async (db, register) => db.Remove(await db.Links.SingleAsync(l => l.Key == register.Find("home")!.KeyOf(subject))));
        Assert.StartsWith("/account/sign-in", (await half.GetAsync("/account/second-factor")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await whole.GetAsync("/account/links")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/account/links")).StatusCode);
    }

    [Fact]
    public async Task Whose_link_is_removed_where_passwords_are_off_comes_in_by_a_one_time_password_only()
    {
        var (email, number) = (await platform.PersonOfAsync("IGAD"), NewSubject());
        using var key = new SoftwarePasskey(ProviderPlatform.Platform, new Uri(ProviderPlatform.Platform).Host);
        using var owner = platform.Browser();
        await owner.SignInAsync("/account/sign-in", email, Password);
        await owner.GetAsync("/account/factors/passkey");
        Assert.Equal(HttpStatusCode.OK, (await owner.SubmitToAsync("/account/factors/passkey", ("credential", key.Make(SoftwarePasskey.AskedOf(owner))), ("name", "Blue key"))).StatusCode);
        await platform.LinkAsync(email, "other", number);

        using var administrator = await platform.AdministratorAsync();
        var account = await AccountOfAsync(email);
        (await administrator.PostAsync($"/api/v1/{account}/links/{await LinkOfAsync(email)}:remove", new { })).Is(HttpStatusCode.OK); // vouches for no second factor
        var entry = await platform.LastEntryAsync();
        Assert.Equal((AuditOutcome.Done, $"accounts/{WellKnown.Id("account", "administrator@un.example")}"), (entry.Outcome, entry.Actor));
        using var guess = platform.Browser();
        Assert.Equal(HttpStatusCode.BadRequest, (await guess.SignInAsync("/account/sign-in", email, Password)).StatusCode);
        await guess.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.BadRequest, (await guess.SubmitToAsync("/account/sign-in/passkey", ("credential", key.Use(SoftwarePasskey.AskedOf(guess))))).StatusCode);
        Assert.Equal("BY_PROVIDER_ONLY", (await platform.LastEntryAsync()).Reason);

        var given = (await administrator.PostAsync($"/api/v1/{account}:resetPassword", new { })).Is(HttpStatusCode.OK).TextOf("oneTimePassword");
        using var rescued = platform.Browser();
        await rescued.FollowAsync(await rescued.SignInAsync("/account/sign-in", email, given));
        var led = await rescued.SubmitAsync(("email", email), ("password", given), ("newPassword", "other words of my choice"));
        Assert.StartsWith("/account/second-factor", led.Headers.Location!.ToString(), StringComparison.Ordinal); // the passkey is one still
    }

    [Fact]
    public async Task Where_passwords_are_off_whoever_is_not_linked_yet_still_has_one()
    {
        var email = await platform.PersonOfAsync("IGAD");
        using var browser = platform.Browser();
        Assert.Equal("/", (await browser.SignInAsync("/account/sign-in", email, Password)).Headers.Location!.ToString());
    }

    private Task SetPasswordAsync(string email, bool temporary, DateTime? until = null) => platform.ChangeAsync(async (db, _) =>
    {
        var key = Account.KeyOf(email);
        var account = await db.Accounts.SingleAsync(a => a.EmailKey == key);
        account.SetPassword(new Microsoft.AspNetCore.Identity.PasswordHasher<Account>().HashPassword(account, Password), temporary, until);
    });

    private async Task<string> AccountOfAsync(string email) => await platform.LookAsync(async db =>
    {
        var key = Account.KeyOf(email);
        return (await db.Accounts.SingleAsync(a => a.EmailKey == key)).Id.ToString();
    });

    private async Task<string> LinkOfAsync(string email) => await platform.LookAsync(async db =>
    {
        var key = Account.KeyOf(email);
        var account = await db.Accounts.SingleAsync(a => a.EmailKey == key);
        return (await db.Links.SingleAsync(l => l.Account == account.Id)).Id.Value.ToString();
    });

    private async Task<string> InviteAsync(string email, string organization)
    {
        using var administrator = await platform.AdministratorAsync();
        var made = await administrator.PostAsync("/api/v1/invitations", new { email, displayName = "A Person", organization = WellKnown.Organization(organization), roles = new[] { Roles.Analyst }, clearance = "CONFIDENTIAL" });
        return new Uri(made.Is(HttpStatusCode.Created).TextOf("link")).PathAndQuery;
    }
}
