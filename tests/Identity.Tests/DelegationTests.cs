using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Concord.Identity.Tests.CodeFlow;

namespace Concord.Identity.Tests;

/// <summary>A colleague who acts for somebody who is away: who names him, what his tokens say, and what ends it. The clock stands still and is moved by hand.</summary>
public sealed class DelegationTests : IAsyncLifetime
{
    private const string Password = "a long password of theirs";
    private const string Own = "/api/v1/me/delegations";
    private readonly string _organization = $"organizations/{Guid.NewGuid()}";
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TestService _service = null!;
    private HttpClient _client = null!;
    private HttpClient _administrator = null!;
    private TestCaller _absent = null!;
    private TestCaller _colleague = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
            b.Services.AddSingleton<TimeProvider>(_time);
        }, _directory);
        await _service.HearAsync(new OrganizationRegistered(_organization, "Lake Forum", "LF", "LocalNgo", 1, DateTime.UtcNow));
        _client = new HttpClient { BaseAddress = new Uri(_service.HttpAddress) };
        _administrator = _service.As(await PersonAsync("administrator", WellKnown.Organization("UN"), Classification.Confidential, Roles.Administrator));
        _absent = await PersonAsync("absent", _organization, Classification.Unclassified, Roles.MediationSupport, Roles.Administrator);
        _colleague = await PersonAsync("colleague", _organization, Classification.Confidential, Roles.Analyst);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
    }

    [Fact, Rule("R137")]
    public async Task The_delegate_chooses_to_act_with_the_lower_clearance_without_high_rights_and_stops_at_any_time()
    {
        var named = (await _service.As(_absent).PostAsync(Own, Wish(email: "Colleague@lake.example"))).Is(HttpStatusCode.Created);
        Assert.Equal(("absent", "colleague", true), (named.TextOf("person.displayName"), named.TextOf("delegate.displayName"), named["current"].GetValue<bool>()));
        var held = await SignInAsync();
        Assert.Equal(("analyst", null), (RolesIn(held), (string?)Payload(held.Access)["act_for"]));

        var inSession = _service.As(_colleague with { Session = (string)Payload(held.Access)["sid"]! });
        var acting = (await inSession.PostAsync($"{Own}/{IdIn(named)}:act", new { })).Is(HttpStatusCode.OK);
        Assert.Equal((_absent.Subject, "absent"), (acting.TextOf("actsFor.name"), acting.TextOf("actsFor.displayName")));
        await ConcernsAsync(_absent.Subject, $"delegations/{IdIn(named)}");
        Assert.Equal(1, await BelowAsync(held)); // the token of before is good no more
        Assert.Equal(0, Payload(held.Access)["sid_epoch"]!.GetValue<long>());

        held = await RefreshAsync(held);
        var token = Payload(held.Access);
        Assert.Equal(("mediation-support", "Unclassified"), (RolesIn(held), (string?)token["clearance"]));
        Assert.Equal((_colleague.Subject, "colleague", _absent.Subject, "absent"), ((string?)token["sub"], (string?)token["name"], (string?)token["act_for"], (string?)token["act_for_name"]));
        Assert.Equal(1, token["sid_epoch"]!.GetValue<long>());
        Assert.Equal(await EpochAsync(_absent), token["act_for_epoch"]!.GetValue<long>());
        var me = (await _service.As(_colleague with { Session = (string)token["sid"]!, ActsFor = _absent.Subject }).ReadAsync("/api/v1/me")).Is(HttpStatusCode.OK);
        Assert.Equal((_absent.Subject, named.TextOf("name"), "UNCLASSIFIED"), (me.TextOf("actsFor.name"), me.TextOf("actsFor.delegation"), me.TextOf("stepUp.clearance")));
        Assert.Equal("analyst", RolesIn(await SignInAsync())); // another session goes on in the own name

        (await inSession.PostAsync($"{Own}:stop", new { }, key: "stop")).Is(HttpStatusCode.OK);
        await ConcernsAsync(_absent.Subject, $"delegations/{IdIn(named)}");
        Assert.Equal(2, await BelowAsync(held));
        Assert.Equal(("analyst", null), (RolesIn(await RefreshAsync(held)), (string?)Payload((await RefreshAsync(held)).Access)["act_for"]));
    }

    [Fact, Rule("R137")]
    public async Task No_token_outlives_the_delegation_and_the_next_one_is_without_it()
    {
        var named = (await _service.As(_absent).PostAsync(Own, Wish(fromHours: 1, hours: 2))).Is(HttpStatusCode.Created);
        var held = await SignInAsync();
        var inSession = _service.As(_colleague with { Session = (string)Payload(held.Access)["sid"]! });
        (await inSession.PostAsync($"{Own}/{IdIn(named)}:act", new { })).IsProblem(HttpStatusCode.Conflict, "DELEGATION_NOT_CURRENT");
        var end = _time.GetUtcNow().AddHours(2);
        _time.Advance(TimeSpan.FromMinutes(30));
        held = await RefreshAsync(held); // a session that is not used for an hour ends
        _time.Advance(TimeSpan.FromMinutes(30));
        (await inSession.PostAsync($"{Own}/{IdIn(named)}:act", new { }, key: "later")).Is(HttpStatusCode.OK);
        held = await RefreshAsync(held);
        _time.Advance(TimeSpan.FromMinutes(50));
        held = await RefreshAsync(held);
        Assert.Equal("mediation-support", RolesIn(held));
        Assert.InRange(Payload(held.Access)["exp"]!.GetValue<long>(), end.ToUnixTimeSeconds() - 31, end.ToUnixTimeSeconds() - 30); // services take a token for 30 s after its end
        _time.Advance(end - TimeSpan.FromSeconds(30) - _time.GetUtcNow());
        Assert.Equal("analyst", RolesIn(await RefreshAsync(held)));
        _time.Advance(TimeSpan.FromSeconds(30));
        (await inSession.PostAsync($"{Own}/{IdIn(named)}:withdraw", new { }, key: "late")).IsProblem(HttpStatusCode.Conflict, "DELEGATION_ENDED");
    }

    [Theory, Rule("R137")]
    [InlineData("by the person")]
    [InlineData("by the delegate")]
    [InlineData("by an administrator")]
    [InlineData("the absent account is closed")]
    [InlineData("the delegate is handed over")]
    [InlineData("the organization has left")]
    public async Task It_ends_at_once(string how)
    {
        var named = (await _service.As(_absent).PostAsync(Own, Wish())).Is(HttpStatusCode.Created);
        var held = await SignInAsync();
        (await _service.As(_colleague with { Session = (string)Payload(held.Access)["sid"]! }).PostAsync($"{Own}/{IdIn(named)}:act", new { })).Is(HttpStatusCode.OK);
        Assert.Equal("mediation-support", RolesIn(await RefreshAsync(held)));
        var before = await EpochAsync(_colleague);
        switch (how)
        {
            case "by the person":
                (await _service.As(_absent).PostAsync($"{Own}/{IdIn(named)}:withdraw", new { })).Is(HttpStatusCode.OK);
                break;
            case "by the delegate":
                (await _service.As(_colleague).PostAsync($"{Own}/{IdIn(named)}:withdraw", new { reason = "ill as well" })).Is(HttpStatusCode.OK);
                break;
            case "by an administrator":
                Assert.Equal("left", (await _administrator.PostAsync($"/api/v1/{named.TextOf("name")}:withdraw", new { reason = "left" })).Is(HttpStatusCode.OK).TextOf("endReason"));
                break;
            case "the absent account is closed":
                (await _administrator.PatchAsync($"/api/v1/{_absent.Subject}", new { active = false }, (await _administrator.ReadAsync($"/api/v1/{_absent.Subject}")).ETag)).Is(HttpStatusCode.OK);
                break;
            case "the delegate is handed over":
                (await _administrator.PostAsync($"/api/v1/{_colleague.Subject}:handOver", new { successor = _absent.Subject, reason = "rotates" })).Is(HttpStatusCode.OK);
                break;
            default:
                await _service.HearAsync(new OrganizationLeft(_organization, "Left", 2, _time.GetUtcNow().UtcDateTime));
                break;
        }

        var told = (await _administrator.ReadAllAsync($"/api/v1/{_absent.Subject}/delegations")).Single();
        Assert.NotNull(told["endTime"]);
        Assert.False(told["current"]!.GetValue<bool>());
        Assert.True(await EpochAsync(_colleague) > before); // and with it every token by which somebody acts
        if (how != "the organization has left")
        {
            Assert.Equal("analyst", RolesIn(await RefreshAsync(held)));
        }
    }

    [Fact, Rule("R137")]
    public async Task An_administrator_names_a_delegate_for_another_and_never_himself()
    {
        var delegations = $"/api/v1/{_absent.Subject}/delegations";
        var named = (await _administrator.PostAsync(delegations, Wish())).Is(HttpStatusCode.Created);
        Assert.NotEqual(_absent.Subject, named.TextOf("namedBy"));
        var again = (await _administrator.PostAsync(delegations, Wish(), key: "again")).IsProblem(HttpStatusCode.Conflict, "ALREADY_DELEGATED");
        Assert.Equal(named.TextOf("name"), again.TextOf("metadata.delegation"));
        var keeper = await PersonAsync("keeper", _organization, Classification.Confidential, Roles.Administrator);
        (await _service.As(keeper).PostAsync(delegations, Wish(keeper))).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        (await _service.As(keeper).PostAsync(Own, Wish())).IsProblem(HttpStatusCode.Conflict, "NOTHING_TO_DELEGATE");
        (await _service.As(_colleague).PostAsync(delegations, Wish())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _administrator.PostAsync($"/api/v1/{_colleague.Subject}/delegations/{IdIn(named)}:withdraw", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _administrator.ReadAsync($"/api/v1/accounts/{Guid.NewGuid()}/delegations")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R137")]
    public async Task Only_who_is_concerned_knows_of_it_and_only_the_delegate_acts_by_it()
    {
        var stranger = await PersonAsync("stranger", _organization, Classification.Confidential, Roles.Analyst);
        var named = (await _service.As(_absent).PostAsync(Own, Wish())).Is(HttpStatusCode.Created);
        foreach (var verb in (string[])["act", "withdraw"])
        {
            (await _service.As(stranger).PostAsync($"{Own}/{IdIn(named)}:{verb}", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await _service.As(_absent).PostAsync($"{Own}/{IdIn(named)}:act", new { })).IsProblem(HttpStatusCode.Conflict, "DELEGATION_NOT_CURRENT");
        (await _service.As(_colleague).PostAsync($"{Own}/{IdIn(named)}:act", new { })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // a token that comes from no session
        Assert.Empty(await _service.As(stranger).ReadAllAsync(Own));
        Assert.Single(await _service.As(_colleague).ReadAllAsync(Own));
        var unasked = (await _service.As(TestCaller.Machine(_organization, Roles.Analyst)).ReadAsync(Own)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.Equal("The token does not ask for the scope identity.delegations.own.", unasked.TextOf("detail"));
        (await _service.As(TestCaller.Machine(_organization, Roles.Analyst, "identity.delegations.own")).ReadAsync(Own)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(_absent with { ActsFor = stranger.Subject }).PostAsync(Own, Wish())).IsProblem(HttpStatusCode.Conflict, "ACTS_FOR_ANOTHER");
    }

    [Fact, Rule("R137")]
    public async Task Only_an_active_colleague_of_the_same_organization_is_named()
    {
        var other = await PersonAsync("other", WellKnown.Organization("UN"), Classification.Confidential, Roles.Analyst);
        (await _administrator.PatchAsync($"/api/v1/{_colleague.Subject}", new { active = false }, (await _administrator.ReadAsync($"/api/v1/{_colleague.Subject}")).ETag)).Is(HttpStatusCode.OK);
        foreach (var nobody in (object[])[Wish(other), Wish(_absent), Wish(_colleague), Wish(_colleague with { Subject = $"accounts/{Guid.NewGuid()}" }), Wish(email: "nobody@lake.example")])
        {
            (await _service.As(_absent).PostAsync(Own, nobody)).IsProblem(HttpStatusCode.UnprocessableEntity, "NOT_A_COLLEAGUE");
        }
    }

    private object Wish(TestCaller? colleague = null, string? email = null, int fromHours = 0, int hours = 24) => new
    {
        @delegate = email is null ? (colleague ?? _colleague).Subject : null,
        email,
        reason = "on leave",
        fromTime = fromHours == 0 ? (DateTimeOffset?)null : _time.GetUtcNow().AddHours(fromHours),
        untilTime = _time.GetUtcNow().AddHours(hours),
    };

    private static string IdIn(ApiAnswer named) => named.TextOf("name").Split('/')[3];

    private async Task<TestCaller> PersonAsync(string name, string organization, Classification clearance, params string[] roles)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var account = db.Add(Account.Open(AccountId.New(), $"{name}@lake.example", name, organization, roles, clearance, _time.GetUtcNow().UtcDateTime)).Entity;
        account.SetPassword(scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password), temporary: false);
        await db.SaveChangesAsync();
        return new TestCaller(account.Id.ToString(), name, organization, roles, clearance);
    }

    private async Task<long> EpochAsync(TestCaller person)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IdentityDb>().Accounts.FindAsync(new AccountId(Guid.Parse(person.Subject.Split('/')[1]))))!.AccessEpoch;
    }

    // The newest entry: whoever was away finds it.
    private async Task ConcernsAsync(params string[] resources)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var entry = await scope.ServiceProvider.GetRequiredService<IdentityDb>().AuditEntries.Include(e => e.Touches).OrderByDescending(e => e.Sequence).FirstAsync();
        Assert.Equal(("identity.delegations.own", _colleague.Subject), (entry.Action, entry.Actor));
        Assert.Superset(resources.ToHashSet(), entry.Touches.Select(t => t.Resource).ToHashSet());
    }

    // As every service hears it of the session that a token came from.
    private async Task<long> BelowAsync((string Access, string Refresh) held)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var session = AccessNews.OfSession((string)Payload(held.Access)["sid"]!);
        return await scope.ServiceProvider.GetRequiredService<IdentityDb>().Revocations.Where(r => r.Subject == session).MaxAsync(r => r.Below);
    }

    private async Task<(string Access, string Refresh)> SignInAsync()
    {
        using var browser = new Browser(_service.HttpAddress);
        return Held(await TokenAsync(_client, Exchange(await CodeAsync(browser, "colleague@lake.example", Password))));
    }

    private async Task<(string Access, string Refresh)> RefreshAsync((string Access, string Refresh) held) => Held(await TokenAsync(_client, Refresh(held.Refresh)));

    private static (string Access, string Refresh) Held((HttpStatusCode Status, System.Text.Json.Nodes.JsonNode Body) answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToJsonString());
        return ((string)answer.Body["access_token"]!, (string)answer.Body["refresh_token"]!);
    }

    private static string RolesIn((string Access, string Refresh) held) =>
        Payload(held.Access)["role"] is System.Text.Json.Nodes.JsonArray roles ? string.Join(' ', roles) : Payload(held.Access)["role"]!.GetValue<string>();
}
