using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests;

public sealed class ComparisonApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact, Rule("R29"), Rule("R31"), Rule("R157")]
    public async Task Candidates_stand_side_by_side_by_the_alphabet_with_what_they_and_others_say_and_how_parties_take_them()
    {
        var process = await fixture.ProcessAsync();
        var zebra = await ClaimantAsync(process, "Zebra Forum", "NEAR");
        var ant = await ClaimantAsync(process, "Ant Forum", "FAR");
        await SayAsync(process, zebra, "VESTED_INTERESTS", "A member trades there");
        await AcceptAsync(process, zebra, "The Front", "ACCEPTS");
        await AcceptAsync(process, zebra, "the front", "OBJECTS"); // the same party has changed its mind
        await AcceptAsync(process, zebra, "Government", "SILENT");

        var compared = (await fixture.As(fixture.Proposer).ReadAsync($"{process}/comparison")).Is(HttpStatusCode.OK);
        Assert.Equal(["Ant Forum", "Zebra Forum"], compared["candidates"].AsArray().Select(c => (string?)c!["organizationDisplayName"]));
        Assert.Contains("VESTED_INTERESTS", compared["criteria"].AsArray().Select(c => (string?)c!["code"]));
        Assert.DoesNotContain("STRATEGIC_INTERESTS", compared["criteria"].AsArray().Select(c => (string?)c!["code"])); // no State is compared
        Assert.Equal([("PROXIMITY", true), ("VESTED_INTERESTS", false)], compared["candidates.1.statements"].AsArray().Select(s => ((string)s!["criterion"]!, (bool)s["ofItself"]!)));
        Assert.Equal([("Government", "SILENT"), ("the front", "OBJECTS")], compared["candidates.1.acceptance"].AsArray().Select(a => ((string)a!["party"]!, (string)a["position"]!)));
        Assert.Empty(compared["candidates.0.acceptance"].AsArray());
        Assert.Equal(3, (await fixture.As(fixture.Support).ReadAllAsync($"{process}/comparison/acceptances")).Count);
        Assert.Equal((ant, fixture.Proposer.Subject), (compared.TextOf("candidates.0.organization"), compared.TextOf("candidates.1.statements.1.author")));
    }

    [Fact, Rule("R158"), Rule("R29")]
    public async Task What_is_said_of_a_candidate_has_its_author_is_taken_back_by_that_one_alone_and_stays_readable()
    {
        var process = await fixture.ProcessAsync();
        var forum = await ClaimantAsync(process, "Forum");
        var said = await SayAsync(process, forum, "VESTED_INTERESTS", "A member trades there");
        var heard = await AcceptAsync(process, forum, "Government", "OBJECTS");
        foreach (var made in (ApiAnswer[])[said, heard])
        {
            (await fixture.As(fixture.Support).PostAsync($"{made.Location}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_AUTHOR");
            (await fixture.As(fixture.Proposer).PostAsync($"{made.Location}:withdraw", new { reason = "Not so" }, ifMatch: made.ETag)).Is(HttpStatusCode.OK);
            (await fixture.As(fixture.Proposer).PostAsync($"{made.Location}:withdraw", new { reason = "Again" })).IsProblem(HttpStatusCode.Conflict, "ALREADY_WITHDRAWN");
            (await fixture.As(fixture.Proposer).PostAsync($"{made.Location!.ToString()[..^36]}{Guid.NewGuid()}:withdraw", new { reason = "Not so" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        Assert.Equal("Not so", (string?)Assert.Single(await fixture.As(fixture.Support).ReadAllAsync($"{process}/comparison/statements"))["withdrawReason"]);
        var compared = await fixture.As(fixture.Support).ReadAsync($"{process}/comparison");
        Assert.Equal((1, 0), (compared["candidates.0.statements"].AsArray().Count, compared["candidates.0.acceptance"].AsArray().Count));
    }

    [Fact, Rule("R29"), Rule("R137")]
    public async Task Only_mediation_support_and_who_is_named_add_to_a_comparison_and_of_registered_organizations_by_criteria_of_their_kind()
    {
        var process = await fixture.ProcessAsync();
        var forum = await ClaimantAsync(process, "Forum");
        var unnamed = fixture.As(TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.AppointingAuthority));
        object Said(string organization, string criterion = "FAMILIARITY") => new { organization, criterion, statement = "s", evidence = "e" };
        (await unnamed.PostAsync($"{process}/comparison/statements", Said(forum))).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
        (await unnamed.PostAsync($"{process}/comparison/acceptances", new { organization = forum, party = "p", position = "SILENT", on = s_today, source = "s" })).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
        (await fixture.As(fixture.Support).PostAsync($"{process}/comparison/statements", Said(forum))).Is(HttpStatusCode.Created);
        (await fixture.As(fixture.Support).PostAsync($"{process}/comparison/statements", Said(forum, "FLEXIBILITY"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Support).PostAsync($"{process}/comparison/statements", Said($"organizations/{Guid.NewGuid()}"))).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        (await fixture.As(fixture.Officer("Officer")).ReadAsync($"{process}/comparison")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        for (var i = 1; i < 40; i++)
        {
            (await fixture.As(fixture.Support).PostAsync($"{process}/comparison/statements", Said(forum))).Is(HttpStatusCode.Created);
        }

        (await fixture.As(fixture.Support).PostAsync($"{process}/comparison/statements", Said(forum))).IsProblem(HttpStatusCode.Conflict, "TOO_MANY_STATEMENTS");
    }

    [Fact, Rule("R29")]
    public async Task A_proposal_keeps_the_comparison_as_it_was_and_neither_who_sees_the_process_nor_the_audit_reads_how_parties_took_it()
    {
        var process = await fixture.ProcessAsync();
        var forum = await ClaimantAsync(process, "Forum");
        await AcceptAsync(process, forum, "The Front", "ACCEPTS", "Whispered at the ford");
        var proposal = await fixture.ProposeAsync(process, 0, forum);
        await AcceptAsync(process, forum, "The Front", "OBJECTS");
        await SayAsync(process, forum, "FAMILIARITY", "Said later");

        var frozen = (await fixture.As(fixture.Approver).ReadAsync(proposal)).Is(HttpStatusCode.OK);
        Assert.Equal("ACCEPTS", frozen.TextOf("terms.compared.0.acceptance.0.position"));
        Assert.Equal(["PROXIMITY"], frozen["terms.compared.0.statements"].AsArray().Select(s => (string?)s!["criterion"]));
        (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("The Front", (await fixture.LeadAsync(process)).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The Front", (await fixture.As(fixture.Analyst).ReadAsync($"{process}/leadHistory")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        var entries = await fixture.InStoreAsync(db => db.AuditEntries.Select(e => e.Content).ToListAsync());
        Assert.DoesNotContain(entries, e => e.Contains("Whispered at the ford", StringComparison.Ordinal));

        var terms = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(DesignationFixture.Terms(forum)))!.AsObject();
        terms["compared"] = new JsonArray();
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:handOver", new { leadEpoch = 1, lead = terms, handOver = new { partiesInformed = "a", dossierTransfer = "b" } })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R29")]
    public async Task Why_a_holder_leads_is_published_by_who_is_named_to_those_who_see_the_process_version_after_version()
    {
        var process = await fixture.ProcessAsync();
        object Published(long leadEpoch, string text, string criterion = "PROXIMITY") => new { leadEpoch, text, criteria = new[] { criterion }, reason = "Best placed" };
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead/rationale", Published(0, "x"))).IsProblem(HttpStatusCode.Conflict, "NO_LEAD");
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("Leader"));
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/lead/rationale")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead/rationale", Published(0, "x"))).IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead/rationale", Published(1, "x", "LUCK"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead/rationale", Published(1, "First"))).Is(HttpStatusCode.Created);
        (await fixture.As(fixture.Approver).PostAsync($"{process}/lead/rationale", Published(1, "Second"))).Is(HttpStatusCode.Created);
        Assert.Equal("Second", (await fixture.As(fixture.Analyst).ReadAsync($"{process}/lead/rationale")).Is(HttpStatusCode.OK).TextOf("text"));
        Assert.Equal(["First", "Second"], (await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/lead/rationales")).Select(r => (string?)r["text"]));
        var unnamed = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.AppointingAuthority);
        (await fixture.As(unnamed).PostAsync($"{process}/lead/rationale", Published(1, "Third"))).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
    }

    [Fact, Rule("R31")]
    public async Task The_criteria_are_read_of_all_kinds_or_of_one()
    {
        var all = (await fixture.As(fixture.Analyst).ReadAsync("/api/v1/criteria")).Is(HttpStatusCode.OK)["criteria"].AsArray();
        var state = (await fixture.As(fixture.Analyst).ReadAsync("/api/v1/criteria?kind=STATE")).Is(HttpStatusCode.OK)["criteria"].AsArray();
        Assert.True(state.Count < all.Count);
        Assert.All(state, c => Assert.Contains("STATE", c!["kinds"]!.AsArray().Select(k => (string?)k)));
        (await fixture.As(fixture.Analyst).ReadAsync("/api/v1/criteria?kind=EMPIRE")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    private async Task<string> ClaimantAsync(string process, string displayName, string statement = "NEAR")
    {
        var officer = fixture.Officer(displayName);
        await fixture.Service.HearAsync(new OrganizationRegistered(officer.Organization!, displayName, "F", "RegionalOrganization", 1, DateTime.UtcNow));
        (await fixture.As(officer).PostAsync($"{process}/claims", new { mandate = "m", advantages = "a", disadvantages = "d", selfAssessment = new[] { new { criterion = "PROXIMITY", statement, evidence = "a map" } } })).Is(HttpStatusCode.Created);
        return officer.Organization!;
    }

    private async Task<ApiAnswer> SayAsync(string process, string organization, string criterion, string statement) =>
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/comparison/statements", new { organization, criterion, statement, evidence = "a report" })).Is(HttpStatusCode.Created);

    private async Task<ApiAnswer> AcceptAsync(string process, string organization, string party, string position, string source = "a letter") =>
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/comparison/acceptances", new { organization, party, position, on = s_today, source })).Is(HttpStatusCode.Created);
}
