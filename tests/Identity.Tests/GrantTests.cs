using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Compartments;
using Concord.Identity.Persistence;
using Concord.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>Roles and clearances until a day: who gives them, what a token says of them, and what ends them. The clock stands still and is moved by hand.</summary>
public sealed class GrantTests : IAsyncLifetime
{
    private const string Password = "a long password of theirs";
    private static readonly string s_un = WellKnown.Organization("UN");
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TestService _service = null!;
    private TestCaller _administrator = null!;
    private TestCaller _officer = null!;
    private HttpClient _as = null!;
    private HttpClient _client = null!;

    private string Grants => $"/api/v1/{_officer.Subject}/grants";

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
            b.Services.AddSingleton<TimeProvider>(_time);
        }, _directory);
        _administrator = await PersonAsync("administrator", Roles.Administrator);
        _officer = await PersonAsync("officer", Roles.Analyst);
        (_as, _client) = (_service.As(_administrator), new HttpClient { BaseAddress = new Uri(_service.HttpAddress) });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
    }

    [Fact, Rule("R137")]
    public async Task A_role_counts_with_the_next_token_and_no_token_outlives_it()
    {
        var held = await SignInAsync();
        Assert.Equal(["analyst"], RolesIn(held));
        var made = (await _as.PostAsync(Grants, Wish(Roles.Monitor, hours: 1))).Is(HttpStatusCode.Created);
        Assert.Equal((_administrator.Subject, "needed there", true), (made.TextOf("givenBy"), made.TextOf("reason"), made["current"].GetValue<bool>()));
        Assert.True(await EpochAsync() > Payload(held.Access)["epoch"]!.GetValue<long>()); // the token of before is good no more

        var end = _time.GetUtcNow().AddHours(1);
        held = await RefreshAsync(held);
        Assert.Equal(["analyst", "monitor"], RolesIn(held));
        Assert.Equal(end.ToUnixTimeSeconds(), Payload(held.Access)["rights_until"]!.GetValue<long>());
        Assert.Equal(900, Lifetime(held));
        _time.Advance(TimeSpan.FromMinutes(50));
        held = await RefreshAsync(held);
        Assert.Equal(["analyst", "monitor"], RolesIn(held));
        Assert.InRange(Payload(held.Access)["exp"]!.GetValue<long>(), end.ToUnixTimeSeconds() - 31, end.ToUnixTimeSeconds() - 30); // services take a token for 30 s after its end

        _time.Advance(end - TimeSpan.FromSeconds(30) - _time.GetUtcNow());
        held = await RefreshAsync(held);
        Assert.Equal(["analyst"], RolesIn(held));
        Assert.Null(Payload(held.Access)["rights_until"]);
        Assert.Equal(900, Lifetime(held));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.False((await _as.ReadAsync($"/api/v1/{made.TextOf("name")}")).Is(HttpStatusCode.OK)["current"].GetValue<bool>());
        (await _as.PostAsync($"/api/v1/{made.TextOf("name")}:revoke", new { reason = "late" })).IsProblem(HttpStatusCode.Conflict, "GRANT_ENDED");
    }

    [Fact, Rule("R137")]
    public async Task What_is_revoked_is_in_the_next_token_no_more_and_the_list_tells_both()
    {
        var held = await SignInAsync();
        var kept = (await _as.PostAsync(Grants, Wish(Roles.Monitor))).Is(HttpStatusCode.Created);
        var gone = (await _as.PostAsync(Grants, Wish(Roles.HeadOfMission))).Is(HttpStatusCode.Created);
        var before = await EpochAsync();
        (await _as.PostAsync($"/api/v1/{gone.TextOf("name")}:revoke", new { reason = " " })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var revoked = (await _as.PostAsync($"/api/v1/{gone.TextOf("name")}:revoke", new { reason = "came back" })).Is(HttpStatusCode.OK);
        Assert.Equal((_administrator.Subject, "came back", false), (revoked.TextOf("endedBy"), revoked.TextOf("endReason"), revoked["current"].GetValue<bool>()));
        Assert.Equal(before + 1, await EpochAsync());
        Assert.Equal(["analyst", "monitor"], RolesIn(await RefreshAsync(held)));
        Assert.Equal(2, (await _as.ReadAllAsync(Grants)).Count);
        Assert.Equal(kept.TextOf("name"), (await _as.ReadAllAsync($"{Grants}?current=true")).Single()["name"]!.GetValue<string>());
        Assert.Equal(gone.TextOf("name"), (await _as.ReadAllAsync($"{Grants}?current=false")).Single()["name"]!.GetValue<string>());

        var me = (await _service.As(_officer).ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        Assert.Equal((1, "monitor"), (me["grants"].AsArray().Count, me.TextOf("grants.0.role")));
        (await _service.As(_officer).ReadAsync(Grants)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(_officer).PostAsync(Grants, Wish(Roles.Monitor))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var elsewhere = $"/api/v1/{_administrator.Subject}/grants/{kept.TextOf("name").Split('/')[3]}";
        (await _as.ReadAsync(elsewhere)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _as.ReadAsync($"/api/v1/accounts/{Guid.NewGuid()}/grants")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Theory, Rule("R137")]
    [InlineData("""{"reason":"x","untilTime":"2000-01-01T00:00:00Z"}""", "role untilTime")]
    [InlineData("""{"role":"emperor"}""", "reason role untilTime")]
    [InlineData("""{"role":"analyst","reason":"x"}""", "role untilTime")]
    [InlineData("""{"role":"service","clearance":"CONFIDENTIAL","reason":"x","untilTime":"2999-01-01T00:00:00Z"}""", "clearance role untilTime")]
    public async Task What_could_not_be_granted_is_refused_by_the_field(string body, string fields)
    {
        var wrong = (await _as.PostAsync(Grants, System.Text.Json.Nodes.JsonNode.Parse(body)!)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(fields, string.Join(' ', wrong["errors"].AsObject().Select(e => e.Key).Order(StringComparer.Ordinal)));
    }

    [Theory, Rule("R137")]
    [InlineData(Roles.Administrator, null)]
    [InlineData(Roles.Auditor, null)]
    [InlineData(Roles.AppointingAuthority, null)]
    [InlineData(null, "STRICTLY_CONFIDENTIAL")]
    public async Task A_high_right_waits_for_a_second_administrator(string? role, string? clearance)
    {
        (await _as.PostAsync(Grants, Wish(role, clearance))).Is(HttpStatusCode.Created); // nobody else to ask
        var second = await PersonAsync("second", Roles.Administrator);
        var third = await PersonAsync("third", Roles.Analyst);
        var waits = (await _as.PostAsync($"/api/v1/{third.Subject}/grants", Wish(role, clearance))).Is(HttpStatusCode.Accepted);
        Assert.Equal(("accounts.grant", "third", "needed there"), (waits.TextOf("act"), waits.TextOf("content.displayName"), waits.TextOf("reason")));
        Assert.Empty(await _as.ReadAllAsync($"/api/v1/{third.Subject}/grants"));
        var act = waits.Location!.ToString();
        (await _as.PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _service.As(second).PostAsync($"{act}:approve", body: null)).Is(HttpStatusCode.OK);
        var given = (await _as.ReadAllAsync($"/api/v1/{third.Subject}/grants")).Single();
        Assert.Equal((_administrator.Subject, second.Subject), (given["givenBy"]!.GetValue<string>(), given["approvedBy"]!.GetValue<string>()));
        (await _as.PostAsync($"/api/v1/{third.Subject}:resetPassword", new { })).Is(HttpStatusCode.Accepted); // whoever sees it could be that person
    }

    [Fact, Rule("R137")]
    public async Task Who_is_an_administrator_for_a_while_is_asked_and_still_is_for_seven_days_after()
    {
        var given = (await _as.PostAsync(Grants, Wish(Roles.Administrator))).Is(HttpStatusCode.Created);
        var other = await PersonAsync("other", Roles.Analyst);
        (await _as.PostAsync($"/api/v1/{other.Subject}/grants", Wish(Roles.Auditor))).Is(HttpStatusCode.Accepted);
        (await _as.PostAsync($"/api/v1/{given.TextOf("name")}:revoke", new { reason = "in the way" })).Is(HttpStatusCode.OK);
        (await _as.PostAsync($"/api/v1/{other.Subject}/grants", Wish(Roles.Auditor))).Is(HttpStatusCode.Accepted);
        _time.Advance(TimeSpan.FromDays(7));
        (await _as.PostAsync($"/api/v1/{other.Subject}/grants", Wish(Roles.Auditor))).Is(HttpStatusCode.Created);
    }

    [Theory, Rule("R137")]
    [InlineData("closed")]
    [InlineData("handed over")]
    [InlineData("left")]
    public async Task Whatever_the_work_ended_with_the_grants_end_too(string how)
    {
        var successor = await PersonAsync("successor", Roles.Analyst);
        await PersonAsync("second", Roles.Administrator);
        var given = (await _as.PostAsync(Grants, Wish(Roles.Monitor))).Is(HttpStatusCode.Created).TextOf("name");
        var waits = (await _as.PostAsync(Grants, Wish(Roles.Auditor))).Is(HttpStatusCode.Accepted).Location!.ToString();
        var etag = (await _as.ReadAsync($"/api/v1/{_officer.Subject}")).ETag;
        if (how == "closed")
        {
            (await _as.PatchAsync($"/api/v1/{_officer.Subject}", new { active = false }, etag)).Is(HttpStatusCode.OK);
        }
        else if (how == "handed over")
        {
            (await _as.PostAsync($"/api/v1/{_officer.Subject}:handOver", new { successor = successor.Subject, reason = "rotates" })).Is(HttpStatusCode.OK);
        }
        else
        {
            await _service.HearAsync(new OrganizationLeft(s_un, "Left", 2, _time.GetUtcNow().UtcDateTime));
        }

        Assert.NotNull((await _as.ReadAsync($"/api/v1/{given}")).Is(HttpStatusCode.OK).Find("endTime"));
        Assert.Equal("WITHDRAWN", (await _as.ReadAsync(waits)).TextOf("state"));
        if (how != "handed over")
        {
            (await _as.PostAsync(Grants, Wish(Roles.Monitor))).IsProblem(HttpStatusCode.Conflict, "ACCOUNT_INACTIVE");
        }
    }

    [Fact, Rule("R137")]
    public async Task Nobody_grants_to_himself_nor_to_whoever_acts_for_him_nor_raises_his_own_account()
    {
        (await _as.PostAsync($"/api/v1/{_administrator.Subject}/grants", Wish(Roles.MediationSupport))).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        var own = (await _as.ReadAsync($"/api/v1/{_administrator.Subject}")).ETag;
        (await _as.PatchAsync($"/api/v1/{_administrator.Subject}", new { roles = new[] { Roles.Administrator, Roles.MediationSupport } }, own)).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        (await _as.PatchAsync($"/api/v1/{_administrator.Subject}", new { clearance = "STRICTLY_CONFIDENTIAL" }, own)).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        var second = await PersonAsync("second", Roles.Administrator);
        (await _service.As(_officer).PostAsync("/api/v1/me/delegations", new { @delegate = second.Subject, reason = "away", untilTime = _time.GetUtcNow().AddDays(2) })).Is(HttpStatusCode.Created);
        (await _service.As(second).PostAsync(Grants, Wish(Roles.Monitor))).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        Assert.Empty(await _as.ReadAllAsync(Grants));
    }

    [Fact, Rule("R137")]
    public async Task The_same_is_granted_once_and_for_longer_again_and_of_two_in_one_moment_one_counts()
    {
        var first = (await _as.PostAsync(Grants, Wish(Roles.Monitor, hours: 2))).Is(HttpStatusCode.Created).TextOf("name");
        var again = (await _as.PostAsync(Grants, Wish(Roles.Monitor, hours: 2), key: "again")).IsProblem(HttpStatusCode.Conflict, "ALREADY_GRANTED");
        Assert.Equal(first, again.TextOf("metadata.grant"));
        (await _as.PostAsync(Grants, Wish(Roles.Monitor, hours: 3))).Is(HttpStatusCode.Created);
        (await _as.PostAsync(Grants, Wish(Roles.Monitor, "STRICTLY_CONFIDENTIAL", hours: 2))).Is(HttpStatusCode.Created);
        var (one, other) = (_service.As(_administrator), _service.As(_administrator));
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).PostAsync(Grants, Wish(Roles.HeadOfMission), key: $"at once {i}")));
        Assert.Single(both, a => a.Status == HttpStatusCode.Created);
        Assert.Single(await _as.ReadAllAsync(Grants), g => (string?)g["role"] == Roles.HeadOfMission);
    }

    [Fact, Rule("R137")]
    public async Task What_is_not_as_it_was_is_granted_no_more()
    {
        var second = await PersonAsync("second", Roles.Administrator);
        var waits = (await _as.PostAsync(Grants, Wish(Roles.Auditor, hours: 1))).Is(HttpStatusCode.Accepted).Location!.ToString();
        _time.Advance(TimeSpan.FromHours(1));
        (await _service.As(second).PostAsync($"{waits}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
    }

    [Fact, Rule("R137")]
    public async Task Who_is_cleared_for_a_while_is_named_no_longer_than_that_and_not_after_it_is_taken_away()
    {
        var founder = await PersonAsync("founder", Classification.StrictlyConfidential, Roles.AppointingAuthority);
        var process = $"processes/{Guid.NewGuid()}";
        await _service.HearAsync(new ProcessRestricted(process, founder.Subject, 1, _time.GetUtcNow().UtcDateTime));
        var members = $"/api/v1/{process.Replace("processes", "compartments", StringComparison.Ordinal)}/members";
        var given = (await _as.PostAsync(Grants, Wish(null, "STRICTLY_CONFIDENTIAL", hours: 48))).Is(HttpStatusCode.Created).TextOf("name");
        (await _service.As(founder).PostAsync(members, Place(days: 3))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(founder).PostAsync(members, Place(days: 1))).Is(HttpStatusCode.Created);

        var cleared = _officer with { Clearance = Classification.StrictlyConfidential, Roles = [Roles.MediationSupport] };
        Assert.Single(await _service.As(cleared).ReadAllAsync("/api/v1/me/compartments"));
        (await _as.PatchAsync($"/api/v1/{_officer.Subject}", new { displayName = "Another name" }, (await _as.ReadAsync($"/api/v1/{_officer.Subject}")).ETag)).Is(HttpStatusCode.OK);
        Assert.Single(await _service.As(cleared).ReadAllAsync("/api/v1/me/compartments"));
        (await _as.PostAsync($"/api/v1/{given}:revoke", new { reason = "done" })).Is(HttpStatusCode.OK);
        Assert.Empty(await _service.As(cleared).ReadAllAsync("/api/v1/me/compartments"));

        (await _as.PostAsync(Grants, new { clearance = "STRICTLY_CONFIDENTIAL", reason = "an hour", untilTime = _time.GetUtcNow().AddHours(1) })).Is(HttpStatusCode.Created);
        var entered = (await _service.As(cleared).PostAsync(members.Replace("/members", ":breakGlass", StringComparison.Ordinal), new { reason = "The envoy is at the airport", minutes = 240 })).Is(HttpStatusCode.Created);
        Assert.Equal(_time.GetUtcNow().AddHours(1).UtcDateTime, entered["untilTime"].GetValue<DateTime>(), TimeSpan.FromSeconds(1));

        object Place(int days) => new { account = _officer.Subject, keeper = false, function = "Adviser", reason = "needs to know", untilTime = _time.GetUtcNow().AddDays(days) };
    }

    [Fact, Rule("R137")]
    public void Who_was_cleared_for_a_while_keeps_a_compartment_no_longer()
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var (account, compartment) = (AccountId.New(), Compartment.Found(new CompartmentId(Guid.NewGuid()), now));
        compartment.Keep(account, now.AddHours(2), now);
        Assert.Equal(now.AddHours(2), compartment.Current(account, now)!.UntilTime);
    }

    private object Wish(string? role, string? clearance = null, int hours = 24) => new { role, clearance, reason = "needed there", untilTime = _time.GetUtcNow().AddHours(hours) };

    private Task<TestCaller> PersonAsync(string name, params string[] roles) => PersonAsync(name, Classification.Confidential, roles);

    private async Task<TestCaller> PersonAsync(string name, Classification clearance, params string[] roles)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var account = db.Add(Account.Open(AccountId.New(), $"{name}@un.example", name, s_un, roles, clearance, _time.GetUtcNow().UtcDateTime)).Entity;
        account.SetPassword(scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password), temporary: false);
        await db.SaveChangesAsync();
        return new TestCaller(account.Id.ToString(), name, s_un, roles, clearance);
    }

    private async Task<long> EpochAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        return (await db.Accounts.FindAsync(new AccountId(Guid.Parse(_officer.Subject.Split('/')[1]))))!.AccessEpoch;
    }

    private async Task<(string Access, string Refresh)> SignInAsync()
    {
        using var browser = new Browser(_service.HttpAddress);
        var (status, tokens) = await TokenAsync(_client, Exchange(await CodeAsync(browser, "officer@un.example", Password)));
        Assert.True(status == HttpStatusCode.OK, tokens.ToJsonString());
        return ((string)tokens["access_token"]!, (string)tokens["refresh_token"]!);
    }

    private async Task<(string Access, string Refresh)> RefreshAsync((string Access, string Refresh) held)
    {
        var (status, tokens) = await TokenAsync(_client, Refresh(held.Refresh));
        Assert.True(status == HttpStatusCode.OK, tokens.ToJsonString());
        return ((string)tokens["access_token"]!, (string)tokens["refresh_token"]!);
    }

    private static string[] RolesIn((string Access, string Refresh) held) =>
        Payload(held.Access)["role"] is System.Text.Json.Nodes.JsonArray roles ? [.. roles.Select(r => r!.GetValue<string>()).Order(StringComparer.Ordinal)] : [Payload(held.Access)["role"]!.GetValue<string>()];

    private static long Lifetime((string Access, string Refresh) held) => Payload(held.Access)["exp"]!.GetValue<long>() - Payload(held.Access)["iat"]!.GetValue<long>();
}
