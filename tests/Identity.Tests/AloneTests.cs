using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Identity.Tests;

/// <summary>What an administrator does not do alone, also where he takes the only other one's access away.</summary>
public sealed class AloneTests : IAsyncLifetime
{
    private static readonly string s_un = WellKnown.Organization("UN");
    private readonly string _organization = $"organizations/{Guid.NewGuid()}";
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TestService _service = null!;
    private TestCaller _first = null!;
    private TestCaller _other = null!;
    private HttpClient _as = null!;

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
            b.Services.AddSingleton<TimeProvider>(_time);
        }, _directory);
        await _service.HearAsync(new OrganizationRegistered(_organization, "Lake Forum", "LF", "LocalNgo", 1, DateTime.UtcNow));
        _first = await PersonAsync("first", s_un, Roles.Administrator);
        _other = await PersonAsync("other", _organization, Roles.Administrator);
        _as = _service.As(_first);
    }

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory, Rule("R137")]
    [InlineData("closed")]
    [InlineData("of another role")]
    [InlineData("handed over")]
    [InlineData("left")]
    public async Task Who_was_an_administrator_within_seven_days_is_still_asked(string how)
    {
        await TakeAwayAsync(how);
        var path = await WaitsAsync("auditor");
        _time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await WaitsAsync("another");
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("EXPIRED", (await _as.ReadAsync(path)).TextOf("state"));
        var alone = (await _as.PostAsync("/api/v1/accounts", Auditor("alone"))).Is(HttpStatusCode.Created);
        Assert.True(alone["account.active"].GetValue<bool>());
    }

    [Fact, Rule("R137")]
    public async Task It_goes_for_a_machine_s_high_right_and_for_second_factors_too()
    {
        var person = await PersonAsync("person", s_un, Roles.Analyst);
        await InStoreAsync(db => db.Add(Passkey.Register(IdOf(person), "key", new UserPasskeyInfo([1], [2], _time.GetUtcNow(), 0, [], true, false, false, [], []), Now, Now)));
        await TakeAwayAsync("closed");
        (await _as.PostAsync($"/api/v1/{person.Subject}:removeFactors", new { reason = "Telephone lost." })).Is(HttpStatusCode.Accepted);
        var machine = new { displayName = "Watch", organization = s_un, roles = new[] { Roles.Auditor }, scopes = new[] { "identity.me.read" }, clearance = "CONFIDENTIAL", expireTime = Now.AddDays(30) };
        Assert.NotNull((await _as.PostAsync("/api/v1/clients", machine)).Is(HttpStatusCode.Created).Find("approval"));
    }

    [Fact, Rule("R137")]
    public async Task Where_there_has_been_no_other_for_seven_days_a_lost_factor_is_removed_at_once()
    {
        var person = await PersonAsync("person", s_un, Roles.Analyst);
        await InStoreAsync(db => db.Add(Passkey.Register(IdOf(person), "key", new UserPasskeyInfo([1], [2], _time.GetUtcNow(), 0, [], true, false, false, [], []), Now, Now)));
        await TakeAwayAsync("closed");
        _time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, (await _as.PostAsync($"/api/v1/{person.Subject}:removeFactors", new { reason = "Telephone lost." })).Is(HttpStatusCode.OK)["removed"].GetValue<int>());
        (await _as.PostAsync($"/api/v1/{person.Subject}:removeFactors", new { reason = "Again." })).IsProblem(HttpStatusCode.Conflict, "NO_FACTOR");
    }

    [Fact, Rule("R137")]
    public async Task A_new_password_for_who_has_a_high_right_takes_a_second_administrator_and_is_shown_to_the_proposer_once()
    {
        var auditor = await PersonAsync("auditor", s_un, Roles.Auditor);
        var (path, before) = ($"/api/v1/{auditor.Subject}", (await _as.ReadAsync($"/api/v1/{auditor.Subject}")).ETag);
        var asked = (await _as.PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.Accepted);
        Assert.Equal(("accounts.resetPassword", "auditor"), (asked.TextOf("act"), asked.TextOf("content.displayName")));
        (await _as.PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.Accepted);
        Assert.Equal(before, (await _as.ReadAsync(path)).ETag);
        (await _as.PostAsync($"{asked.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        var agreed = (await _service.As(_other).PostAsync($"{asked.Location}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("assword\":", agreed.Text, StringComparison.Ordinal);
        (await _service.As(_other).PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.Accepted);
        Assert.Equal(23, (await _as.PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.OK).TextOf("oneTimePassword").Length);
        (await _as.PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.Accepted);
    }

    [Fact, Rule("R137")]
    public async Task Neither_of_two_administrators_takes_the_other_s_account_to_agree_with_oneself()
    {
        var asked = (await _as.PostAsync($"/api/v1/{_other.Subject}:resetPassword", new { })).Is(HttpStatusCode.Accepted);
        (await _as.PostAsync($"{asked.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _as.PostAsync($"/api/v1/{_first.Subject}:resetPassword", new { })).Is(HttpStatusCode.Accepted);
        var analyst = await PersonAsync("analyst", s_un, Roles.Analyst);
        (await _as.PostAsync($"/api/v1/{analyst.Subject}:resetPassword", new { })).Is(HttpStatusCode.OK);
        (await _as.PostAsync($"/api/v1/accounts/{Guid.NewGuid()}:resetPassword", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R137")]
    public async Task A_password_is_agreed_on_for_the_account_as_it_was_and_for_seven_days()
    {
        var auditor = await PersonAsync("auditor", s_un, Roles.Auditor);
        var path = $"/api/v1/{auditor.Subject}";
        var (agreed, overtaken) = (await AskAsync(), await AskAsync());
        (await _service.As(_other).PostAsync($"{agreed}:approve", body: null)).Is(HttpStatusCode.OK);
        (await _as.PatchAsync(path, new { displayName = "Another" }, (await _as.ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
        (await _service.As(_other).PostAsync($"{overtaken}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
        var late = await AskAsync();
        (await _service.As(_other).PostAsync($"{late}:approve", body: null)).Is(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromDays(7));
        await AskAsync();
        await TakeAwayAsync("closed");
        await AskAsync();
        _time.Advance(TimeSpan.FromDays(7));
        (await _as.PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.OK); // nobody else is left

        async Task<string> AskAsync() => (await _as.PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.Accepted).Location!.ToString();
    }

    [Theory, Rule("R137")]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Auditor)]
    public async Task Whoever_takes_a_high_right_away_does_not_get_that_account_alone_for_seven_days(string role)
    {
        var holder = role == Roles.Administrator ? _other : await PersonAsync("holder", _organization, role);
        var path = $"/api/v1/{holder.Subject}";
        (await _as.PatchAsync(path, new { roles = new[] { Roles.Analyst } }, (await _as.ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
        (await _as.PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.Accepted);
        _time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await _as.PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.Accepted);
        _time.Advance(TimeSpan.FromMinutes(1));
        (await _as.PostAsync($"{path}:resetPassword", new { })).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R137")]
    public async Task Whoever_is_one_for_a_while_does_not_leave_the_platform_without_an_administrator_for_good()
    {
        var (stand, second, successor) = (await PersonAsync("stand", s_un, Roles.Analyst), await PersonAsync("second", s_un, Roles.Analyst), await PersonAsync("successor", s_un, Roles.Analyst));
        await InStoreAsync(db =>
        {
            foreach (var person in (TestCaller[])[stand, second])
            {
                db.Add(Grant.Give(db.Accounts.Find(IdOf(person))!, new GiveGrant(Roles.Administrator, null, "vacancy", Now.AddDays(1)), _first.Subject, null, Now));
            }

            db.Accounts.Find(IdOf(_first))!.SetPassword("none", temporary: false);
        });
        await TakeAwayAsync("closed");
        var (path, by) = ($"/api/v1/{_first.Subject}", _service.As(stand with { Roles = [Roles.Administrator] }));
        var etag = (await _as.ReadAsync(path)).ETag;
        (await by.PatchAsync(path, new { active = false }, etag)).IsProblem(HttpStatusCode.Conflict, "LAST_ADMINISTRATOR");
        (await by.PatchAsync(path, new { roles = new[] { Roles.Analyst } }, etag)).IsProblem(HttpStatusCode.Conflict, "LAST_ADMINISTRATOR");
        (await by.PostAsync($"{path}:handOver", new { successor = successor.Subject, reason = "Rotation", close = true })).IsProblem(HttpStatusCode.Conflict, "LAST_ADMINISTRATOR");
        var raise = (await by.PatchAsync(path, new { roles = new[] { Roles.Auditor } }, etag)).Is(HttpStatusCode.Accepted).Location;
        (await _service.As(second with { Roles = [Roles.Administrator] }).PostAsync($"{raise}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "LAST_ADMINISTRATOR");
        Assert.Equal(etag, (await _as.ReadAsync(path)).ETag);
        (await by.PostAsync($"{path}:handOver", new { successor = successor.Subject, reason = "Rotation" })).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R137")]
    public async Task Who_has_lost_the_factors_is_not_the_second_one_to_agree_to_their_removal_nor_to_propose_it()
    {
        await InStoreAsync(db => db.Add(Passkey.Register(IdOf(_other), "key", new UserPasskeyInfo([1], [2], _time.GetUtcNow(), 0, [], true, false, false, [], []), Now, Now)));
        (await _service.As(_other).PostAsync($"/api/v1/{_other.Subject}:removeFactors", new { reason = "Telephone lost." })).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        var third = await PersonAsync("third", s_un, Roles.Administrator);
        var asked = (await _as.PostAsync($"/api/v1/{_other.Subject}:removeFactors", new { reason = "Telephone lost." })).Is(HttpStatusCode.Accepted);
        (await _service.As(_other).PostAsync($"{asked.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        (await _service.As(third).PostAsync($"{asked.Location}:approve", body: null)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R137")]
    public async Task Of_two_administrators_one_removes_the_other_s_lost_factors_and_still_does_not_get_the_password()
    {
        await InStoreAsync(db => db.Add(Passkey.Register(IdOf(_other), "key", new UserPasskeyInfo([1], [2], _time.GetUtcNow(), 0, [], true, false, false, [], []), Now, Now)));
        (await _as.PostAsync($"/api/v1/{_other.Subject}:removeFactors", new { reason = "Telephone lost." })).Is(HttpStatusCode.OK);
        (await _as.PostAsync($"/api/v1/{_other.Subject}:resetPassword", new { })).Is(HttpStatusCode.Accepted);
    }

    [Theory, Rule("R137")]
    [InlineData(1)]
    [InlineData(30)]
    public async Task What_was_proposed_by_a_right_for_a_while_is_agreed_to_no_longer_than_that_and_never_after_seven_days(int days)
    {
        var (until, expire) = (Now.AddDays(days), Now.AddDays(Math.Min(days, 7)));
        var asked = (await _service.As(_first with { RightsUntil = until }).PostAsync("/api/v1/accounts", Auditor("auditor"))).Is(HttpStatusCode.Created);
        var path = $"/api/v1/{asked.TextOf("approval")}";
        Assert.InRange((await _as.ReadAsync(path))["expireTime"].GetValue<DateTime>(), expire.AddSeconds(-1), expire);
        _time.Advance(TimeSpan.FromDays(Math.Min(days, 7)));
        Assert.Equal("EXPIRED", (await _as.ReadAsync(path)).TextOf("state"));
        (await _service.As(_other).PostAsync($"{path}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_EXPIRED");
    }

    [Fact]
    public async Task Who_is_an_administrator_no_more_finds_nothing_of_what_he_proposed()
    {
        var waits = await WaitsAsync("auditor");
        (await _as.ReadAsync(waits)).Is(HttpStatusCode.OK);
        (await _service.As(_first with { Roles = [Roles.Analyst] }).ReadAsync(waits)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public void An_account_keeps_when_it_stopped_being_an_administrator_until_it_is_one_again()
    {
        var account = Account.Open(AccountId.New(), "a@un.example", "A", s_un, [Roles.Administrator], Classification.Confidential, Now);
        Assert.Null(account.AdministratorUntilTime);
        Assert.True(account.HadHighRights(Now));
        account.Close(Now);
        Assert.Equal((Now, Now), (account.AdministratorUntilTime, account.HighRightsUntilTime));
        Assert.Equal((true, false), (account.HadHighRights(Now.AddSeconds(-1)), account.HadHighRights(Now)));
        account.Edit(new AccountEdit("A", [Roles.Analyst], Classification.Confidential, true), Platform.Security.Caller.Nobody, Now.AddDays(1));
        Assert.Equal(Now, account.AdministratorUntilTime);
        account.Edit(new AccountEdit("A", [Roles.Administrator], Classification.Confidential, true), Platform.Security.Caller.Nobody, Now.AddDays(2));
        Assert.Null(account.AdministratorUntilTime);
    }

    private async Task TakeAwayAsync(string how)
    {
        var path = $"/api/v1/{_other.Subject}";
        var etag = (await _as.ReadAsync(path)).ETag;
        if (how == "left")
        {
            await _service.HearAsync(new OrganizationLeft(_organization, "Left", 2, DateTime.UtcNow));
        }
        else if (how == "handed over")
        {
            var successor = await PersonAsync("successor", _organization, Roles.Analyst);
            (await _as.PostAsync($"{path}:handOver", new { successor = successor.Subject, reason = "Rotation", close = true })).Is(HttpStatusCode.OK);
        }
        else
        {
            (await _as.PatchAsync(path, how == "closed" ? new { active = false } : new { roles = new[] { Roles.Analyst } }, etag)).Is(HttpStatusCode.OK);
        }
    }

    private async Task<string> WaitsAsync(string name)
    {
        var opened = (await _as.PostAsync("/api/v1/accounts", Auditor(name))).Is(HttpStatusCode.Created);
        Assert.False(opened["account.active"].GetValue<bool>());
        return $"/api/v1/{opened.TextOf("approval")}";
    }

    private static object Auditor(string name) => new { email = $"{name}@un.example", displayName = name, organization = s_un, roles = new[] { Roles.Auditor }, clearance = "CONFIDENTIAL" };

    private static AccountId IdOf(TestCaller person) => Platform.Persistence.ResourceName.TryParse<AccountId>(person.Subject, out var id) ? id : default;

    private async Task<TestCaller> PersonAsync(string name, string organization, string role)
    {
        var account = Account.Open(AccountId.New(), $"{name}@un.example", name, organization, [role], Classification.Confidential, Now);
        account.SetPassword("none", temporary: true);
        await InStoreAsync(db => db.Add(account));
        return new TestCaller(account.Id.ToString(), name, organization, [role]);
    }

    private async Task InStoreAsync(Action<IdentityDb> change)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        change(db);
        await db.SaveChangesAsync();
    }
}
