using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests.Council;

public sealed class SummaryTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private readonly string _today = DateTime.UtcNow.ToString("yyyy-MM-dd");

    [Fact, Rule("R41")]
    public async Task A_draft_is_composed_of_what_its_classification_allows()
    {
        var process = await fixture.ProcessAsync("CONFIDENTIAL", "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("The Forum"));
        await fixture.AdvanceAsync(process, "FRAMEWORK_AGREED");
        (await fixture.As(fixture.Officer("Rival")).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);

        var full = await DraftAsync(process, "CONFIDENTIAL");
        Assert.Equal(["PROGRESS", "LEAD", "AGREEMENTS_REACHED", "NEXT_STEPS", "SUPPORT_OF_THE_COUNCIL"], full["sections"].AsArray().Select(s => s!["section"]!.GetValue<string>()));
        Assert.Equal(4, full.TextOf("sections.0.text").Split('\n').Length);
        Assert.Contains("The Forum", full.TextOf("sections.1.text"), StringComparison.Ordinal);
        Assert.Equal($"{_today}: A framework was agreed.", full.TextOf("sections.2.text"));
        Assert.DoesNotContain("Rival", full.Text, StringComparison.Ordinal);

        var low = await DraftAsync(process, "UNCLASSIFIED");
        Assert.All(low["sections"].AsArray(), s => Assert.Equal("", s!["text"]!.GetValue<string>()));
        (await PostDraftAsync(process, new { from = _today, until = _today, classification = "STRICTLY_CONFIDENTIAL" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await PostDraftAsync(process, new { from = _today, until = "2025-01-01", classification = "CONFIDENTIAL" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await PostDraftAsync(process, new { from = _today, until = "2999-01-01", classification = "CONFIDENTIAL" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var quiet = (await PostDraftAsync(process, new { from = "2020-01-01", until = "2020-02-01", classification = "CONFIDENTIAL" })).Is(HttpStatusCode.Created);
        Assert.Equal("", quiet.TextOf("sections.0.text"));
    }

    [Fact, Rule("R41")]
    public async Task A_person_edits_and_issues_it_and_what_was_issued_is_corrected_by_a_new_one()
    {
        var process = await fixture.ProcessAsync();
        var draft = await DraftAsync(process, "CONFIDENTIAL");
        var path = draft.Location!.ToString();
        (await fixture.As(fixture.Support).PatchAsync(path, new { sections = Sections("x") }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        (await fixture.As(fixture.Support).PatchAsync(path, new { sections = new[] { new { section = "LEAD", text = "a" }, new { section = "LEAD", text = "b" } } }, draft.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var edited = (await fixture.As(fixture.Support).PatchAsync(path, new { sections = Sections("The parties meet in May.") }, draft.ETag)).Is(HttpStatusCode.OK);

        (await fixture.As(fixture.Analyst).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // a draft is for who keeps them
        Assert.Empty((await fixture.As(fixture.Analyst).ReadAsync($"{process}/councilSummaries")).Is(HttpStatusCode.OK)["items"].AsArray());
        (await PostDraftAsync(process, new { from = _today, until = _today, classification = "CONFIDENTIAL", corrects = edited.TextOf("name") })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        (await fixture.As(fixture.Support).PostAsync($"{path}:issue", body: null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED"); // what is issued was read
        (await fixture.As(fixture.Support).PostAsync($"{path}:issue", body: null, ifMatch: "*")).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        (await fixture.As(fixture.Support).PostAsync($"{path}:issue", body: null, ifMatch: draft.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await fixture.As(fixture.Support).PostAsync($"{path}:issue", body: null, ifMatch: edited.ETag)).Is(HttpStatusCode.OK);
        (await fixture.IssueAsync(fixture.Support, path)).IsProblem(HttpStatusCode.Conflict, "SUMMARY_ISSUED");
        var issued = (await fixture.As(fixture.Analyst).ReadAsync(path)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PatchAsync(path, new { sections = Sections("x") }, issued.ETag)).IsProblem(HttpStatusCode.Conflict, "SUMMARY_ISSUED");

        var correction = (await PostDraftAsync(process, new { from = _today, until = _today, classification = "CONFIDENTIAL", corrects = issued.TextOf("name") })).Is(HttpStatusCode.Created);
        Assert.Empty((await fixture.As(fixture.Analyst).ReadAsync(path))["correctedBy"].AsArray());
        (await fixture.IssueAsync(fixture.Support, correction.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal(correction.TextOf("name"), (await fixture.As(fixture.Analyst).ReadAsync(path)).TextOf("correctedBy.0"));
        Assert.Equal(2, (await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/councilSummaries?state=ISSUED&pageSize=1")).Count);
        (await PostDraftAsync(process, new { from = _today, until = _today, classification = "CONFIDENTIAL", corrects = "processes/x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R41")]
    public async Task Under_a_lower_classification_another_person_than_who_wrote_it_issues_it()
    {
        var process = await fixture.ProcessAsync();
        var draft = await DraftAsync(process, "UNCLASSIFIED");
        var path = draft.Location!.ToString();
        var second = fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}" };
        (await fixture.IssueAsync(second, path)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD"); // nothing to read in it
        var between = fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}" };
        var edited = (await fixture.As(between).PatchAsync(path, new { sections = Sections("Talks go on, slowly.") }, draft.ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PatchAsync(path, new { sections = Sections("Talks go on.") }, edited.ETag)).Is(HttpStatusCode.OK);
        (await fixture.IssueAsync(fixture.Support, path)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await fixture.IssueAsync(between, path)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED"); // though not the last who edited it
        (await fixture.IssueAsync(second, path)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R41")]
    public async Task A_summary_that_is_stricter_than_a_process_that_was_lowered_asks_for_itself()
    {
        var process = await fixture.ProcessAsync();
        var draft = await DraftAsync(process, "CONFIDENTIAL");
        (await fixture.IssueAsync(fixture.Support, draft.Location!.ToString())).Is(HttpStatusCode.OK);
        var late = await DraftAsync(process, "CONFIDENTIAL");
        var second = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.MediationSupport);
        var act = (await fixture.As(fixture.Support).PatchAsync(process, new { classification = "UNCLASSIFIED" }, (await fixture.As(fixture.Support).ReadAsync(process)).ETag)).Is(HttpStatusCode.Accepted).TextOf("name");
        (await fixture.As(second).PostAsync($"/api/v1/{act}:approve", body: null)).Is(HttpStatusCode.OK);

        var low = fixture.Analyst with { Clearance = Classification.Unclassified };
        (await fixture.As(low).ReadAsync(process)).Is(HttpStatusCode.OK);
        Assert.Empty((await fixture.As(low).ReadAsync($"{process}/councilSummaries")).Is(HttpStatusCode.OK)["items"].AsArray());
        (await fixture.As(low).ReadAsync(draft.Location!.ToString())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(fixture.Analyst).ReadAsync(draft.Location!.ToString())).Is(HttpStatusCode.OK);
        (await fixture.IssueAsync(fixture.Support, late.Location!.ToString())).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    private static object[] Sections(string next) => [new { section = "NEXT_STEPS", text = next }, new { section = "LEAD", text = "" }];

    private Task<ApiAnswer> PostDraftAsync(string process, object body) => fixture.As(fixture.Support).PostAsync($"{process}/councilSummaries", body);

    private async Task<ApiAnswer> DraftAsync(string process, string classification) =>
        (await PostDraftAsync(process, new { from = "2025-01-01", until = _today, classification })).Is(HttpStatusCode.Created);
}
