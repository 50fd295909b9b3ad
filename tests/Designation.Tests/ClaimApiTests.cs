using System.Net;
using System.Text.RegularExpressions;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests;

public sealed partial class ClaimApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R48")]
    public async Task A_second_claim_is_recorded_and_sees_who_else_claims_and_who_leads()
    {
        var process = await fixture.ProcessAsync();
        var leader = fixture.Neighbours.Organization("The Leader");
        await fixture.DesignateAsync(process, 0, leader);
        var one = fixture.Officer("One");
        var two = fixture.Officer("Two");
        await fixture.Service.HearAsync(new OrganizationRegistered(one.Organization!, "One Forum", "OF", "RegionalOrganization", 1, DateTime.UtcNow));
        var first = (await fixture.As(one).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);
        var second = (await fixture.As(two).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);

        Assert.Empty(first["otherClaims"].AsArray());
        Assert.Equal("One Forum", second.TextOf("otherClaims.0.organizationDisplayName"));
        Assert.Equal("The Leader", second.TextOf("lead.displayName"));
        var list = (await fixture.As(two).ReadAsync($"{process}/claims")).Is(HttpStatusCode.OK);
        Assert.Equal([first.TextOf("name"), second.TextOf("name")], list["items"].AsArray().Select(c => c!["name"]!.GetValue<string>()));
        Assert.Equal(leader, list.TextOf("lead.organizations.0"));
        await Eventually.TrueAsync(() => Task.FromResult(fixture.Service.Sent.Any(e => e.Type == ClaimRegistered.Type && e.Subject == second.TextOf("name"))), "the fact is sent");

        var page = (await fixture.As(two).ReadAsync($"{process}/claims?pageSize=1")).Is(HttpStatusCode.OK);
        Assert.Single(page["items"].AsArray());
        Assert.Null((await fixture.As(two).ReadAsync($"{process}/claims?pageSize=1&pageToken={page.TextOf("nextPageToken")}")).Find("nextPageToken"));
        (await fixture.As(two).ReadAsync($"{process}/claims?state=WITHDRAWN&pageToken={page.TextOf("nextPageToken")}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R48")]
    public async Task One_claim_is_open_per_organization_also_of_eight_at_once()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Eager");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim())));
        var made = Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a != made), a => a.IsProblem(HttpStatusCode.Conflict, "CLAIM_ALREADY_OPEN"));

        (await fixture.As(officer).PostAsync($"{made.Location}:withdraw", new { reason = "no longer" }, ifMatch: made.ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(officer).PostAsync($"{made.Location}:withdraw", new { reason = "no longer" })).IsProblem(HttpStatusCode.Conflict, "CLAIM_NOT_OPEN");
        (await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);
    }

    [Fact, Rule("R48"), Rule("R143")]
    public async Task Outside_ones_view_a_claim_gives_the_same_receipt_whether_or_not_there_is_a_process_or_a_lead()
    {
        var officer = fixture.Officer("Outside");
        var hidden = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var closed = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL", "CLOSED");
        var nothing = $"/api/v1/processes/{Guid.NewGuid()}";
        var shapes = new List<string>();
        foreach (var process in (string[])[hidden, hidden, closed, nothing, nothing])
        {
            var key = Guid.NewGuid().ToString();
            var answer = (await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim(), key)).Is(HttpStatusCode.Accepted);
            var again = (await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim(), key)).Is(HttpStatusCode.Accepted);
            Assert.Equal(answer.Text, again.Text);
            shapes.Add(Shape(answer));
            shapes.Add(Shape(again));
            Assert.Equal("RESOURCE_NOT_FOUND", (await fixture.As(officer).ReadAsync($"{process}/claims")).TextOf("reason"));
            Assert.Equal("RESOURCE_NOT_FOUND", (await fixture.As(officer).ReadAsync($"{process}/lead")).TextOf("reason"));
        }

        Assert.Equal(2, shapes.Distinct().Count()); // first answers and replays
        var bad = await fixture.As(officer).PostAsync($"{hidden}/claims", new { mandate = "" });
        var worse = await fixture.As(officer).PostAsync($"{nothing}/claims", new { mandate = "" });
        Assert.Equal(bad.IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").TextOf("detail"), worse.TextOf("detail"));

        var seen = (await fixture.As(fixture.Support).ReadAsync($"{hidden}/claims")).Is(HttpStatusCode.OK)["items"].AsArray();
        Assert.Equal(officer.Organization, Assert.Single(seen)!["organization"]!.GetValue<string>());
        Assert.Empty((await fixture.As(fixture.Support).ReadAsync($"{closed}/claims"))["items"].AsArray());
        var claim = seen[0]!["name"]!.GetValue<string>();
        (await fixture.As(officer).PostAsync($"/api/v1/{claim}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        static string Shape(ApiAnswer a) =>
            Uuid().Replace(a.Text, "-") + a.ContentType + a.ETag + a.Location + string.Join(",", a.Headers.Select(h => h.Key).Order());
    }

    [Fact, Rule("R48")]
    public async Task Outside_ones_view_of_eight_claims_at_once_each_gets_a_receipt_and_one_is_recorded()
    {
        var officer = fixture.Officer("Outside");
        var hidden = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var keys = Enumerable.Range(0, 8).Select(_ => Guid.NewGuid().ToString()).ToList();
        var answers = await Task.WhenAll(keys.Select(k => fixture.As(officer).PostAsync($"{hidden}/claims", DesignationFixture.Claim(), k)));
        Assert.All(answers, a => a.Is(HttpStatusCode.Accepted));
        var again = await Task.WhenAll(keys.Select(k => fixture.As(officer).PostAsync($"{hidden}/claims", DesignationFixture.Claim(), k)));
        Assert.Equal(answers.Select(a => a.Text), again.Select(a => a.Text));
        Assert.Single((await fixture.As(fixture.Support).ReadAsync($"{hidden}/claims"))["items"].AsArray());
        Assert.Equal(8, await fixture.InStoreAsync(db => db.DeskReceipts.CountAsync(r => r.Organization == officer.Organization)));
    }

    [Fact, Rule("R34"), Rule("R35")]
    public async Task Only_the_claiming_organization_turns_its_claim_into_support()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Supporter");
        var claim = (await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim())).Location!.ToString();
        var terms = new { role = "GUARANTOR", scope = "cantonment", from = "2025-05-01", until = "2026-05-01" };
        (await fixture.As(fixture.Officer("Other")).PostAsync($"{claim}:convertToSupport", terms)).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
        (await fixture.As(fixture.Officer("Other")).PostAsync($"{claim}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
        (await fixture.As(officer).PostAsync($"{claim}:convertToSupport", terms with { until = "2024-01-01" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        var role = (await fixture.As(officer).PostAsync($"{claim}:convertToSupport", terms)).Is(HttpStatusCode.Created);
        Assert.Equal((officer.Organization, "GUARANTOR", officer.Subject), (role.TextOf("organization"), role.TextOf("role"), role.TextOf("coordinator")));
        Assert.Equal($"/api/v1/{role.TextOf("claim")}", claim);
        Assert.Equal("CONVERTED", (await fixture.As(officer).ReadAsync(claim)).TextOf("state"));
        Assert.Equal(role.Text, (await fixture.As(officer).ReadAsync(role.Location!.ToString())).Text);
        (await fixture.As(officer).PostAsync($"{claim}:convertToSupport", terms)).IsProblem(HttpStatusCode.Conflict, "CLAIM_NOT_OPEN");
        await Eventually.TrueAsync(() => Task.FromResult(fixture.Service.Sent.Any(e => e.Type == ClaimConverted.Type && e.Data.Contains(role.TextOf("name"), StringComparison.Ordinal))), "the fact is sent");
    }

    [Fact, Rule("R35")]
    public async Task Support_is_registered_without_a_claim_and_ended_by_its_own_organization()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Friend", "STATE");
        var role = (await fixture.As(officer).PostAsync($"{process}/supportRoles", new { role = "FRIEND", scope = "all", from = "2025-05-01" })).Is(HttpStatusCode.Created);
        (await fixture.As(fixture.Officer("Other")).PostAsync($"{role.Location}:end", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
        (await fixture.As(officer).PostAsync($"{role.Location}:end", new { reason = "budget" })).Is(HttpStatusCode.OK);
        (await fixture.As(officer).PostAsync($"{role.Location}:end", new { reason = "budget" })).IsProblem(HttpStatusCode.Conflict, "SUPPORT_ROLE_ENDED");
        Assert.Equal("budget", (await fixture.As(fixture.Analyst).ReadAsync($"{process}/supportRoles?role=FRIEND")).TextOf("items.0.endReason"));
        Assert.Empty((await fixture.As(fixture.Analyst).ReadAsync($"{process}/supportRoles?role=HOST"))["items"].AsArray());
    }

    [Fact, Rule("R31")]
    public async Task Only_a_registered_organization_of_a_kind_that_leads_claims()
    {
        var process = await fixture.ProcessAsync();
        (await fixture.As(fixture.Officer("Organ", "ORGAN")).PostAsync($"{process}/claims", DesignationFixture.Claim())).IsProblem(HttpStatusCode.Conflict, "ORGANIZATION_MAY_NOT_LEAD");
        var unknown = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.RegionalOfficer);
        (await fixture.As(unknown).PostAsync($"{process}/claims", DesignationFixture.Claim())).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        (await fixture.As(unknown with { Organization = null }).PostAsync($"{process}/claims", DesignationFixture.Claim())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Officer("X")).PostAsync($"{process}/claims", new { mandate = "m", advantages = "a", disadvantages = "d", organization = unknown.Organization })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Analyst).PostAsync($"{process}/claims", DesignationFixture.Claim())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        await fixture.AdvanceAsync(process, "CLOSED");
        (await fixture.As(fixture.Officer("Late")).PostAsync($"{process}/claims", DesignationFixture.Claim())).IsProblem(HttpStatusCode.Conflict, "PROCESS_CLOSED");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Uuid();
}
