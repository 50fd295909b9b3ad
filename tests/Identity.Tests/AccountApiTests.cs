using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Identity.Tests;

public sealed class AccountApiTests : IAsyncLifetime
{
    private static readonly string s_un = WellKnown.Organization("UN");
    private static readonly TestCaller s_administrator = TestCaller.Person(s_un, Roles.Administrator);
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await TestService.StartAsync<IdentityModule>(b =>
    {
        b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
        b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
    }, _directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    private static object Person(string email, string? organization = null, string? password = null) =>
        new { email, displayName = "A Person", organization = organization ?? s_un, roles = new[] { Roles.Analyst }, clearance = "CONFIDENTIAL", password };

    [Fact]
    public async Task Nobody_but_an_administrator_sees_or_opens_accounts()
    {
        var made = (await _service.As(s_administrator).PostAsync("/api/v1/accounts", Person("x@un.example"))).Is(HttpStatusCode.Created);
        foreach (var path in (string[])["/api/v1/accounts", "/api/v1/accounts/organizations", made.Location!.ToString()])
        {
            (await _service.As(null).ReadAsync(path)).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
            (await _service.As(TestCaller.Person(s_un, Roles.MediationSupport)).ReadAsync(path)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        (await _service.As(TestCaller.Person(s_un, Roles.Analyst)).PostAsync("/api/v1/accounts", Person("y@un.example"))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(null).ReadAsync("/api/v1/me")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        (await _service.As(TestCaller.Person(s_un)).ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        (await _service.As(s_administrator).ReadAsync($"/api/v1/accounts/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Who_names_people_finds_the_account_of_an_address_and_learns_nothing_of_another()
    {
        var administrator = _service.As(s_administrator);
        var opened = (await administrator.PostAsync("/api/v1/accounts", Person("Named@un.example"))).Is(HttpStatusCode.Created).TextOf("account.name");
        var closed = (await administrator.PostAsync("/api/v1/accounts", Person("closed@un.example"))).Is(HttpStatusCode.Created);
        (await administrator.PatchAsync(closed.Location!.ToString(), new { active = false }, closed.ETag)).Is(HttpStatusCode.OK);
        var support = _service.As(TestCaller.Person(s_un, Roles.MediationSupport));
        var found = (await support.PostAsync("/api/v1/accounts:find", new { email = " named@UN.example" })).Is(HttpStatusCode.OK);
        Assert.Equal((opened, "A Person", s_un), (found.TextOf("name"), found.TextOf("displayName"), found.TextOf("organization")));
        Assert.Equal(["displayName", "name", "organization"], found.Body!.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal));

        var nobody = (await support.PostAsync("/api/v1/accounts:find", new { email = "nobody@un.example" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var gone = (await support.PostAsync("/api/v1/accounts:find", new { email = "closed@un.example" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(nobody.Find("errors")!.ToJsonString(), gone.Find("errors")!.ToJsonString());
        var named = (await support.PostAsync("/api/v1/accounts:find", new { account = opened })).Is(HttpStatusCode.OK);
        Assert.Equal(found.Text, named.Text);
        foreach (var nothing in (string[])[closed.TextOf("account.name"), $"accounts/{Guid.NewGuid()}", "accounts/7", "organizations/" + Guid.NewGuid()])
        {
            Assert.NotNull((await support.PostAsync("/api/v1/accounts:find", new { account = nothing })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.account"));
        }

        Assert.NotNull((await support.PostAsync("/api/v1/accounts:find", new { account = opened, email = "named@un.example" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.account"));
        (await support.PostAsync("/api/v1/accounts:find", new { email = " " })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(TestCaller.Person(s_un, Roles.RegionalOfficer)).PostAsync("/api/v1/accounts:find", new { email = "named@un.example" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task The_password_made_for_an_account_is_shown_once_and_replaced_at_first_sign_in()
    {
        var made = (await _service.As(s_administrator).PostAsync("/api/v1/accounts", Person("new@un.example"), key: "once")).Is(HttpStatusCode.Created);
        var password = made.TextOf("oneTimePassword");
        (await _service.As(s_administrator).PostAsync("/api/v1/accounts", Person("new@un.example"), key: "once")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        Assert.DoesNotContain(password, (await _service.As(s_administrator).ReadAsync(made.Location!.ToString())).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);

        using var browser = new Browser(_service.HttpAddress);
        var given = await browser.SignInAsync("/account/sign-in", "New@UN.example", password);
        Assert.StartsWith("/account/password", given.Headers.Location!.ToString());
        await browser.FollowAsync(given);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(("email", "new@un.example"), ("password", password), ("newPassword", "too short"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(("email", "new@un.example"), ("password", password), ("newPassword", password))).StatusCode);
        Assert.Equal("/", (await browser.SubmitAsync(("email", "new@un.example"), ("password", password), ("newPassword", "a password of my own"))).Headers.Location!.ToString());
        using var later = new Browser(_service.HttpAddress);
        Assert.Equal("/", (await later.SignInAsync("/account/sign-in", "new@un.example", "a password of my own")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task One_address_has_one_account_and_a_password_has_a_length()
    {
        var client = _service.As(s_administrator);
        (await client.PostAsync("/api/v1/accounts", Person("One@un.example", password: "a long enough one"))).Is(HttpStatusCode.Created);
        (await client.PostAsync("/api/v1/accounts", Person("one@UN.example"))).IsProblem(HttpStatusCode.Conflict, "DUPLICATE_ACCOUNT");
        Assert.NotNull((await client.PostAsync("/api/v1/accounts", Person("two@un.example", password: "short"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.password"));
        Assert.NotNull((await client.PostAsync("/api/v1/accounts", Person("two@un.example", password: "qwerty123456"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.password"));
        var wrong = (await client.PostAsync("/api/v1/accounts", new { email = "no", organization = "UN", roles = new[] { "emperor" } })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["clearance", "displayName", "email", "organization", "roles"], wrong["errors"].AsObject().Select(e => e.Key).Order());
    }

    [Fact, Rule("R83")]
    public async Task Only_a_known_organization_holds_accounts_and_it_is_known_by_hearing_of_it()
    {
        var client = _service.As(s_administrator);
        var organization = $"organizations/{Guid.NewGuid()}";
        (await client.PostAsync("/api/v1/accounts", Person("a@lake.example", organization))).IsProblem(HttpStatusCode.UnprocessableEntity, "UNKNOWN_ORGANIZATION");
        var id = Guid.CreateVersion7();
        var fact = new OrganizationRegistered(organization, "Lake Forum", "LF", "LocalNgo", 1, DateTime.UtcNow);
        await _service.HearAsync(fact, id);
        await _service.HearAsync(fact, id);
        (await client.PostAsync("/api/v1/accounts", Person("a@lake.example", organization))).Is(HttpStatusCode.Created);

        await _service.HearAsync(new OrganizationRenamed(organization, "River Forum", "RF", 3, DateTime.UtcNow));
        await _service.HearAsync(new OrganizationRenamed(organization, "Old Forum", "OF", 2, DateTime.UtcNow));
        await _service.HearAsync(fact);
        var known = await KnownAsync(client, organization);
        Assert.Equal(("River Forum", 3, 2), (known["displayName"]!.GetValue<string>(), known["factVersion"]!.GetValue<int>(), known["timesApplied"]!.GetValue<int>()));
        Assert.Equal("United Nations", (await KnownAsync(client, s_un))["displayName"]!.GetValue<string>());
    }

    [Fact, Rule("R143")]
    public async Task A_patch_needs_the_version_that_was_read_and_changes_what_it_names()
    {
        var client = _service.As(s_administrator);
        var made = await client.PostAsync("/api/v1/accounts", Person("patch@un.example"));
        var path = made.Location!.ToString();
        (await client.PatchAsync(path, new { active = false }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        var patched = (await client.PatchAsync(path, new { roles = new[] { Roles.Monitor, Roles.Monitor }, clearance = "UNCLASSIFIED" }, made.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(("[\"monitor\"]", "UNCLASSIFIED", "A Person"), (patched["roles"].ToJsonString(), patched.TextOf("clearance"), patched.TextOf("displayName")));
        (await client.PatchAsync(path, new { active = false }, made.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await client.PatchAsync(path, new { email = "other@un.example" }, patched.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await client.PatchAsync(path, new { active = false }, patched.ETag)).Is(HttpStatusCode.OK);
        (await client.PostAsync($"{path}:resetPassword", (object?)null)).IsProblem(HttpStatusCode.Conflict, "ACCOUNT_INACTIVE");
    }

    [Fact]
    public async Task An_administrator_keeps_their_own_access()
    {
        var made = await _service.As(s_administrator).PostAsync("/api/v1/accounts", new { email = "adm@un.example", displayName = "A", organization = s_un, roles = new[] { Roles.Administrator }, clearance = "CONFIDENTIAL" });
        var self = _service.As(new TestCaller(made.TextOf("account.name"), "A", s_un, [Roles.Administrator]));
        var path = made.Location!.ToString();
        (await self.PatchAsync(path, new { active = false }, made.ETag)).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        (await self.PatchAsync(path, new { roles = new[] { Roles.Analyst } }, made.ETag)).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        (await self.PatchAsync(path, new { displayName = "B" }, made.ETag)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Accounts_are_listed_by_pages_without_gap_or_overlap()
    {
        var client = _service.As(s_administrator);
        var organization = $"organizations/{Guid.NewGuid()}";
        await _service.HearAsync(new OrganizationRegistered(organization, "Paged", "P", "LocalNgo", 1, DateTime.UtcNow));
        for (var i = 0; i < 5; i++)
        {
            (await client.PostAsync("/api/v1/accounts", Person($"p{i}@un.example", organization))).Is(HttpStatusCode.Created);
        }

        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = (await client.ReadAsync($"/api/v1/accounts?pageSize=2&organization={organization}&pageToken={token}")).Is(HttpStatusCode.OK);
            seen.AddRange(page["items"].AsArray().Select(a => a!["email"]!.GetValue<string>()));
            token = page.Find("nextPageToken")?.GetValue<string>();
        }
        while (token is not null);

        Assert.Equal(["p0@un.example", "p1@un.example", "p2@un.example", "p3@un.example", "p4@un.example"], seen);
        (await client.ReadAsync("/api/v1/accounts?pageToken=abc")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R137")]
    public void Open_WithARoleThatIsNotForPeople_IsRefused()
    {
        var refusal = Assert.Throws<DomainException>(() => Account.Open(AccountId.New(), "a@b", "A", s_un, [Roles.Service], Classification.Unclassified, DateTime.UtcNow));
        Assert.Equal("roles", Assert.Single(refusal.Errors).Field);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> KnownAsync(HttpClient client, string organization) =>
        (await client.ReadAsync("/api/v1/accounts/organizations")).Is(HttpStatusCode.OK)["items"].AsArray().Single(o => o!["name"]!.GetValue<string>() == organization)!;

    [Fact, Rule("R137")]
    public async Task A_high_right_is_given_by_two_administrators()
    {
        var alone = (await _service.As(s_administrator).PostAsync("/api/v1/accounts", Keeper("first@un.example", Roles.Administrator))).Is(HttpStatusCode.Created);
        Assert.True(alone["account.active"].GetValue<bool>()); // nobody else could agree
        var first = new TestCaller(alone.TextOf("account.name"), "First", s_un, [Roles.Administrator]);

        var auditor = (await _service.As(s_administrator).PostAsync("/api/v1/accounts", Keeper("auditor@un.example", Roles.Auditor, "STRICTLY_CONFIDENTIAL"))).Is(HttpStatusCode.Created);
        Assert.False(auditor["account.active"].GetValue<bool>());
        var opening = $"/api/v1/{auditor.TextOf("approval")}";
        (await _service.As(s_administrator).PostAsync($"{opening}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _service.As(TestCaller.Person(s_un, Roles.MediationSupport)).PostAsync($"{opening}:approve", body: null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(first).PostAsync($"{opening}:approve", body: null)).Is(HttpStatusCode.OK);
        var path = auditor.Location!.ToString();
        var open = (await _service.As(first).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.True(open["active"].GetValue<bool>());

        await using (var scope = _service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            (await db.Accounts.SingleAsync(a => a.EmailKey == "AUDITOR@UN.EXAMPLE")).SetPassword("chosen", temporary: false);
            await db.SaveChangesAsync();
        }

        open = (await _service.As(first).ReadAsync(path)).Is(HttpStatusCode.OK);
        var lowered = (await _service.As(s_administrator).PatchAsync(path, new { clearance = "CONFIDENTIAL", displayName = "Less" }, open.ETag)).Is(HttpStatusCode.OK);
        var raised = (await _service.As(s_administrator).PatchAsync(path, new { clearance = "STRICTLY_CONFIDENTIAL", displayName = "More" }, lowered.ETag)).Is(HttpStatusCode.Accepted);
        var still = (await _service.As(first).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(("CONFIDENTIAL", "Less", lowered.ETag), (still.TextOf("clearance"), still.TextOf("displayName"), still.ETag));
        (await _service.As(s_administrator).PatchAsync(path, new { roles = new[] { Roles.Administrator } }, lowered.ETag)).Is(HttpStatusCode.Accepted);
        (await _service.As(first).PostAsync($"{raised.Location}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal("More", (await _service.As(first).ReadAsync(path)).TextOf("displayName"));
        var second = (await _service.As(first).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).TextOf("items.0.name");
        (await _service.As(first).PostAsync($"/api/v1/{second}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
    }

    [Fact]
    public async Task A_closed_account_with_a_high_right_is_opened_by_two_as_well()
    {
        await _service.As(s_administrator).PostAsync("/api/v1/accounts", Keeper("first@un.example", Roles.Administrator));
        var waiting = await _service.As(s_administrator).PostAsync("/api/v1/accounts", Keeper("auditor@un.example", Roles.Auditor));
        (await _service.As(s_administrator).PatchAsync(waiting.Location!.ToString(), new { active = true }, waiting.ETag)).Is(HttpStatusCode.Accepted);
        Assert.False((await _service.As(s_administrator).ReadAsync(waiting.Location!.ToString()))["active"].GetValue<bool>());
    }

    private static object Keeper(string email, string role, string clearance = "CONFIDENTIAL") => new { email, displayName = "A Keeper", organization = s_un, roles = new[] { role }, clearance };
}
