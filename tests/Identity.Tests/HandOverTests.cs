using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Identity.Tests;

/// <summary>What becomes of what is open in a person's name when another person follows.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private static readonly string s_un = WellKnown.Organization("UN");
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _service = null!;
    private TestCaller _administrator = null!;
    private TestCaller _leaver = null!;
    private TestCaller _successor = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
        }, _directory);
        (_administrator, _leaver, _successor) = (await PersonAsync("administrator", Roles.Administrator), await PersonAsync("leaver", Roles.Administrator), await PersonAsync("successor", Roles.Administrator));
    }

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    private Task<ApiAnswer> HandOverAsync(TestCaller from, TestCaller to, bool close = false, TestCaller? by = null, string? ifMatch = null) =>
        _service.As(by ?? _administrator).PostAsync($"/api/v1/{from.Subject}:handOver", new { successor = to.Subject, reason = "Retires", close }, ifMatch: ifMatch);

    [Fact]
    public async Task Invitations_move_and_proposals_are_withdrawn_with_the_reason_and_the_fact_names_both()
    {
        var invitation = (await _service.As(_leaver).PostAsync("/api/v1/invitations", Invitation("new@un.example"))).Is(HttpStatusCode.Created).TextOf("invitation.name");
        var auditor = (await _service.As(_leaver).PostAsync("/api/v1/accounts", new { email = "auditor@un.example", displayName = "Auditor", organization = s_un, roles = new[] { Roles.Auditor }, clearance = "CONFIDENTIAL" })).Is(HttpStatusCode.Created);

        var answer = (await HandOverAsync(_leaver, _successor)).Is(HttpStatusCode.OK);
        Assert.Equal((invitation, "INVITATION"), (answer.TextOf("moved.0.record"), answer.TextOf("moved.0.kind")));
        Assert.Equal((auditor.TextOf("approval"), "APPROVAL"), (answer.TextOf("withdrawn.0.record"), answer.TextOf("withdrawn.0.kind")));
        Assert.Equal("[{\"kind\":\"COMPARTMENTS\",\"because\":\"DECIDED_BY_KEEPERS\"}]", answer["left"].ToJsonString());
        Assert.Equal(("PROCESSES", false), (answer.TextOf("following.0.kind"), answer["closed"].GetValue<bool>()));

        Assert.Equal(_successor.Subject, (await _service.As(_administrator).ReadAsync($"/api/v1/{invitation}")).TextOf("invitedBy.name"));
        var act = (await _service.As(_administrator).ReadAsync($"/api/v1/{auditor.TextOf("approval")}")).Is(HttpStatusCode.OK);
        Assert.Equal(("WITHDRAWN", "Retires", _administrator.Subject), (act.TextOf("state"), act.TextOf("decisionReason"), act.TextOf("decidedBy.name")));
        (await _service.As(_successor).PostAsync($"/api/v1/{auditor.TextOf("approval")}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
        var account = (await _service.As(_administrator).ReadAsync($"/api/v1/{_leaver.Subject}")).Is(HttpStatusCode.OK);
        Assert.Equal((_successor.Subject, true), (account.TextOf("handedOverTo"), account["active"].GetValue<bool>()));
        await Eventually.TrueAsync(() => Task.FromResult(_service.Sent.Any(e => e.Type == AccountHandedOver.Type)), "the fact to be sent");
        var fact = _service.Sent.Single(e => e.Type == AccountHandedOver.Type);
        Assert.True(fact.Data.Contains(_leaver.Subject, StringComparison.Ordinal) && fact.Data.Contains(_successor.Subject, StringComparison.Ordinal) && !fact.Data.Contains("Retires", StringComparison.Ordinal), fact.Data);
    }

    [Fact]
    public async Task What_a_successor_cannot_answer_for_stays_and_is_told()
    {
        var officer = await PersonAsync("officer");
        var invitation = (await _service.As(_leaver).PostAsync("/api/v1/invitations", Invitation("left@un.example"))).Is(HttpStatusCode.Created).TextOf("invitation.name");
        var answer = (await HandOverAsync(_leaver, officer)).Is(HttpStatusCode.OK);
        Assert.Empty(answer["moved"].AsArray());
        Assert.Equal((invitation, "SUCCESSOR_NOT_ADMINISTRATOR"), (answer.TextOf("left.0.record"), answer.TextOf("left.0.because")));
        Assert.Equal(_leaver.Subject, (await _service.As(_administrator).ReadAsync($"/api/v1/{invitation}")).TextOf("invitedBy.name"));
    }

    [Fact]
    public async Task The_account_is_closed_in_the_same_act_where_that_is_asked_for()
    {
        var read = (await _service.As(_administrator).ReadAsync($"/api/v1/{_leaver.Subject}")).Is(HttpStatusCode.OK);
        (await HandOverAsync(_leaver, _successor, close: true, ifMatch: "\"99\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        var answer = (await HandOverAsync(_leaver, _successor, close: true, ifMatch: read.ETag)).Is(HttpStatusCode.OK);
        Assert.True(answer["closed"].GetValue<bool>());
        var account = (await _service.As(_administrator).ReadAsync($"/api/v1/{_leaver.Subject}")).Is(HttpStatusCode.OK);
        Assert.Equal((false, answer.ETag), (account["active"].GetValue<bool>(), account.ETag));
        await using var scope = _service.Services.CreateAsyncScope();
        Assert.Contains(scope.ServiceProvider.GetRequiredService<IdentityDb>().Revocations, r => r.Subject == _leaver.Subject);
    }

    [Fact]
    public async Task The_successor_is_another_active_account_of_the_same_organization_and_never_whoever_asks()
    {
        var elsewhere = $"organizations/{Guid.NewGuid()}";
        await _service.HearAsync(new OrganizationRegistered(elsewhere, "Elsewhere", "E", "LocalNgo", 1, DateTime.UtcNow));
        foreach (var nobody in (TestCaller[])[_leaver, await PersonAsync("stranger", organization: elsewhere), await PersonAsync("closed", active: false), TestCaller.Person(s_un)])
        {
            (await HandOverAsync(_leaver, nobody)).IsProblem(HttpStatusCode.UnprocessableEntity, "NOT_A_SUCCESSOR");
        }

        (await HandOverAsync(_leaver, _administrator)).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        (await HandOverAsync(_administrator, _successor, close: true)).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        (await HandOverAsync(_administrator, _successor)).Is(HttpStatusCode.OK);
        (await HandOverAsync(TestCaller.Person(s_un), _successor)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await HandOverAsync(_leaver, _successor, by: await PersonAsync("plain"))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var wrong = (await _service.As(_administrator).PostAsync($"/api/v1/{_leaver.Subject}:handOver", new { successor = "somebody" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["reason", "successor"], wrong["errors"].AsObject().Select(e => e.Key).Order());
        Assert.DoesNotContain(_service.Sent, e => e.Type == AccountHandedOver.Type && e.Subject == _leaver.Subject);
    }

    [Fact, Rule("R137")]
    public async Task A_place_in_a_compartment_is_its_keepers_to_give_and_takes_two_of_them_and_the_administrator_learns_nothing_of_it()
    {
        var (first, second, follower) = (await ClearedAsync("first"), await ClearedAsync("second"), await ClearedAsync("follower"));
        var leaver = await ClearedAsync("keeper");
        var members = await CompartmentAsync(leaver, first, second);
        var secret = members.Split('/')[4];

        var answer = (await HandOverAsync(leaver, follower, close: true)).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal);
        Assert.Empty((await _service.As(_administrator).ReadAsync("/api/v1/approvals/identity")).Is(HttpStatusCode.OK)["items"].AsArray());
        (await _service.As(follower).ReadAsync(members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // nobody has agreed

        var asked = $"/api/v1/{(await _service.As(first).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).TextOf("items.0.name")}";
        (await _service.As(follower).PostAsync($"{asked}:approve", body: null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(first).PostAsync($"{asked}:approve", body: null)).Is(HttpStatusCode.OK);
        (await _service.As(follower).ReadAsync(members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // one keeper has, and there is another
        var again = $"/api/v1/{(await _service.As(second).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).TextOf("items.0.name")}";
        (await _service.As(first).PostAsync($"{again}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _service.As(second).PostAsync($"{again}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.True((await _service.As(follower).ReadAsync("/api/v1/me/compartments"))["items.0.keeper"].GetValue<bool>());
    }

    [Fact, Rule("R137")]
    public async Task Where_one_keeper_is_left_that_one_decides_and_a_successor_who_is_not_cleared_is_not_proposed()
    {
        var (first, follower, uncleared) = (await ClearedAsync("first"), await ClearedAsync("follower"), await PersonAsync("uncleared"));
        var leaver = await ClearedAsync("keeper");
        var members = await CompartmentAsync(leaver, first);
        var plain = (await HandOverAsync(leaver, uncleared)).Is(HttpStatusCode.OK);
        Assert.Empty((await _service.As(first).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).Is(HttpStatusCode.OK)["items"].AsArray());
        var nothing = (await HandOverAsync(await ClearedAsync("nowhere"), follower)).Is(HttpStatusCode.OK);
        Assert.Equal(plain["left"].ToJsonString(), nothing["left"].ToJsonString()); // the same whether or not there is anything

        (await HandOverAsync(leaver, follower, close: true)).Is(HttpStatusCode.OK);
        var asked = $"/api/v1/{(await _service.As(first).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).TextOf("items.0.name")}";
        (await _service.As(first).PostAsync($"{asked}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal(2, (await _service.As(follower).ReadAsync($"{members}?current=true")).Is(HttpStatusCode.OK)["items"].AsArray().Count);
    }

    [Fact]
    public async Task A_second_hand_over_withdraws_what_the_first_had_asked_the_keepers()
    {
        var (first, wrong, right) = (await ClearedAsync("first"), await ClearedAsync("wrong"), await ClearedAsync("right"));
        var leaver = await ClearedAsync("keeper");
        await CompartmentAsync(leaver, first);
        (await HandOverAsync(leaver, wrong)).Is(HttpStatusCode.OK);
        (await HandOverAsync(leaver, right)).Is(HttpStatusCode.OK);
        var waiting = Assert.Single((await _service.As(first).ReadAsync("/api/v1/approvals/identity?state=PROPOSED")).Is(HttpStatusCode.OK)["items"].AsArray());
        Assert.Equal(right.Subject, (string?)waiting!["content"]!["account"]);
    }

    private static object Invitation(string email) => new { email, displayName = "New", organization = s_un, roles = new[] { Roles.Analyst }, clearance = "CONFIDENTIAL" };

    /// <summary>A compartment that all of these keep.</summary>
    /// <returns>Path of its members.</returns>
    private async Task<string> CompartmentAsync(TestCaller founder, params TestCaller[] others)
    {
        var id = Guid.NewGuid();
        await _service.HearAsync(new ProcessRestricted($"processes/{id}", founder.Subject, 1, DateTime.UtcNow));
        var members = $"/api/v1/compartments/{id}/members";
        foreach (var other in others)
        {
            var wish = new { account = other.Subject, keeper = true, function = "Keeper", reason = "Needs to know", untilTime = DateTime.UtcNow.AddDays(30) };
            var named = await _service.As(founder).PostAsync(members, wish);
            if (named.Status == HttpStatusCode.Accepted)
            {
                (await _service.As(others[0]).PostAsync($"/api/v1/{named.TextOf("name")}:approve", body: null)).Is(HttpStatusCode.OK);
            }
        }

        return members;
    }

    private Task<TestCaller> ClearedAsync(string name) => PersonAsync(name, clearance: Classification.StrictlyConfidential);

    private async Task<TestCaller> PersonAsync(string name, string role = Roles.AppointingAuthority, string? organization = null, Classification clearance = Classification.Confidential, bool active = true)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var account = db.Add(Account.Open(AccountId.New(), $"{name}-{Guid.NewGuid():N}@un.example", name, organization ?? s_un, [role], clearance, DateTime.UtcNow)).Entity;
        account.SetPassword("none", temporary: true);
        if (!active)
        {
            account.Close(DateTime.UtcNow);
        }

        await db.SaveChangesAsync();
        return new TestCaller(account.Id.ToString(), name, account.Organization, [role], clearance);
    }
}
