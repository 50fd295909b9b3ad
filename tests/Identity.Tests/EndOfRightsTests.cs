using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Identity.Accounts;
using Concord.Identity.Compartments;
using Concord.Identity.Persistence;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Identity.Tests;

/// <summary>What does not outlive the right it rests on, whichever way that ended, and what is not given to whoever has taken an account.</summary>
public sealed class EndOfRightsTests(AdministratorsFixture fixture) : IClassFixture<AdministratorsFixture>
{
    private const string StrictlyConfidential = "STRICTLY_CONFIDENTIAL";

    [Fact, Rule("R137")]
    public async Task A_grant_is_not_given_to_an_account_that_its_proposer_has_taken_over_meanwhile()
    {
        var person = await fixture.PersonAsync(Roles.Analyst);
        var waits = (await fixture.AsFirst.PostAsync($"/api/v1/{person.Subject}/grants", Wish(Roles.Auditor))).Is(HttpStatusCode.Accepted).Location!.ToString();
        (await fixture.AsFirst.PostAsync($"/api/v1/{person.Subject}:resetPassword", new { })).Is(HttpStatusCode.OK);
        (await fixture.AsSecond.PostAsync($"{waits}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
        Assert.Empty(await fixture.AsFirst.ReadAllAsync($"/api/v1/{person.Subject}/grants"));
    }

    [Fact, Rule("R137")]
    public async Task No_high_right_is_given_while_only_an_administrator_knows_the_password()
    {
        var person = await fixture.PersonAsync(Roles.Analyst, temporary: true);
        (await fixture.AsFirst.PostAsync($"/api/v1/{person.Subject}/grants", Wish(Roles.Auditor))).IsProblem(HttpStatusCode.Conflict, "PASSWORD_NOT_CHOSEN");
        (await fixture.EditAsync(fixture.AsFirst, person, new { roles = new[] { Roles.Auditor } })).IsProblem(HttpStatusCode.Conflict, "PASSWORD_NOT_CHOSEN");
        (await fixture.AsFirst.PostAsync($"/api/v1/{person.Subject}/grants", Wish(Roles.Monitor))).Is(HttpStatusCode.Created);

        // Nor by what was proposed before anybody asked for that.
        var act = "";
        await fixture.InStoreAsync(db =>
        {
            var account = db.Accounts.Find(AdministratorsFixture.IdOf(person))!;
            act = AccountApi.NameOf(RaiseAccount.Propose(db, account.Id, new AccountEdit(account.DisplayName, [Roles.Auditor], account.Clearance, true), account.Version, CallerOf(fixture.First), DateTime.UtcNow));
        });
        (await fixture.AsSecond.PostAsync($"/api/v1/{act}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PASSWORD_NOT_CHOSEN");
    }

    [Fact, Rule("R137")]
    public async Task An_account_that_has_waited_since_it_was_opened_is_opened_and_anew_where_nobody_agreed()
    {
        var opened = (await fixture.AsFirst.PostAsync("/api/v1/accounts", new { email = $"{Guid.NewGuid():N}@un.example", displayName = "Auditor", organization = AdministratorsFixture.Un, roles = new[] { Roles.Auditor }, clearance = "CONFIDENTIAL" })).Is(HttpStatusCode.Created);
        (await fixture.AsSecond.PostAsync($"/api/v1/{opened.TextOf("approval")}:reject", new { reason = "who is that?" })).Is(HttpStatusCode.OK);
        var again = (await fixture.AsFirst.PatchAsync(opened.Location!.ToString(), new { active = true }, opened.ETag)).Is(HttpStatusCode.Accepted).Location!.ToString();
        (await fixture.AsSecond.PostAsync($"{again}:approve", body: null)).Is(HttpStatusCode.OK);
    }

    [Theory, Rule("R137")]
    [InlineData("closed")]
    [InlineData("of another role")]
    [InlineData("revoked")]
    public async Task What_an_administrator_proposed_waits_no_more_when_that_right_ends(string how)
    {
        var person = await fixture.PersonAsync(Roles.Analyst);
        var (proposer, grant) = how == "revoked" ? await fixture.AdministratorForAWhileAsync() : (await fixture.PersonAsync(Roles.Administrator), "");
        var waits = (await fixture.Service.As(proposer).PostAsync($"/api/v1/{person.Subject}/grants", Wish(Roles.Auditor))).Is(HttpStatusCode.Accepted).Location!.ToString();
        (await fixture.EditAsync(fixture.AsFirst, proposer, new { displayName = "Another name" })).Is(HttpStatusCode.OK);
        Assert.Equal("PROPOSED", (await fixture.AsSecond.ReadAsync(waits)).TextOf("state"));
        (how switch
        {
            "closed" => await fixture.EditAsync(fixture.AsFirst, proposer, new { active = false }),
            "of another role" => await fixture.EditAsync(fixture.AsFirst, proposer, new { roles = new[] { Roles.Analyst } }),
            _ => await fixture.AsFirst.PostAsync($"/api/v1/{grant}:revoke", new { reason = "vacancy filled" }),
        }).Is(HttpStatusCode.OK);
        (await fixture.AsSecond.PostAsync($"{waits}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
        Assert.Equal(("WITHDRAWN", fixture.First.Subject), ((await fixture.AsSecond.ReadAsync(waits)).TextOf("state"), (await fixture.AsSecond.ReadAsync(waits)).TextOf("decidedBy.name")));
    }

    [Fact]
    public async Task Who_is_an_administrator_for_a_while_does_not_end_that_alone()
    {
        var (person, grant) = await fixture.AdministratorForAWhileAsync();
        (await fixture.Service.As(person).PostAsync($"/api/v1/{grant}:revoke", new { reason = "done" })).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
        var successor = await fixture.PersonAsync(Roles.Analyst);
        (await fixture.Service.As(person).PostAsync($"/api/v1/{person.Subject}:handOver", new { successor = successor.Subject, reason = "rotates" })).IsProblem(HttpStatusCode.Conflict, "OWN_ACCOUNT");
    }

    [Fact, Rule("R137")]
    public async Task Who_was_cleared_for_a_while_is_named_no_more_after_a_hand_over()
    {
        var (person, members) = await NamedForAWhileAsync(hours: 40, clearedHours: [48]);
        (await fixture.AsFirst.PostAsync($"/api/v1/{person.Subject}:handOver", new { successor = (await fixture.PersonAsync(Roles.Analyst)).Subject, reason = "rotates" })).Is(HttpStatusCode.OK);
        (await fixture.Service.As(person).ReadAsync(members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R137")]
    public async Task Who_is_cleared_by_a_shorter_grant_is_named_no_longer_than_that_once_the_longer_one_is_revoked()
    {
        var (person, members) = await NamedForAWhileAsync(hours: 40, clearedHours: [12, 48]);
        var grants = (await fixture.AsFirst.ReadAllAsync($"/api/v1/{person.Subject}/grants")).OrderBy(g => g["untilTime"]!.GetValue<DateTime>()).ToList();
        (await fixture.AsFirst.PostAsync($"/api/v1/{grants[1]["name"]}:revoke", new { reason = "not needed" })).Is(HttpStatusCode.OK);
        var place = (await fixture.Service.As(person).ReadAllAsync(members)).Single(m => (string?)m["person"]!["name"] == person.Subject);
        Assert.Equal(grants[0]["untilTime"]!.GetValue<DateTime>(), place["untilTime"]!.GetValue<DateTime>());
        Assert.True(place["current"]!.GetValue<bool>());
    }

    [Fact, Rule("R137")]
    public async Task A_raise_that_also_lowers_the_clearance_ends_the_places_in_compartments()
    {
        var keeper = await fixture.PersonAsync(Roles.AppointingAuthority, Classification.StrictlyConfidential);
        var members = await fixture.CompartmentAsync(keeper);
        (await fixture.Service.As(keeper).ReadAsync(members)).Is(HttpStatusCode.OK);
        var waits = (await fixture.EditAsync(fixture.AsFirst, keeper, new { roles = new[] { Roles.Auditor }, clearance = "CONFIDENTIAL" })).Is(HttpStatusCode.Accepted).Location!.ToString();
        (await fixture.AsSecond.PostAsync($"{waits}:approve", body: null)).Is(HttpStatusCode.OK);
        (await fixture.Service.As(keeper).ReadAsync(members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R137")]
    public async Task Who_is_not_cleared_any_more_when_it_is_heard_keeps_no_compartment_and_what_he_saw_without_one_ends_all_the_same()
    {
        var person = await fixture.PersonAsync(Roles.AppointingAuthority);
        var members = await fixture.CompartmentAsync(person);
        (await fixture.Service.As(person with { Clearance = Classification.StrictlyConfidential }).ReadAsync(members)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await Eventually.TrueAsync(() => Task.FromResult(fixture.Service.Sent.Any(e => e.Type == CompartmentKept.Type && e.Data.Contains(person.Subject, StringComparison.Ordinal))), "the fact to be sent");
    }

    [Theory, Rule("R28")]
    [InlineData("handed over")]
    [InlineData("left")]
    public async Task What_was_proposed_for_who_was_away_is_withdrawn_with_what_the_person_proposed(string how)
    {
        var organization = $"organizations/{Guid.NewGuid()}";
        await fixture.Service.HearAsync(new OrganizationRegistered(organization, "Lake Forum", "LF", "LocalNgo", 1, DateTime.UtcNow));
        var (absent, colleague) = (await fixture.PersonAsync(Roles.Analyst, organization: organization), await fixture.PersonAsync(Roles.Analyst));
        var act = "";
        await fixture.InStoreAsync(db => act = AccountApi.NameOf(
            db.Propose(NameInCompartment.ActName, $"compartments/{Guid.NewGuid()}", new { }, Keepers.Administrators, "needed", CallerOf(colleague) with { ActsFor = absent.Subject }, DateTime.UtcNow)));
        if (how == "left")
        {
            await fixture.Service.HearAsync(new OrganizationLeft(organization, "Left", 2, DateTime.UtcNow));
        }
        else
        {
            var successor = await fixture.PersonAsync(Roles.Analyst, organization: organization);
            (await fixture.AsFirst.PostAsync($"/api/v1/{absent.Subject}:handOver", new { successor = successor.Subject, reason = "rotates" })).Is(HttpStatusCode.OK);
        }

        Assert.Equal("WITHDRAWN", (await fixture.AsSecond.ReadAsync($"/api/v1/{act}")).TextOf("state"));
    }

    [Theory, Rule("R137")]
    [InlineData("who is away")]
    [InlineData("who stands in")]
    public async Task An_account_is_not_closed_past_a_delegation_that_begins_in_the_same_moment(string closed)
    {
        var (absent, colleague) = (await fixture.PersonAsync(Roles.MediationSupport), await fixture.PersonAsync(Roles.Analyst));
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var account = (await db.Accounts.FindAsync(AdministratorsFixture.IdOf(closed == "who is away" ? absent : colleague)))!;
        var epoch = account.AccessEpoch;
        await scope.ServiceProvider.GetRequiredService<AccountClosing>().CloseAsync(account, fixture.First.Subject, DateTime.UtcNow, CancellationToken.None);
        (await fixture.Service.As(absent).PostAsync("/api/v1/me/delegations", new { @delegate = colleague.Subject, reason = "on leave", untilTime = DateTime.UtcNow.AddDays(1) })).Is(HttpStatusCode.Created);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        Assert.Equal(epoch, await db.Accounts.Where(a => a.Id == account.Id).Select(a => a.AccessEpoch).SingleAsync()); // to name somebody ends no token
    }

    [Fact]
    public async Task A_time_without_an_offset_is_meant_in_utc()
    {
        var keeper = await fixture.PersonAsync(Roles.AppointingAuthority, Classification.StrictlyConfidential);
        var (members, second) = (await fixture.CompartmentAsync(keeper), await fixture.PersonAsync(Roles.AppointingAuthority, Classification.StrictlyConfidential));
        (await fixture.Service.As(keeper).PostAsync(members, Place(second, DateTime.UtcNow.AddDays(30), keeper: true))).Is(HttpStatusCode.Created);
        var until = DateTime.SpecifyKind(DateTime.UtcNow.Date.AddDays(3), DateTimeKind.Unspecified);
        var waits = (await fixture.Service.As(keeper).PostAsync(members, Place(await fixture.PersonAsync(Roles.Analyst, Classification.StrictlyConfidential), until))).Is(HttpStatusCode.Accepted);
        Assert.Equal($"{until:s}Z", waits.TextOf("content.untilTime"));
    }

    private static Caller CallerOf(TestCaller person) => new(person.Subject, person.DisplayName, person.Organization, person.Roles.ToHashSet(), person.Clearance);

    private static object Wish(string? role, string? clearance = null, int hours = 24) => new { role, clearance, reason = "needed there", untilTime = DateTime.UtcNow.AddHours(hours) };

    private static object Place(TestCaller person, DateTime until, bool keeper = false) => new { account = person.Subject, keeper, function = "Adviser", reason = "needs to know", untilTime = until };

    /// <summary>A person who is cleared by grants only, and named in a compartment.</summary>
    /// <returns>The person with that clearance, and the path of the members.</returns>
    private async Task<(TestCaller Person, string Members)> NamedForAWhileAsync(int hours, int[] clearedHours)
    {
        var (person, keeper) = (await fixture.PersonAsync(Roles.AppointingAuthority), await fixture.PersonAsync(Roles.AppointingAuthority, Classification.StrictlyConfidential));
        foreach (var cleared in clearedHours)
        {
            var waits = (await fixture.AsFirst.PostAsync($"/api/v1/{person.Subject}/grants", Wish(null, StrictlyConfidential, cleared))).Is(HttpStatusCode.Accepted).Location!.ToString();
            (await fixture.AsSecond.PostAsync($"{waits}:approve", body: null)).Is(HttpStatusCode.OK);
        }

        var members = await fixture.CompartmentAsync(keeper);
        (await fixture.Service.As(keeper).PostAsync(members, Place(person, DateTime.UtcNow.AddHours(hours)))).Is(HttpStatusCode.Created);
        var named = person with { Clearance = Classification.StrictlyConfidential };
        (await fixture.Service.As(named).ReadAsync(members)).Is(HttpStatusCode.OK);
        return (named, members);
    }
}
