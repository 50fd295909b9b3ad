using System.Net;
using System.Net.Http.Json;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Identity.Tests;

/// <summary>Who is named in the compartment of a process, by whom, with whose agreement and until when.</summary>
public sealed class CompartmentTests : IAsyncLifetime
{
    private static readonly string s_un = WellKnown.Organization("UN");
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly string _process = $"processes/{Guid.NewGuid()}";
    private TestService _service = null!;
    private TestCaller _founder = null!;

    private string Members => $"/api/v1/{_process.Replace("processes", "compartments", StringComparison.Ordinal)}/members";

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
            b.Services.AddSingleton<TimeProvider>(_time);
        }, _directory);
        _founder = await PersonAsync("founder");
        await _service.HearAsync(new ProcessRestricted(_process, _founder.Subject, 1, _time.GetUtcNow().UtcDateTime));
    }

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R137")]
    public async Task Who_puts_a_process_under_strictly_confidential_keeps_its_compartment()
    {
        var own = (await _service.As(_founder).ReadAsync("/api/v1/me/compartments")).Is(HttpStatusCode.OK);
        Assert.Equal((_process, true), (own.TextOf("items.0.process"), own["items.0.keeper"].GetValue<bool>()));
        await NamedAsync(_founder);
        Assert.Contains(_service.Sent, e => e.Type == CompartmentKept.Type && e.Data.Contains(_founder.Subject, StringComparison.Ordinal));
        await _service.HearAsync(new ProcessRestricted(_process, _founder.Subject, 2, DateTime.UtcNow));
        Assert.Single((await _service.As(_founder).ReadAsync(Members)).Is(HttpStatusCode.OK)["items"].AsArray());
        await Assert.ThrowsAsync<FormatException>(() => _service.HearAsync(new ProcessRestricted(_process, $"accounts/{Guid.NewGuid()}", 3, DateTime.UtcNow)));
        await Assert.ThrowsAsync<FormatException>(() => _service.HearAsync(new ProcessRestricted("processes/1", _founder.Subject, 3, DateTime.UtcNow)));
    }

    [Fact, Rule("R127")]
    public async Task For_whoever_is_not_named_there_is_no_compartment()
    {
        var outsider = await PersonAsync("outsider");
        var uncleared = _founder with { Clearance = Classification.Confidential };
        var nowhere = $"/api/v1/compartments/{Guid.NewGuid()}/members";
        foreach (var stranger in (TestCaller[])[outsider, uncleared, _founder with { Subject = "clients/machine", Scopes = ["identity.compartments.read", "identity.compartments.keep"] }])
        {
            foreach (var path in (string[])[Members, nowhere])
            {
                (await _service.As(stranger).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
                (await _service.As(stranger).PostAsync(path, Wish(outsider))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
                (await _service.As(stranger).PostAsync($"{path}/{Guid.NewGuid()}:end", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            }
        }

        (await _service.As(_founder with { Roles = [Roles.Administrator] }).ReadAsync(Members)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.Empty((await _service.As(outsider).ReadAsync("/api/v1/me/compartments")).Is(HttpStatusCode.OK)["items"].AsArray());
        Assert.Empty((await _service.As(outsider).ReadAsync("/api/v1/approvals/identity")).Is(HttpStatusCode.OK)["items"].AsArray());
    }

    [Fact, Rule("R137")]
    public async Task The_only_keeper_names_alone_whoever_is_cleared_and_nobody_else()
    {
        var adviser = await PersonAsync("adviser");
        var uncleared = await PersonAsync("uncleared", Classification.Confidential);
        foreach (var nobody in (object[])[Wish(uncleared), Wish(uncleared, email: "uncleared@un.example"), Wish(uncleared, email: "nobody@un.example"), Wish(_founder with { Subject = $"accounts/{Guid.NewGuid()}" })])
        {
            (await _service.As(_founder).PostAsync(Members, nobody)).IsProblem(HttpStatusCode.UnprocessableEntity, "NOT_CLEARED");
        }

        var named = (await _service.As(_founder).PostAsync(Members, Wish(adviser, email: "Adviser@un.example"))).Is(HttpStatusCode.Created);
        Assert.Equal((adviser.Subject, "NAMED", "adviser", true), (named.TextOf("person.name"), named.TextOf("kind"), named.TextOf("person.displayName"), named["current"].GetValue<bool>()));
        await NamedAsync(adviser);
        (await _service.As(adviser).ReadAsync(Members)).Is(HttpStatusCode.OK);
        (await _service.As(adviser).PostAsync(Members, Wish(adviser))).IsProblem(HttpStatusCode.Forbidden, "NOT_A_KEEPER");
    }

    [Fact]
    public async Task What_is_said_of_a_person_is_checked_field_by_field()
    {
        var wrong = (await _service.As(_founder).PostAsync(Members, new { account = _founder.Subject, email = "x@un.example", untilTime = "2000-01-01T00:00:00Z" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["account", "function", "keeper", "reason", "untilTime"], wrong["errors"].AsObject().Select(e => e.Key).Order());
        (await _service.As(_founder).PostAsync(Members, Wish(_founder, days: 367))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(_founder).PostAsync(Members, Wish(_founder with { Subject = "accounts/1" }))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R137")]
    public async Task As_soon_as_there_are_two_keepers_naming_takes_both()
    {
        var (second, adviser) = (await PersonAsync("second"), await PersonAsync("adviser"));
        (await _service.As(_founder).PostAsync(Members, Wish(second, keeper: true))).Is(HttpStatusCode.Created);
        var asked = (await _service.As(_founder).PostAsync(Members, Wish(adviser))).Is(HttpStatusCode.Accepted);
        var act = asked.Location!.ToString();
        await NotNamedAsync(adviser);
        Assert.Equal(("compartments.name", adviser.Subject, "PROPOSED"), (asked.TextOf("act"), asked.TextOf("content.account"), asked.TextOf("state")));

        (await _service.As(_founder).PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _service.As(_founder).PostAsync($"{act}:reject", new { reason = "no" })).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _service.As(adviser).PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(second with { Clearance = Classification.Confidential }).PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(second).PostAsync($"{act}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_PROPOSER");
        Assert.Equal(act, $"/api/v1/{(await _service.As(second).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).TextOf("items.0.name")}");

        Assert.Equal("APPROVED", (await _service.As(second).PostAsync($"{act}:approve", body: null)).Is(HttpStatusCode.OK).TextOf("state"));
        (await _service.As(second).PostAsync($"{act}:approve", body: null, key: "again")).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
        await NamedAsync(adviser);
        var member = (await _service.As(second).ReadAsync(Members))["items"].AsArray().Single(m => (string?)m!["person"]!["name"] == adviser.Subject)!;
        Assert.Equal(("founder", "second", "needs to know"), ((string?)member["namedBy"], (string?)member["approvedBy"], (string?)member["reason"]));
    }

    [Fact]
    public async Task What_was_proposed_can_be_rejected_withdrawn_overtaken_or_run_out()
    {
        var (second, adviser) = (await PersonAsync("second"), await PersonAsync("adviser"));
        var keeper = (await _service.As(_founder).PostAsync(Members, Wish(second, keeper: true))).Is(HttpStatusCode.Created);
        var (rejected, withdrawn, expired, overtaken) = (await ProposeAsync(adviser), await ProposeAsync(adviser), await ProposeAsync(adviser), await ProposeAsync(adviser));
        (await _service.As(second).PostAsync($"{rejected}:reject", new { reason = " " })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(("REJECTED", "not now"), ((await _service.As(second).PostAsync($"{rejected}:reject", new { reason = "not now" })).Is(HttpStatusCode.OK).TextOf("state"), (await _service.As(_founder).ReadAsync(rejected)).TextOf("decisionReason")));
        Assert.Equal("WITHDRAWN", (await _service.As(_founder).PostAsync($"{withdrawn}:withdraw", new { reason = "my mistake" })).Is(HttpStatusCode.OK).TextOf("state"));
        (await _service.As(second).PostAsync($"{withdrawn}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");

        var accounts = _service.As(TestCaller.Person(s_un, Roles.Administrator));
        var etag = (await accounts.ReadAsync($"/api/v1/{adviser.Subject}")).ETag;
        var closed = (await accounts.PatchAsync($"/api/v1/{adviser.Subject}", new { active = false }, etag)).Is(HttpStatusCode.OK);
        (await _service.As(second).PostAsync($"{overtaken}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
        Assert.Equal("PROPOSED", (await _service.As(second).ReadAsync(overtaken)).TextOf("state"));

        Assert.NotNull(closed.ETag);
        _time.Advance(TimeSpan.FromDays(7));
        Assert.Equal("EXPIRED", (await _service.As(second).ReadAsync(expired)).TextOf("state"));
        (await _service.As(second).PostAsync($"{expired}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_EXPIRED");
        Assert.Equal(2, (await _service.As(second).ReadAsync("/api/v1/approvals/identity?state=EXPIRED"))["items"].AsArray().Count);
        Assert.Empty((await _service.As(second).ReadAsync("/api/v1/approvals/identity?state=PROPOSED"))["items"].AsArray());
        Assert.Single((await _service.As(second).ReadAsync("/api/v1/approvals/identity?state=REJECTED"))["items"].AsArray());
        Assert.NotNull(keeper.ETag);

        async Task<string> ProposeAsync(TestCaller person) => (await _service.As(_founder).PostAsync(Members, Wish(person))).Is(HttpStatusCode.Accepted).Location!.ToString();
    }

    [Fact, Rule("R137")]
    public async Task A_membership_ends_by_a_keeper_by_the_person_or_by_its_day_and_the_last_keeper_stays()
    {
        var (second, adviser, guest) = (await PersonAsync("second"), await PersonAsync("adviser"), await PersonAsync("guest"));
        var first = (await _service.As(_founder).ReadAsync(Members)).TextOf("items.0.name");
        (await _service.As(_founder).PostAsync($"/api/v1/{first}:end", new { reason = "leaving" })).IsProblem(HttpStatusCode.Conflict, "LAST_KEEPER");
        (await _service.As(_founder).PostAsync(Members, Wish(_founder))).IsProblem(HttpStatusCode.Conflict, "LAST_KEEPER");

        var one = (await _service.As(_founder).PostAsync(Members, Wish(adviser))).Is(HttpStatusCode.Created).TextOf("name");
        await _service.As(_founder).PostAsync(Members, Wish(guest, days: 1));
        var other = (await _service.As(_founder).PostAsync(Members, Wish(second, keeper: true))).Is(HttpStatusCode.Created).TextOf("name");
        (await _service.As(adviser).PostAsync($"/api/v1/{other}:end", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_A_KEEPER");
        (await _service.As(adviser).PostAsync($"/api/v1/{one}:end", new { reason = "my work is done" })).Is(HttpStatusCode.OK);
        (await _service.As(second).PostAsync($"/api/v1/{one}:end", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "MEMBERSHIP_ENDED");
        (await _service.As(adviser).ReadAsync(Members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(second).PostAsync($"/api/v1/{first}:end", new { reason = "rotated" })).Is(HttpStatusCode.OK);
        (await _service.As(_founder).ReadAsync(Members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await NotNamedAsync(_founder, adviser);
        await NamedAsync(guest);

        _time.Advance(TimeSpan.FromHours(25));
        (await _service.As(guest).ReadAsync(Members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await NotNamedAsync(guest);
        Assert.Equal(3, (await _service.As(second).ReadAsync($"{Members}?current=false"))["items"].AsArray().Count);
        Assert.Single((await _service.As(second).ReadAsync($"{Members}?current=true"))["items"].AsArray());
        (await _service.As(second).PostAsync(Members, Wish(guest))).Is(HttpStatusCode.Accepted); // the first keeper was put out, and is still to be asked
    }

    [Fact, Abuse(32)]
    public async Task In_an_emergency_a_cleared_officer_lets_himself_in_for_hours_and_a_keeper_has_the_last_word()
    {
        var officer = (await PersonAsync("officer")) with { Roles = [Roles.MediationSupport] };
        var path = Members.Replace("/members", ":breakGlass", StringComparison.Ordinal);
        (await _service.As(officer with { Roles = [Roles.RegionalOfficer] }).PostAsync(path, new { reason = "x", minutes = 30 })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(officer with { Clearance = Classification.Confidential }).PostAsync(path, new { reason = "x", minutes = 30 })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(officer).PostAsync($"/api/v1/compartments/{Guid.NewGuid()}:breakGlass", new { reason = "x", minutes = 30 })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(officer).PostAsync(path, new { reason = "", minutes = 241 })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        var entered = (await _service.As(officer with { RightsUntil = _time.GetUtcNow().UtcDateTime.AddHours(1) }).PostAsync(path, new { reason = "The envoy is at the airport", minutes = 30 })).Is(HttpStatusCode.Created);
        Assert.Equal("BREAK_GLASS", entered.TextOf("kind"));
        await NamedAsync(officer);
        (await _service.As(officer).PostAsync(path, new { reason = "x", minutes = 30 })).IsProblem(HttpStatusCode.Conflict, "ALREADY_NAMED");
        (await _service.As(officer).PostAsync(Members, Wish(officer))).IsProblem(HttpStatusCode.Forbidden, "NOT_A_KEEPER");

        var review = (await _service.As(_founder).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).Is(HttpStatusCode.OK);
        Assert.Equal(("compartments.breakGlass", "The envoy is at the airport"), (review.TextOf("items.0.act"), review.TextOf("items.0.reason")));
        Assert.True(review["items.0.expireTime"].GetValue<DateTime>() > _time.GetUtcNow().UtcDateTime.AddDays(6)); // what has happened is shown to the keepers, however soon his right ends
        (await _service.As(officer).PostAsync($"/api/v1/{review.TextOf("items.0.name")}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _service.As(officer).PostAsync($"/api/v1/{review.TextOf("items.0.name")}:withdraw", new { reason = "Nothing to see" })).IsProblem(HttpStatusCode.Conflict, "NOT_WITHDRAWABLE");
        (await _service.As(_founder).PostAsync($"/api/v1/{review.TextOf("items.0.name")}:withdraw", new { reason = "Nothing to see" })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_PROPOSER");
        (await _service.As(_founder).PostAsync($"/api/v1/{review.TextOf("items.0.name")}:reject", new { reason = "You could have asked" })).Is(HttpStatusCode.OK);
        (await _service.As(officer).ReadAsync(Members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        (await _service.As(officer).PostAsync(path, new { reason = "Again", minutes = 30 }, key: "second")).Is(HttpStatusCode.Created);
        var second = (await _service.As(_founder).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).TextOf("items.0.name");
        (await _service.As(_founder).PostAsync($"/api/v1/{second}:approve", body: null)).Is(HttpStatusCode.OK);
        (await _service.As(officer).ReadAsync(Members)).Is(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromMinutes(30));
        (await _service.As(officer).ReadAsync(Members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Theory, Rule("R137")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whose_account_is_closed_or_cleared_no_more_is_named_nowhere_and_where_no_keeper_is_left_an_emergency_entry_may_name_one(bool closed)
    {
        var adviser = await PersonAsync("adviser");
        (await _service.As(_founder).PostAsync(Members, Wish(adviser))).Is(HttpStatusCode.Created);
        var administrator = _service.As(TestCaller.Person(s_un, Roles.Administrator));
        var etag = (await administrator.ReadAsync($"/api/v1/{_founder.Subject}")).ETag;
        (await administrator.PatchAsync($"/api/v1/{_founder.Subject}", closed ? new { active = false } : new { clearance = "CONFIDENTIAL" }, etag)).Is(HttpStatusCode.OK);
        await NotNamedAsync(_founder);
        await NamedAsync(adviser);

        var officer = (await PersonAsync("officer")) with { Roles = [Roles.MediationSupport] };
        (await _service.As(officer).PostAsync(Members.Replace("/members", ":breakGlass", StringComparison.Ordinal), new { reason = "Nobody keeps it any more", minutes = 30 })).Is(HttpStatusCode.Created);
        (await _service.As(officer).PostAsync(Members, Wish(adviser, keeper: true))).Is(HttpStatusCode.Created);
        (await _service.As(adviser).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).Is(HttpStatusCode.OK);
        Assert.True((await _service.As(adviser).ReadAsync("/api/v1/me/compartments"))["items.0.keeper"].GetValue<bool>());
    }

    [Fact, Rule("R137")]
    public async Task A_keeper_who_puts_the_second_one_out_does_not_name_alone_for_seven_days()
    {
        var (second, adviser) = (await PersonAsync("second"), await PersonAsync("adviser"));
        var keeper = (await _service.As(_founder).PostAsync(Members, Wish(second, keeper: true))).Is(HttpStatusCode.Created).TextOf("name");
        (await _service.As(_founder).PostAsync($"/api/v1/{keeper}:end", new { reason = "in the way" })).Is(HttpStatusCode.OK);
        var waits = (await _service.As(_founder).PostAsync(Members, Wish(adviser))).Is(HttpStatusCode.Accepted).Location!.ToString();
        await NotNamedAsync(adviser);
        _time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await _service.As(_founder).PostAsync(Members, Wish(adviser))).Is(HttpStatusCode.Accepted);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("EXPIRED", (await _service.As(_founder).ReadAsync(waits)).TextOf("state"));
        (await _service.As(_founder).PostAsync(Members, Wish(adviser))).Is(HttpStatusCode.Created);
    }

    [Fact, Rule("R127")]
    public async Task Who_is_named_no_more_finds_nothing_of_what_he_proposed_nor_who_decided_on_it()
    {
        var (second, adviser) = (await PersonAsync("second"), await PersonAsync("adviser"));
        (await _service.As(_founder).PostAsync(Members, Wish(second, keeper: true))).Is(HttpStatusCode.Created);
        var act = (await _service.As(_founder).PostAsync(Members, Wish(adviser))).Is(HttpStatusCode.Accepted).Location!.ToString();
        (await _service.As(_founder).ReadAsync(act)).Is(HttpStatusCode.OK);
        (await _service.As(_founder with { Clearance = Classification.Confidential }).ReadAsync(act)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var first = (await _service.As(second).ReadAllAsync(Members)).Single(m => (string?)m["person"]!["name"] == _founder.Subject);
        (await _service.As(second).PostAsync($"/api/v1/{first["name"]}:end", new { reason = "rotated" })).Is(HttpStatusCode.OK);
        (await _service.As(second).PostAsync($"{act}:reject", new { reason = "not now" })).Is(HttpStatusCode.OK);
        (await _service.As(_founder).ReadAsync(act)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(_founder).PostAsync($"{act}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty((await _service.As(_founder).ReadAsync("/api/v1/approvals/identity")).Is(HttpStatusCode.OK)["items"].AsArray());
    }

    [Fact, Rule("R137")]
    public async Task Who_came_in_an_emergency_sees_what_the_keepers_say_while_he_is_named()
    {
        var officer = (await PersonAsync("officer")) with { Roles = [Roles.MediationSupport] };
        (await _service.As(officer).PostAsync(Members.Replace("/members", ":breakGlass", StringComparison.Ordinal), new { reason = "The envoy is at the airport", minutes = 30 })).Is(HttpStatusCode.Created);
        var review = $"/api/v1/{(await _service.As(officer).ReadAsync("/api/v1/approvals/identity")).TextOf("items.0.name")}";
        (await _service.As(_founder).PostAsync($"{review}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal("APPROVED", (await _service.As(officer).ReadAsync(review)).Is(HttpStatusCode.OK).TextOf("state"));
        _time.Advance(TimeSpan.FromMinutes(30));
        (await _service.As(officer).ReadAsync(review)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Theory, Rule("R137")]
    [InlineData("by himself")]
    [InlineData("by closing")]
    [InlineData("by time")]
    public async Task Who_is_a_keeper_no_more_without_another_one_s_doing_is_not_asked(string how)
    {
        var (second, adviser) = (await PersonAsync("second"), await PersonAsync("adviser"));
        var keeper = (await _service.As(_founder).PostAsync(Members, Wish(second, keeper: true, days: 1))).Is(HttpStatusCode.Created).TextOf("name");
        (await _service.As(_founder).PostAsync(Members, Wish(adviser))).Is(HttpStatusCode.Accepted);
        if (how == "by himself")
        {
            (await _service.As(second).PostAsync($"/api/v1/{keeper}:end", new { reason = "rotated" })).Is(HttpStatusCode.OK);
        }
        else if (how == "by closing")
        {
            var administrator = _service.As(TestCaller.Person(s_un, Roles.Administrator));
            (await administrator.PatchAsync($"/api/v1/{second.Subject}", new { active = false }, (await administrator.ReadAsync($"/api/v1/{second.Subject}")).ETag)).Is(HttpStatusCode.OK);
        }
        else
        {
            _time.Advance(TimeSpan.FromHours(25));
        }

        (await _service.As(_founder).PostAsync(Members, Wish(adviser))).Is(HttpStatusCode.Created);
    }

    [Fact, Rule("R137")]
    public async Task Who_comes_in_an_emergency_where_no_keeper_is_left_names_one_whoever_was_put_out_before()
    {
        var (second, adviser) = (await PersonAsync("second"), await PersonAsync("adviser"));
        var keeper = (await _service.As(_founder).PostAsync(Members, Wish(second, keeper: true))).Is(HttpStatusCode.Created).TextOf("name");
        (await _service.As(_founder).PostAsync($"/api/v1/{keeper}:end", new { reason = "in the way" })).Is(HttpStatusCode.OK);
        var administrator = _service.As(TestCaller.Person(s_un, Roles.Administrator));
        (await administrator.PatchAsync($"/api/v1/{_founder.Subject}", new { active = false }, (await administrator.ReadAsync($"/api/v1/{_founder.Subject}")).ETag)).Is(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromMinutes(1));
        var officer = (await PersonAsync("officer")) with { Roles = [Roles.MediationSupport] };
        (await _service.As(officer).PostAsync(Members.Replace("/members", ":breakGlass", StringComparison.Ordinal), new { reason = "Nobody keeps it any more", minutes = 30 })).Is(HttpStatusCode.Created);
        var named = (await _service.As(officer).PostAsync(Members, Wish(adviser, keeper: true))).Is(HttpStatusCode.Created).TextOf("name");
        (await _service.As(officer).PostAsync($"/api/v1/{named}:end", new { reason = "in the way" })).Is(HttpStatusCode.OK);
        (await _service.As(officer).PostAsync(Members, Wish(second))).Is(HttpStatusCode.Accepted);
    }

    private static object Wish(TestCaller person, bool keeper = false, string? email = null, int days = 30) => new
    {
        account = email is null ? person.Subject : null,
        email,
        keeper,
        function = "Adviser",
        reason = "needs to know",
        untilTime = DateTime.UtcNow.AddDays(days),
    };

    private async Task<TestCaller> PersonAsync(string name, Classification clearance = Classification.StrictlyConfidential)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var account = db.Add(Account.Open(AccountId.New(), $"{name}@un.example", name, s_un, [Roles.AppointingAuthority], clearance, DateTime.UtcNow)).Entity;
        account.SetPassword("none", temporary: true);
        await db.SaveChangesAsync();
        return new TestCaller(account.Id.ToString(), name, s_un, [Roles.AppointingAuthority], clearance);
    }

    private Task NamedAsync(TestCaller person) =>
        Eventually.TrueAsync(async () => (await NewsAsync()).Named.TryGetValue(person.Subject, out var processes) && processes.SequenceEqual([_process]), $"{person.DisplayName} to be named for every service");

    private async Task NotNamedAsync(params TestCaller[] people)
    {
        await Task.Delay(TimeSpan.FromSeconds(1)); // longer than the news may be behind the store
        Assert.Empty((await NewsAsync()).Named.Keys.Intersect(people.Select(p => p.Subject)));
    }

    // As every other service asks.
    private async Task<AccessNews> NewsAsync() => (await _service.As(null).GetFromJsonAsync<AccessNews>(AccessNews.Path))!;
}
