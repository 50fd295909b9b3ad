using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests;

public sealed class ObjectionApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact, Rule("R48")]
    public async Task An_organization_objects_is_answered_once_by_who_is_named_and_everybody_who_sees_the_process_reads_both()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Objector");
        (await fixture.As(officer).PostAsync($"{process}/objections", new { leadEpoch = 1, text = "Too early" })).IsProblem(HttpStatusCode.Conflict, "NO_LEAD"); // nobody was designated
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("Leader"));
        var objection = (await fixture.As(officer).PostAsync($"{process}/objections", new { leadEpoch = 1, text = "It has an interest" })).Is(HttpStatusCode.Created);
        var unnamed = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.AppointingAuthority);
        (await fixture.As(unnamed).PostAsync($"{objection.Location}:answer", new { text = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
        (await fixture.As(fixture.Approver).PostAsync($"{objection.Location}:answer", new { text = "It declared that" }, ifMatch: objection.ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Approver).PostAsync($"{objection.Location}:answer", new { text = "Again" })).IsProblem(HttpStatusCode.Conflict, "OBJECTION_ANSWERED");
        var read = (await fixture.As(fixture.Analyst).ReadAsync(objection.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal((officer.Organization, "It has an interest", "It declared that"), (read.TextOf("organization"), read.TextOf("text"), read.TextOf("answer")));
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/objections/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R48")]
    public async Task Who_objected_withdraws_it_and_it_stays_on_record_and_for_a_party_mediation_support_speaks()
    {
        var process = await fixture.ProcessAsync();
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("Leader"));
        var officer = fixture.Officer("Objector");
        var own = (await fixture.As(officer).PostAsync($"{process}/objections", new { leadEpoch = 1, text = "No" })).Is(HttpStatusCode.Created);
        var party = (await fixture.As(fixture.Support).PostAsync($"{process}/objections", new { leadEpoch = 1, text = "No", party = "The Front" })).Is(HttpStatusCode.Created);
        (await fixture.As(officer).PostAsync($"{process}/objections", new { leadEpoch = 1, text = "No", party = "The Front" })).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
        (await fixture.As(fixture.Support).PostAsync($"{process}/objections", new { leadEpoch = 1, text = "No" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        foreach (var (made, stranger) in ((ApiAnswer, TestCaller)[])[(own, fixture.Support), (own, fixture.Officer("Other")), (party, officer)])
        {
            (await fixture.As(stranger).PostAsync($"{made.Location}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_AUTHOR");
        }

        (await fixture.As(officer).PostAsync($"{own.Location}:withdraw", new { reason = "Satisfied" })).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync($"{party.Location}:withdraw", new { reason = "By letter" })).Is(HttpStatusCode.OK);
        (await fixture.As(officer).PostAsync($"{own.Location}:withdraw", new { reason = "Again" })).IsProblem(HttpStatusCode.Conflict, "ALREADY_WITHDRAWN");
        (await fixture.As(fixture.Approver).PostAsync($"{own.Location}:answer", new { text = "x" })).IsProblem(HttpStatusCode.Conflict, "ALREADY_WITHDRAWN");
        Assert.Equal(["Satisfied", "By letter"], (await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/objections?leadEpoch=1")).Select(o => (string?)o["withdrawReason"]));
        Assert.Empty(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/objections?leadEpoch=2"));
    }

    [Fact, Rule("R28"), Rule("R48")]
    public async Task That_no_lead_was_agreed_is_recorded_with_who_disagreed_and_the_designation_that_follows_refers_to_it()
    {
        var process = await fixture.ProcessAsync();
        var forum = fixture.Neighbours.Organization("Forum");
        object Decision(long leadEpoch, params object[] disagreed) => new { leadEpoch, decidedOn = s_today, disagreed, reason = "Neither party accepts the other's choice", next = "A second round in May" };
        var organization = new { organization = forum, why = "It would lead itself" };
        var party = new { party = "The Front", why = "Too near to the Government" };
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/noLeadAgreed", Decision(0))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/noLeadAgreed", Decision(0, new { why = "nobody" }))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/noLeadAgreed", Decision(3, party))).IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
        var unnamed = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.AppointingAuthority);
        (await fixture.As(unnamed).PostAsync($"{process}/noLeadAgreed", Decision(0, party))).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
        var decided = (await fixture.As(fixture.Proposer).PostAsync($"{process}/noLeadAgreed", Decision(0, organization, party))).Is(HttpStatusCode.Created);
        var read = (await fixture.As(fixture.Analyst).ReadAsync(decided.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal((forum, "The Front", "A second round in May"), (read.TextOf("disagreed.0.organization"), read.TextOf("disagreed.1.party"), read.TextOf("next")));
        Assert.Empty((await fixture.As(fixture.Analyst).ReadAsync($"{process}/supportRoles"))["items"].AsArray()); // nobody is made a supporter by it

        await fixture.DesignateAsync(process, 0, forum);
        Assert.Equal(decided.TextOf("name"), (await fixture.LeadAsync(process)).TextOf("lead.afterNoLeadAgreed"));
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/noLeadAgreed", Decision(1, party))).IsProblem(HttpStatusCode.Conflict, "LEAD_ALREADY_HELD");
        var next = await fixture.ProposeHandOverAsync(process, 1, fixture.Neighbours.Organization("Next"));
        Assert.Null((await fixture.As(fixture.Approver).ReadAsync(next)).Find("terms.afterNoLeadAgreed")); // it follows a lead
        Assert.Single(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/noLeadAgreed"));
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/noLeadAgreed/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }
}
