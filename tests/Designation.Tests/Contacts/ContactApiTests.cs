using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using static Concord.Designation.Tests.Contacts.GivenContact;

namespace Concord.Designation.Tests.Contacts;

public sealed class ContactApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R61")]
    public async Task A_contact_is_recorded_with_the_fears_and_the_reply_and_read_by_whoever_works_on_the_process()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var au = fixture.Neighbours.Organization("Union");
        var made = (await fixture.As(officer).PostAsync($"{process}/contacts", Body(organization: au, outcome: "UNFAVOURABLE", exposure: "NOBODY"))).Is(HttpStatusCode.Created);
        Assert.Equal(("CONFIDENTIAL", "VIRTUAL", "RECORDED", officer.Organization), (made.TextOf("classification"), made.TextOf("where.kind"), made.TextOf("state"), made.TextOf("organization")));
        var read = (await fixture.As(fixture.Support).ReadAsync(made.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal(made.Text, read.Text);
        Assert.Equal("That talks give the others standing.", read.TextOf("parties.0.fears"));
        (await fixture.As(officer).PostAsync($"{process}/contacts", Body(organization: $"organizations/{Guid.NewGuid()}"))).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/contacts")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(officer with { Organization = null }).PostAsync($"{process}/contacts", Body(label: "x"))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact, Rule("R61")]
    public async Task A_party_that_is_no_party_is_named_in_a_record_and_in_its_correction()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.As(fixture.Officer("Forum"));
        var without = new { parties = new object?[] { null }, thirdParties = new[] { new { label = "An elder" } }, kind = "DIRECT_MEDIATION" };
        Assert.Contains("parties[0].label", (await officer.PostAsync($"{process}/contacts", without)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Text);
        var made = (await officer.PostAsync($"{process}/contacts", Body(label: "An elder"))).Is(HttpStatusCode.Created).Location!.ToString();
        Assert.Contains("parties[0].label", (await officer.PostAsync($"{made}:correct", new { contact = without, reason = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Text);
        var nobody = without with { parties = [new { party = $"{process["/api/v1/".Length..]}/parties/{Guid.NewGuid()}", label = "An elder" }] };
        Assert.Contains("parties[0].party", (await officer.PostAsync($"{process}/contacts", nobody)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Text);
        Assert.Contains("parties[0].party", (await officer.PostAsync($"{made}:correct", new { contact = nobody, reason = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Text);
    }

    [Fact, Rule("R61"), Rule("R156")]
    public async Task A_regional_officer_sees_what_the_own_organization_recorded_and_what_it_took_part_in_once_it_was_asked_who_may_be_exposed()
    {
        var process = await fixture.ProcessAsync();
        var (recorder, other, nobody) = (fixture.Officer("Recorder"), fixture.Officer("Other"), fixture.Officer("Nobody"));
        async Task<string> RecordAsync(string? exposure, string? organization) =>
            (await fixture.As(recorder).PostAsync($"{process}/contacts", Body(organization: organization, label: "A State", exposure: exposure))).Is(HttpStatusCode.Created).Location!.ToString();
        var (asked, notAsked, without) = (await RecordAsync("NOBODY", other.Organization), await RecordAsync(null, other.Organization), await RecordAsync("NOBODY", null));

        Assert.Equal(3, (await ListAsync(recorder, process)).Count);
        Assert.Equal([asked], (await ListAsync(other, process)).Select(n => $"/api/v1/{n}"));
        Assert.Empty(await ListAsync(nobody, process));
        Assert.Empty(await ListAsync(Mediator($"organizations/{Guid.NewGuid()}"), process));
        Assert.Equal([asked], (await ListAsync(Mediator(other.Organization!), process)).Select(n => $"/api/v1/{n}"));
        foreach (var hidden in (string[])[notAsked, without])
        {
            var unknown = await fixture.As(other).ReadAsync($"{process}/contacts/{Guid.NewGuid()}");
            (await fixture.As(other).ReadAsync(hidden)).IsProblem(HttpStatusCode.NotFound, unknown.TextOf("reason"));
            (await fixture.As(other).PostAsync($"{hidden}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await fixture.As(other).PostAsync($"{asked}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
    }

    [Fact, Rule("R61"), Rule("R137")]
    public async Task What_is_stricter_than_its_process_is_for_those_whom_the_compartment_names()
    {
        var path = await fixture.ProcessAsync();
        var process = path["/api/v1/".Length..];
        var named = fixture.Officer("Named", clearance: Classification.StrictlyConfidential);
        (await fixture.As(named).PostAsync($"{path}/contacts", Body(label: "An elder", classification: "STRICTLY_CONFIDENTIAL"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        fixture.Service.Name(named, process);
        var made = (await fixture.As(named).PostAsync($"{path}/contacts", Body(label: "An elder", classification: "STRICTLY_CONFIDENTIAL"))).Is(HttpStatusCode.Created);
        (await fixture.As(named).PostAsync($"{path}/contacts", Body(label: "An elder", classification: "UNCLASSIFIED"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(named).ReadAsync(made.Location!.ToString())).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).ReadAsync(made.Location!.ToString())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty(await ListAsync(fixture.Support, path));
        (await fixture.As(fixture.Support).ReadAsync($"/api/v1/processes/{Guid.NewGuid()}/contacts")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(fixture.Officer("Low", clearance: Classification.Unclassified)).PostAsync($"{path}/contacts", Body(label: "x"))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R61")]
    public async Task A_corrected_and_a_withdrawn_contact_stay_readable_and_count_no_more()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var wrong = (await fixture.As(officer).PostAsync($"{process}/contacts", Body(label: "A State"))).Is(HttpStatusCode.Created);
        (await fixture.As(officer).PostAsync($"{wrong.Location}:correct", new { reason = "", contact = Body(label: "A State") })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(officer).PostAsync($"{wrong.Location}:correct", new { reason = "Another day.", contact = Body(label: "A State") }, ifMatch: "\"7\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        var right = (await fixture.As(officer).PostAsync($"{wrong.Location}:correct", new { reason = "Another day.", contact = Body(label: "A State", from: "2024-03") }, ifMatch: wrong.ETag)).Is(HttpStatusCode.Created);
        Assert.Equal(wrong.TextOf("name"), right.TextOf("corrects"));
        var old = (await fixture.As(officer).ReadAsync(wrong.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal(("CORRECTED", right.TextOf("name"), "Another day.", "2024-03-05"), (old.TextOf("state"), old.TextOf("correctedBy"), old.TextOf("closeReason"), old.TextOf("when.from")));
        Assert.Equal([right.TextOf("name")], await ListAsync(officer, process));

        (await fixture.As(officer).PostAsync($"{right.Location}:withdraw", new { reason = "It never was." })).Is(HttpStatusCode.OK);
        (await fixture.As(officer).PostAsync($"{right.Location}:withdraw", new { reason = "It never was." })).IsProblem(HttpStatusCode.Conflict, "CONTACT_NOT_CURRENT");
        Assert.Empty(await ListAsync(officer, process));
        Assert.Equal([right.TextOf("name")], await ListAsync(officer, process, "state=WITHDRAWN"));
        Assert.Equal([wrong.TextOf("name")], await ListAsync(officer, process, "state=CORRECTED"));
    }

    [Fact, Rule("R61"), Rule("R141")]
    public async Task The_list_is_narrowed_by_party_third_party_and_the_days_on_which_it_may_have_been()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var au = fixture.Neighbours.Organization("Union");
        async Task<string> RecordAsync(object body) => (await fixture.As(officer).PostAsync($"{process}/contacts", body)).Is(HttpStatusCode.Created).TextOf("name");
        var day = await RecordAsync(Body("The Front", au, from: "2024-03-05"));
        var month = await RecordAsync(Body("The Front of the South", label: "A State", from: "2024-04"));
        Assert.Equal([day], await ListAsync(officer, process, "party=the%20%20front"));
        Assert.Equal([day], await ListAsync(officer, process, $"thirdParty={au}"));
        Assert.Equal([month], await ListAsync(officer, process, "thirdParty=A%20STATE"));
        Assert.Equal([month], await ListAsync(officer, process, "from=2024-03-06"));
        Assert.Equal([day, month], await ListAsync(officer, process, "from=2024-03-05&until=2024-04-01"));
        Assert.Equal([day], await ListAsync(officer, process, "until=2024-03-31"));
        (await fixture.As(officer).ReadAsync($"{process}/contacts?from=soon")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        var page = (await fixture.As(officer).ReadAsync($"{process}/contacts?pageSize=1")).Is(HttpStatusCode.OK);
        (await fixture.As(officer).ReadAsync($"{process}/contacts?party=x&pageToken={page.TextOf("nextPageToken")}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R138")]
    public async Task The_chain_says_that_a_contact_was_recorded_and_who_read_it_and_nothing_of_whom_it_was_with()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Forum");
        var made = (await fixture.As(officer).PostAsync($"{process}/contacts", Body("A hidden commander", label: "A quiet envoy", topics: ["A secret ceasefire"]))).Is(HttpStatusCode.Created);
        (await fixture.As(officer).ReadAsync(made.Location!.ToString())).Is(HttpStatusCode.OK);
        var name = $"contacts/{made.TextOf("name").Split('/')[3]}";
        var entries = await fixture.InStoreAsync(async db =>
        {
            var touched = await db.Set<Concord.Platform.Audit.AuditTouch>().Where(t => t.Resource == name).Select(t => t.Sequence).ToListAsync();
            return await db.AuditEntries.Where(e => touched.Contains(e.Sequence)).ToListAsync();
        });
        Assert.Contains(entries, e => e.Action == "designation.contacts.keep" && e.Outcome == AuditOutcome.Done);
        Assert.Contains(entries, e => e.Action == "designation.contacts.read");
        Assert.All((string[])["hidden commander", "quiet envoy", "secret ceasefire", "standing", "head of the office"], word => Assert.DoesNotContain(entries, e => e.Content.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<List<string>> ListAsync(TestCaller caller, string process, string query = "") =>
        [.. (await fixture.As(caller).ReadAsync($"{process}/contacts?{query}")).Is(HttpStatusCode.OK)["items"].AsArray().Select(c => c!["name"]!.GetValue<string>())];
}
