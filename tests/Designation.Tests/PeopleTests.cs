using System.Net;
using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Support;

namespace Concord.Designation.Tests;

/// <summary>What processes do when a person is followed by another, and when an organization leaves.</summary>
public sealed class PeopleTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateTime s_time = new(2026, 4, 2, 8, 0, 0, DateTimeKind.Utc);

    private static TestCaller Person(string role = Roles.AppointingAuthority) => TestCaller.Person($"organizations/{Guid.NewGuid()}", role);

    private async Task<string> ProcessOfAsync(params string[] persons)
    {
        var fields = JsonSerializer.SerializeToNode(fixture.Fields())!;
        fields["appointingAuthority"] = JsonSerializer.SerializeToNode(new { organ = "A commission", persons });
        return (await fixture.As(fixture.Support).PostAsync("/api/v1/processes", fields)).Is(HttpStatusCode.Created).Location!.ToString();
    }

    private async Task<string[]> PersonsAsync(string process) =>
        [.. (await fixture.As(fixture.Analyst).ReadAsync(process)).Is(HttpStatusCode.OK)["appointingAuthority.persons"].AsArray().Select(p => p!.GetValue<string>())];

    private async Task<IReadOnlyList<string>> HistoryAsync(string process) =>
        [.. (await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/personHistory?pageSize=100")).Select(c => $"{c["place"]} {c["from"]} {c["to"]}")];

    [Fact]
    public async Task A_successor_is_named_wherever_the_person_was_and_the_history_says_so_once()
    {
        var (leaver, other, successor) = (Person(), Person(), Person());
        var named = await ProcessOfAsync(leaver.Subject, other.Subject);
        var elsewhere = await ProcessOfAsync(other.Subject);
        var officer = fixture.Officer("Lake Forum");
        var terms = new { role = "HOST", scope = "Hosts", from = "2026-01-01", coordinator = leaver.Subject };
        var role = (await fixture.As(officer).PostAsync($"{elsewhere}/supportRoles", terms)).Is(HttpStatusCode.Created).Location!.ToString();
        var ended = (await fixture.As(officer).PostAsync($"{elsewhere}/supportRoles", terms)).Is(HttpStatusCode.Created).Location!.ToString();
        (await fixture.As(officer).PostAsync($"{ended}:end", new { reason = "over" })).Is(HttpStatusCode.OK);
        var before = (await fixture.As(fixture.Analyst).ReadAsync(named)).ETag;

        var fact = new AccountHandedOver(leaver.Subject, successor.Subject, 3, s_time);
        var id = Guid.CreateVersion7();
        await fixture.Service.HearAsync(fact, id);
        await fixture.Service.HearAsync(fact, id);
        await fixture.Service.HearAsync(fact); // and once more, as another message

        Assert.Equal([successor.Subject, other.Subject], await PersonsAsync(named));
        Assert.NotEqual(before, (await fixture.As(fixture.Analyst).ReadAsync(named)).ETag);
        Assert.Equal([other.Subject], await PersonsAsync(elsewhere));
        Assert.Equal(successor.Subject, (await fixture.As(fixture.Analyst).ReadAsync(role)).TextOf("coordinator"));
        Assert.Equal(leaver.Subject, (await fixture.As(fixture.Analyst).ReadAsync(ended)).TextOf("coordinator")); // history is not rewritten
        Assert.Equal([$"APPOINTING_AUTHORITY {leaver.Subject} {successor.Subject}"], await HistoryAsync(named));
        Assert.Equal([$"COORDINATOR {leaver.Subject} {successor.Subject}"], await HistoryAsync(elsewhere));
    }

    [Fact, Rule("R28")]
    public async Task What_the_person_proposed_is_withdrawn_and_the_successor_decides_with_the_other()
    {
        var (leaver, other, standsIn, successor) = (Person(), Person(), Person(), Person());
        var process = await ProcessOfAsync(leaver.Subject, other.Subject, standsIn.Subject);
        var organization = fixture.Neighbours.Organization("Forum");
        var lead = new { leadEpoch = 0, lead = DesignationFixture.Terms(organization) };
        var theirs = (await fixture.As(leaver).PostAsync($"{process}/lead:designate", lead)).Is(HttpStatusCode.Created).Location!.ToString();
        var others = (await fixture.As(other).PostAsync($"{process}/lead:designate", lead)).Is(HttpStatusCode.Created).Location!.ToString();
        var forThem = (await fixture.As(standsIn with { ActsFor = leaver.Subject }).PostAsync($"{process}/lead:designate", lead)).Is(HttpStatusCode.Created).Location!.ToString();
        await fixture.Service.HearAsync(new AccountHandedOver(leaver.Subject, successor.Subject, 2, s_time));

        Assert.Equal("WITHDRAWN", (await fixture.As(other).ReadAsync(theirs)).TextOf("state"));
        Assert.Equal("WITHDRAWN", (await fixture.As(other).ReadAsync(forThem)).TextOf("state"));
        (await fixture.As(other).PostAsync($"{theirs}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
        (await fixture.As(leaver).PostAsync($"{others}:approve", body: null)).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
        (await fixture.As(successor).PostAsync($"{others}:approve", body: null)).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lower_classification_that_the_person_proposed_or_somebody_for_her_is_withdrawn_too(bool forHer)
    {
        var (keeper, second) = (Person(Roles.MediationSupport), Person(Roles.MediationSupport));
        var process = await fixture.ProcessAsync();
        var read = await fixture.As(keeper).ReadAsync(process);
        var proposer = forHer ? Person(Roles.MediationSupport) with { ActsFor = keeper.Subject } : keeper;
        var act = (await fixture.As(proposer).PatchAsync(process, new { classification = "UNCLASSIFIED" }, read.ETag)).Is(HttpStatusCode.Accepted).TextOf("name");
        await fixture.Service.HearAsync(new AccountHandedOver(keeper.Subject, Person().Subject, 2, s_time));
        (await fixture.As(second).PostAsync($"/api/v1/{act}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
    }

    [Fact]
    public async Task Hand_overs_that_are_heard_in_the_wrong_order_end_at_the_last_person_and_one_who_acts_already_does_so_once()
    {
        var (first, second, third) = (Person(), Person(), Person());
        var process = await ProcessOfAsync(first.Subject, third.Subject);
        await fixture.Service.HearAsync(new AccountHandedOver(second.Subject, third.Subject, 2, s_time.AddHours(1)));
        await fixture.Service.HearAsync(new AccountHandedOver(first.Subject, second.Subject, 2, s_time));
        Assert.Equal([third.Subject], await PersonsAsync(process));

        // Back again: what was handed over before it was handed back stays where it is.
        var (here, there) = (Person(), Person());
        var back = await ProcessOfAsync(here.Subject);
        await fixture.Service.HearAsync(new AccountHandedOver(there.Subject, here.Subject, 2, s_time.AddHours(1)));
        await fixture.Service.HearAsync(new AccountHandedOver(here.Subject, there.Subject, 2, s_time));
        Assert.Equal([here.Subject], await PersonsAsync(back));
        await Assert.ThrowsAsync<FormatException>(() => fixture.Service.HearAsync(new AccountHandedOver("accounts/1", here.Subject, 2, s_time)));
    }

    [Fact, Rule("R137")]
    public async Task Who_put_a_process_under_strictly_confidential_hands_over_no_sight_of_it()
    {
        var process = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var successor = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.MediationSupport) with { Clearance = Classification.StrictlyConfidential };
        await fixture.Service.HearAsync(new AccountHandedOver(fixture.Support.Subject, successor.Subject, 9, s_time));
        (await fixture.As(successor).ReadAsync(process)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(successor).ReadAsync($"{process}/personHistory")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R48")]
    public async Task Claims_of_an_organization_that_left_are_withdrawn_with_the_reason_and_it_takes_on_nothing_new()
    {
        var officer = fixture.Officer("Lake Forum");
        var (process, waiting) = (await fixture.ProcessAsync(), await fixture.ProcessAsync());
        var claim = (await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created).Location!.ToString();
        var others = (await fixture.As(fixture.Officer("River Forum")).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created).Location!.ToString();
        var proposal = await fixture.ProposeAsync(waiting, 0, officer.Organization!);
        fixture.Neighbours.Leave(officer.Organization!);
        var id = Guid.CreateVersion7();
        await fixture.Service.HearAsync(new OrganizationLeft(officer.Organization!, "Its members decided so", 4, s_time), id);
        await fixture.Service.HearAsync(new OrganizationLeft(officer.Organization!, "Its members decided so", 4, s_time), id);

        var left = (await fixture.As(fixture.Analyst).ReadAsync(claim)).Is(HttpStatusCode.OK);
        Assert.Equal(("WITHDRAWN", "Its members decided so"), (left.TextOf("state"), left.TextOf("closeReason")));
        Assert.Equal("PROPOSED", (await fixture.As(fixture.Analyst).ReadAsync(others)).TextOf("state"));
        (await fixture.As(officer).PostAsync($"{waiting}/claims", DesignationFixture.Claim())).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_LEFT");
        (await fixture.As(officer).PostAsync($"{waiting}/supportRoles", new { role = "HOST", scope = "Hosts", from = "2026-01-01" })).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_LEFT");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:designate", new { leadEpoch = 0, lead = DesignationFixture.Terms(officer.Organization!) })).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_LEFT");
        (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_LEFT");
    }

    [Fact, Rule("R26")]
    public async Task What_it_leads_and_supports_is_under_review_until_it_takes_part_again_and_nothing_of_it_goes()
    {
        var officer = fixture.Officer("Lake Forum");
        var (led, supported) = (await fixture.ProcessAsync(), await fixture.ProcessAsync());
        var mediator = fixture.Neighbours.Profile();
        await fixture.DesignateAsync(led, 0, officer.Organization!, mediator);
        var terms = new { role = "HOST", scope = "Hosts", from = "2026-01-01" };
        var role = (await fixture.As(officer).PostAsync($"{supported}/supportRoles", terms)).Is(HttpStatusCode.Created).Location!.ToString();
        var ended = (await fixture.As(officer).PostAsync($"{supported}/supportRoles", terms)).Is(HttpStatusCode.Created).Location!.ToString();
        (await fixture.As(officer).PostAsync($"{ended}:end", new { reason = "over" })).Is(HttpStatusCode.OK);

        await fixture.Service.HearAsync(new OrganizationLeft(officer.Organization!, "Left", 4, s_time));
        var lead = await fixture.LeadAsync(led);
        Assert.Equal(("2026-04-02T08:00:00Z", "ORGANIZATION_LEFT"), (lead.TextOf("lead.underReview.since"), lead.TextOf("lead.underReview.cause")));
        Assert.Equal("ORGANIZATION_LEFT", (await fixture.As(fixture.Analyst).ReadAsync(role)).TextOf("underReview.cause"));
        Assert.Null((await fixture.As(fixture.Analyst).ReadAsync(ended)).Find("underReview"));

        await fixture.Service.HearAsync(new ProfileSuspended(mediator, 5, s_time.AddHours(-1)));
        Assert.Equal("MEDIATOR_SUSPENDED", (await fixture.LeadAsync(led)).TextOf("lead.underReview.cause")); // the first of both
        await fixture.Service.HearAsync(new ProfileReinstated(mediator, 6, s_time));
        await fixture.Service.HearAsync(new OrganizationRejoined(officer.Organization!, 6, s_time));
        await fixture.Service.HearAsync(new OrganizationLeft(officer.Organization!, "Left", 5, s_time)); // older
        Assert.Null((await fixture.LeadAsync(led)).Find("lead.underReview"));
        Assert.Equal(officer.Organization, (await fixture.LeadAsync(led)).TextOf("lead.organizations.0"));
        Assert.Null((await fixture.As(fixture.Analyst).ReadAsync(role)).Find("underReview"));
    }

    [Fact]
    public async Task A_name_that_is_heard_after_the_leaving_and_is_older_is_kept_all_the_same()
    {
        var officer = fixture.Officer("Lake Forum");
        var process = await fixture.ProcessAsync();
        var role = (await fixture.As(officer).PostAsync($"{process}/supportRoles", new { role = "HOST", scope = "Hosts", from = "2026-01-01" })).Is(HttpStatusCode.Created).Location!.ToString();
        await fixture.Service.HearAsync(new OrganizationLeft(officer.Organization!, "Left", 3, s_time));
        Assert.Null((await fixture.As(fixture.Analyst).ReadAsync(role)).Find("organizationDisplayName"));
        await fixture.Service.HearAsync(new OrganizationRegistered(officer.Organization!, "Lake Forum", "LF", "LocalNgo", 1, s_time));
        Assert.Equal("Lake Forum", (await fixture.As(fixture.Analyst).ReadAsync(role)).TextOf("organizationDisplayName"));
        await Assert.ThrowsAsync<FormatException>(() => fixture.Service.HearAsync(new OrganizationLeft("organizations/1", "Left", 3, s_time)));
    }
}
