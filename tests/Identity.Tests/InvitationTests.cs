using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Grants;
using Concord.Identity.Invitations;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Texts;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

using Language = Concord.Platform.Texts.Language;

namespace Concord.Identity.Tests;

/// <summary>A person opens an account by a link that is good once.</summary>
public sealed class InvitationTests : IAsyncLifetime
{
    private const string Password = "a password of my own";
    private static readonly string s_un = WellKnown.Organization("UN");
    private static readonly TestCaller s_administrator = TestCaller.Person(s_un, Roles.Administrator);
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TestService _service = null!;
    private HttpClient _as = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
            b.Services.AddSingleton<TimeProvider>(_time);
        }, _directory);
        _as = _service.As(s_administrator);
        await InStoreAsync(db => db.Add(AccountOf(s_administrator, Roles.Administrator)));
    }

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    private static object Person(string email, string role = Roles.Analyst, string clearance = "CONFIDENTIAL", int? days = null, string? language = null) =>
        new { email, displayName = "A Person", organization = s_un, roles = new[] { role }, clearance, days, language };

    private async Task<(string Path, string Link)> InviteAsync(string email, string role = Roles.Analyst, int? days = null)
    {
        var made = (await _as.PostAsync("/api/v1/invitations", Person(email, role, days: days))).Is(HttpStatusCode.Created);
        return (made.Location!.ToString(), new Uri(made.TextOf("link")).PathAndQuery);
    }

    [Fact]
    public async Task Whoever_is_invited_chooses_a_password_and_signs_in_with_it()
    {
        var (path, link) = await InviteAsync("New@un.example");
        using var browser = new Browser(_service.HttpAddress);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).StatusCode);
        Assert.Contains("New@un.example", browser.Html, StringComparison.Ordinal);
        foreach (var weak in (string[])["too short", "new@UN.example", "PasswordPassword", "United Nations 1945", new('x', 129)])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(("newPassword", weak))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(("newPassword", Password))).StatusCode);
        Assert.Contains("Your password is saved", browser.Html, StringComparison.Ordinal);
        using var later = new Browser(_service.HttpAddress);
        Assert.Equal("/", (await later.SignInAsync("/account/sign-in", "new@un.example", Password)).Headers.Location!.ToString());

        var accepted = (await _as.ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal("ACCEPTED", accepted.TextOf("state"));
        var account = (await _as.ReadAsync($"/api/v1/{accepted.TextOf("account")}")).Is(HttpStatusCode.OK);
        Assert.Equal(("New@un.example", "A Person", s_un, "[\"analyst\"]", true), (account.TextOf("email"), account.TextOf("displayName"), account.TextOf("organization"), account["roles"].ToJsonString(), account["active"].GetValue<bool>()));
    }

    [Fact, Abuse(20)]
    public async Task A_link_that_was_used_is_too_old_was_revoked_or_was_never_given_out_gets_the_same_page()
    {
        var (_, used) = await InviteAsync("used@un.example");
        await AcceptAsync(used);
        var (revokedPath, revoked) = await InviteAsync("revoked@un.example");
        (await _as.PostAsync($"{revokedPath}:revoke", body: null)).Is(HttpStatusCode.OK);
        var (resentPath, replaced) = await InviteAsync("resent@un.example");
        var again = new Uri((await _as.PostAsync($"{resentPath}:resend", new { days = 30 })).Is(HttpStatusCode.OK).TextOf("link")).PathAndQuery;
        var (_, opened) = await InviteAsync("opened@un.example");
        await OpenAsync("opened@un.example", Roles.Analyst);
        var (_, expired) = await InviteAsync("expired@un.example", days: 1);
        _time.Advance(TimeSpan.FromDays(1));

        List<string> pages = [];
        foreach (var link in (string[])[used, revoked, replaced, opened, expired, $"{InvitationPages.Address}?token={InvitationToken.New()}", $"{InvitationPages.Address}?token=", InvitationPages.Address])
        {
            using var browser = new Browser(_service.HttpAddress);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link)).StatusCode);
            pages.Add(System.Text.RegularExpressions.Regex.Replace(browser.Html, "prefer/language/[^\"]*", ""));
        }

        Assert.Single(pages.Distinct());
        using var good = new Browser(_service.HttpAddress);
        Assert.Equal(HttpStatusCode.OK, (await good.GetAsync(again)).StatusCode); // the one that replaced it
        await using var scope = _service.Services.CreateAsyncScope();
        Assert.False(await scope.ServiceProvider.GetRequiredService<IdentityDb>().Accounts.AnyAsync(a => a.EmailKey == "EXPIRED@UN.EXAMPLE"));
    }

    [Theory, Rule("R137"), Abuse(20)]
    [InlineData("closed")]
    [InlineData("of another role")]
    [InlineData("for a while, and that is over")]
    public async Task The_link_of_somebody_who_invites_nobody_any_more_is_dead_until_another_administrator_sends_it_again(string how)
    {
        var inviter = TestCaller.Person(s_un, Roles.Administrator);
        var forAWhile = how.StartsWith("for a while", StringComparison.Ordinal);
        await InStoreAsync(db =>
        {
            var account = db.Add(AccountOf(inviter, forAWhile ? Roles.Analyst : Roles.Administrator)).Entity;
            if (forAWhile)
            {
                db.Add(Grant.Give(account, new GiveGrant(Roles.Administrator, null, "vacancy", _time.GetUtcNow().UtcDateTime.AddDays(1)), s_administrator.Subject, null, _time.GetUtcNow().UtcDateTime));
            }
        });
        var made = (await _service.As(inviter).PostAsync("/api/v1/invitations", Person("orphan@un.example"))).Is(HttpStatusCode.Created);
        // Whoever was shown the link could come in by it, and then agree to what the other one wished for the person.
        (await _as.PostAsync($"{made.Location}:resend", new { })).IsProblem(HttpStatusCode.Conflict, "NOT_THE_INVITER");
        using var browser = new Browser(_service.HttpAddress);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(made.TextOf("link")).PathAndQuery)).StatusCode);
        if (forAWhile)
        {
            _time.Advance(TimeSpan.FromDays(1));
        }
        else
        {
            var path = $"/api/v1/{inviter.Subject}";
            (await _as.PatchAsync(path, how == "closed" ? new { active = false } : new { roles = new[] { Roles.Analyst } }, (await _as.ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(("newPassword", Password))).StatusCode);
        Assert.Contains("This link is not good", browser.Html, StringComparison.Ordinal);
        var again = (await _as.PostAsync($"{made.Location}:resend", new { })).Is(HttpStatusCode.OK);
        Assert.Equal(s_administrator.Subject, again.TextOf("invitation.invitedBy.name"));
        await AcceptAsync(new Uri(again.TextOf("link")).PathAndQuery);
    }

    [Fact]
    public async Task Of_two_who_open_the_same_link_one_has_the_account()
    {
        var (_, link) = await InviteAsync("twice@un.example");
        using var first = new Browser(_service.HttpAddress);
        using var second = new Browser(_service.HttpAddress);
        await Task.WhenAll(first.GetAsync(link), second.GetAsync(link));
        var answers = await Task.WhenAll(first.SubmitAsync(("newPassword", Password)), second.SubmitAsync(("newPassword", "another password of mine")));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], answers.Select(a => a.StatusCode).Order());
    }

    [Fact, Rule("R137")]
    public async Task A_high_right_waits_for_a_second_administrator_after_the_person_accepted()
    {
        var alone = await OpenAsync("second@un.example", Roles.Administrator);
        var (path, link) = await InviteAsync("auditor@un.example", Roles.Auditor);
        var html = await AcceptAsync(link);
        Assert.Contains("A second administrator has to agree", html, StringComparison.Ordinal);
        using var browser = new Browser(_service.HttpAddress);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync("/account/sign-in", "auditor@un.example", Password)).StatusCode);

        var waiting = $"/api/v1/{(await _as.ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).TextOf("items.0.name")}";
        (await _as.PostAsync($"{waiting}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED"); // who invited
        var second = new TestCaller(alone.TextOf("account.name"), "Second", s_un, [Roles.Administrator]);
        (await _service.As(second).PostAsync($"{waiting}:approve", body: null)).Is(HttpStatusCode.OK);
        var account = (await _as.ReadAsync(path)).TextOf("account");
        Assert.True((await _as.ReadAsync($"/api/v1/{account}"))["active"].GetValue<bool>());
        Assert.StartsWith("/account/factors?", (await browser.SignInAsync("/account/sign-in", "auditor@un.example", Password)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_cannot_be_an_invitation_is_refused_and_each_field_is_named()
    {
        var wrong = (await _as.PostAsync("/api/v1/invitations", new { email = "no", roles = new[] { "emperor" }, language = "de", days = 31 })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["clearance", "days", "displayName", "email", "language", "organization", "roles"], wrong["errors"].AsObject().Select(e => e.Key).Order());
        (await _as.PostAsync("/api/v1/invitations", Person("a@un.example", days: 0))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        await OpenAsync("has@un.example", Roles.Analyst);
        (await _as.PostAsync("/api/v1/invitations", Person("HAS@un.example"))).IsProblem(HttpStatusCode.Conflict, "DUPLICATE_ACCOUNT");
        await InviteAsync("once@un.example", days: 1);
        (await _as.PostAsync("/api/v1/invitations", Person("ONCE@un.example"))).IsProblem(HttpStatusCode.Conflict, "ALREADY_INVITED");
        _time.Advance(TimeSpan.FromDays(1));
        await InviteAsync("once@un.example"); // the one before has expired
        foreach (var other in (TestCaller?[])[null, TestCaller.Person(s_un, Roles.MediationSupport)])
        {
            var expected = other is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
            (await _service.As(other).PostAsync("/api/v1/invitations", Person("x@un.example"))).Is(expected);
            (await _service.As(other).ReadAsync("/api/v1/invitations")).Is(expected);
        }
    }

    [Fact]
    public async Task The_link_is_shown_once_and_kept_as_its_hash_and_a_closed_invitation_stays_closed()
    {
        var made = (await _as.PostAsync("/api/v1/invitations", Person("secret@un.example"), key: "once")).Is(HttpStatusCode.Created);
        var token = new Uri(made.TextOf("link")).Query["?token=".Length..];
        Assert.Equal(43, token.Length); // 256 bits
        (await _as.PostAsync("/api/v1/invitations", Person("secret@un.example"), key: "once")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        var path = made.Location!.ToString();
        var read = (await _as.ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(token, read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(InvitationToken.Hash(token), read.Text, StringComparison.Ordinal);
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        Assert.Equal(InvitationToken.Hash(token), (await db.Invitations.SingleAsync(i => i.Email == "secret@un.example")).TokenHash);
        Assert.DoesNotContain(await db.AuditEntries.Select(e => e.Content).ToListAsync(), e => e.Contains(InvitationToken.Hash(token), StringComparison.Ordinal));

        (await _as.PostAsync($"{path}:revoke", body: null, ifMatch: "\"7\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        Assert.Equal("REVOKED", (await _as.PostAsync($"{path}:revoke", body: null, ifMatch: read.ETag)).Is(HttpStatusCode.OK).TextOf("state"));
        (await _as.PostAsync($"{path}:revoke", body: null)).IsProblem(HttpStatusCode.Conflict, "INVITATION_CLOSED");
        (await _as.PostAsync($"{path}:resend", new { })).IsProblem(HttpStatusCode.Conflict, "INVITATION_CLOSED");
    }

    [Fact]
    public async Task Invitations_are_listed_by_their_state_and_organization()
    {
        var (waiting, _) = await InviteAsync("w@un.example", days: 2);
        var (expired, _) = await InviteAsync("e@un.example", days: 1);
        var (revoked, _) = await InviteAsync("r@un.example");
        (await _as.PostAsync($"{revoked}:revoke", body: null)).Is(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromDays(1));
        foreach (var (state, path) in ((string, string)[])[("WAITING", waiting), ("EXPIRED", expired), ("REVOKED", revoked)])
        {
            var only = Assert.Single((await _as.ReadAsync($"/api/v1/invitations?state={state}&organization={s_un}")).Is(HttpStatusCode.OK)["items"].AsArray())!;
            Assert.Equal((path, state), ($"/api/v1/{only["name"]}", (string?)only["state"]));
        }

        Assert.Empty((await _as.ReadAsync($"/api/v1/invitations?organization=organizations/{Guid.NewGuid()}")).Is(HttpStatusCode.OK)["items"].AsArray());
        _time.Advance(Invitation.Kept + TimeSpan.FromDays(7));
        await ActivatorUtilities.CreateInstance<RetentionSweeper>(_service.Services).SweepAsync(CancellationToken.None);
        Assert.Empty((await _as.ReadAsync("/api/v1/invitations")).Is(HttpStatusCode.OK)["items"].AsArray());
    }

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_pages_speak_the_language_of_whoever_opens_the_link_also_after_a_mistake(string language)
    {
        var say = new Speech(Language.Find(language)!, new TextFiles(typeof(IdentityModule).Assembly));
        var (_, link) = await InviteAsync($"{language}@un.example");
        using var browser = new Browser(_service.HttpAddress);
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"{Language.Cookie}={language}");
        await browser.GetAsync(link);
        Shows("invitation.title", "invitation.text");
        Assert.Contains($"/prefer/language/en?back={Uri.EscapeDataString(link)}", WebUtility.HtmlDecode(browser.Html), StringComparison.Ordinal);
        await browser.SubmitAsync(("newPassword", "short"));
        Shows("invitation.title", "invitation.refused");
        Assert.Contains($"/prefer/language/en?back={Uri.EscapeDataString(link)}", WebUtility.HtmlDecode(browser.Html), StringComparison.Ordinal);
        await browser.SubmitAsync(("newPassword", Password));
        Shows("invitation.accepted.title", "invitation.accepted.text");
        await browser.GetAsync(link);
        Shows("invitation.notGood.title", "invitation.notGood.text");

        void Shows(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                Assert.Contains(say[key], WebUtility.HtmlDecode(browser.Html), StringComparison.Ordinal);
            }
        }
    }

    [Fact, Abuse(20)]
    public async Task Who_tries_links_is_slowed()
    {
        using var browser = new Browser(_service.HttpAddress);
        HttpStatusCode status;
        var tries = 0;
        do
        {
            status = (await browser.GetAsync($"{InvitationPages.Address}?token={InvitationToken.New()}")).StatusCode;
        }
        while (status == HttpStatusCode.NotFound && ++tries < 100);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
    }

    [Fact, Abuse(15)]
    public async Task A_form_of_another_site_opens_no_account()
    {
        var (path, link) = await InviteAsync("forged@un.example");
        using var browser = new Browser(_service.HttpAddress);
        using var form = new FormUrlEncodedContent([new("token", link.Split('=')[1]), new("newPassword", Password)]);
        using var answer = await browser.Client.PostAsync(new Uri(InvitationPages.Address, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("WAITING", (await _as.ReadAsync(path)).TextOf("state"));
    }

    [Fact]
    public void Make_ForTooManyDays_IsRefused()
    {
        var by = new Caller("accounts/1", "A", s_un, new HashSet<string>(), Classification.Confidential);
        var refusal = Assert.Throws<DomainException>(() => Invitation.Make(new InvitePerson("a@b", "A", s_un, [Roles.Analyst], Classification.Unclassified, null, 31), InvitationToken.New(), by, DateTime.UtcNow));
        Assert.Equal("days", Assert.Single(refusal.Errors).Field);
    }

    private async Task<ApiAnswer> OpenAsync(string email, string role) =>
        (await _as.PostAsync("/api/v1/accounts", new { email, displayName = "Opened", organization = s_un, roles = new[] { role }, clearance = "CONFIDENTIAL" })).Is(HttpStatusCode.Created);

    private static Account AccountOf(TestCaller person, string role) =>
        Account.Open(ResourceName.TryParse<AccountId>(person.Subject, out var id) ? id : default, $"{id.Value:N}@un.example", person.DisplayName, s_un, [role], Classification.Confidential, DateTime.UtcNow);

    private async Task InStoreAsync(Action<IdentityDb> change)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        change(db);
        await db.SaveChangesAsync();
    }

    private async Task<string> AcceptAsync(string link)
    {
        using var browser = new Browser(_service.HttpAddress);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(("newPassword", Password))).StatusCode);
        return browser.Html;
    }
}
