using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests;

public sealed class ConsultationApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateTime s_deadline = DateTime.UtcNow.AddDays(20);

    [Fact, Rule("R48"), Rule("R156")]
    public async Task Each_organization_reads_its_own_position_and_after_the_close_those_whose_authors_agreed_and_the_authority_all()
    {
        var process = await fixture.ProcessAsync();
        var (open, silent, idle) = (fixture.Officer("Open"), fixture.Officer("Silent"), fixture.Officer("Idle"));
        foreach (var claimant in (TestCaller[])[open, silent, idle])
        {
            (await fixture.As(claimant).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);
        }

        var round = (await fixture.As(fixture.Proposer).PostAsync($"{process}/consultations", new { question = "Who should lead?", deadlineTime = s_deadline })).Is(HttpStatusCode.Created);
        var path = round.Location!.ToString();
        Assert.Equal(new[] { open, silent, idle }.Select(o => o.Organization).Order(), round["organizations"].AsArray().Select(o => (string?)o!["organization"]).Order());
        await AnswerAsync(open, path, "SUPPORTS", open.Organization!, showToOthers: false);
        await AnswerAsync(open, path, "WOULD_SUPPORT", silent.Organization!, showToOthers: true);
        await AnswerAsync(silent, path, "OBJECTS", open.Organization!, showToOthers: false);

        Assert.Equal([(open.Organization, "SUPPORTS"), (open.Organization, "WOULD_SUPPORT")], await PositionsAsync(open, path));
        Assert.Empty(await PositionsAsync(idle, path));
        Assert.Equal(3, (await PositionsAsync(fixture.Approver, path)).Count);
        Assert.Equal(3, (await PositionsAsync(fixture.Support, path)).Count);
        Assert.Null((await fixture.As(idle).ReadAsync(path)).Is(HttpStatusCode.OK).Find("organizations")); // whom else is asked it does not learn
        Assert.Null((await fixture.As(idle).ReadAsync(path)).Find("etag")); // nor that another one has answered
        Assert.NotEqual("", (await fixture.As(fixture.Approver).ReadAsync(path)).TextOf("etag"));

        var closed = (await fixture.As(fixture.Approver).PostAsync($"{path}:close", new { summary = "One of two" })).Is(HttpStatusCode.OK);
        Assert.Equal(("CLOSED", "One of two"), (closed.TextOf("state"), closed.TextOf("summary")));
        Assert.Equal([(open.Organization, "WOULD_SUPPORT")], await PositionsAsync(idle, path));
        Assert.Equal([(open.Organization, "WOULD_SUPPORT"), (silent.Organization, "OBJECTS")], await PositionsAsync(silent, path));
        Assert.Null((await fixture.As(silent).ReadAsync(path)).Find("summary"));
        var late = await fixture.As(idle).PostAsync($"{path}:answer", new { stance = "NO_VIEW", reasons = "late" });
        Assert.Equal(s_deadline, late.IsProblem(HttpStatusCode.Conflict, "CONSULTATION_CLOSED")["metadata.deadlineTime"].GetValue<DateTime>(), TimeSpan.FromMilliseconds(1));
        (await fixture.As(fixture.Approver).PostAsync($"{path}:close", new { summary = "Again" })).IsProblem(HttpStatusCode.Conflict, "CONSULTATION_CLOSED");
    }

    [Fact, Rule("R48"), Rule("R156")]
    public async Task For_whoever_is_not_asked_there_is_no_round_and_only_who_is_named_keeps_it()
    {
        var process = await fixture.ProcessAsync();
        var (asked, other) = (fixture.Officer("Asked"), fixture.Officer("Other"));
        var body = new { question = "Who?", organizations = new[] { asked.Organization }, deadlineTime = s_deadline };
        var unnamed = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.AppointingAuthority);
        (await fixture.As(unnamed).PostAsync($"{process}/consultations", body)).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
        (await fixture.As(fixture.Support).PostAsync($"{process}/consultations", body)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/consultations", body with { organizations = [$"organizations/{Guid.NewGuid()}"] })).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/consultations", body with { organizations = [] })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD"); // nobody claims
        var path = (await fixture.As(fixture.Proposer).PostAsync($"{process}/consultations", body)).Is(HttpStatusCode.Created).Location!.ToString();

        foreach (var stranger in (TestCaller[])[other, unnamed, asked with { Roles = [Roles.AppointingAuthority] }])
        {
            (await fixture.As(stranger).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await fixture.As(stranger).ReadAsync($"{path}/positions")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Empty(await fixture.As(stranger).ReadAllAsync($"{process}/consultations"));
        }

        Assert.Single(await fixture.As(asked).ReadAllAsync($"{process}/consultations"));
        (await fixture.As(other).PostAsync($"{path}:answer", new { stance = "NO_VIEW", reasons = "r" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(unnamed).PostAsync($"{path}:close", new { summary = "s" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var both = TestCaller.Person(other.Organization!, Roles.RegionalOfficer, Roles.MediationSupport); // reads all, and is asked for nothing
        (await fixture.As(both).PostAsync($"{path}:answer", new { stance = "NO_VIEW", reasons = "r" })).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
        (await fixture.As(asked).PostAsync($"{path}:answer", new { stance = "OBJECTS", organization = $"organizations/{Guid.NewGuid()}", reasons = "r" })).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        (await fixture.As(fixture.Analyst).ReadAsync(path)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact, Rule("R48"), Rule("R143")]
    public async Task Of_an_organization_s_eight_answers_at_once_each_that_is_taken_is_a_version_and_one_counts()
    {
        var process = await fixture.ProcessAsync();
        var asked = fixture.Officer("Eager");
        var path = (await fixture.As(fixture.Proposer).PostAsync($"{process}/consultations", new { question = "Who?", organizations = new[] { asked.Organization }, deadlineTime = s_deadline })).Is(HttpStatusCode.Created).Location!.ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.As(asked).PostAsync($"{path}:answer", new { stance = "NO_VIEW", reasons = "none" })));
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.IsProblem(HttpStatusCode.Conflict, "CONCURRENT_CHANGE"));
        (await fixture.As(asked).PostAsync($"{path}:answer", new { stance = "NO_VIEW", reasons = "still none" })).Is(HttpStatusCode.OK);
        (await fixture.As(asked).PostAsync($"{path}:answer", new { stance = "NO_VIEW", reasons = "still none" })).Is(HttpStatusCode.OK);
        var kept = await fixture.As(asked).ReadAllAsync($"{path}/positions");
        Assert.Equal(Enumerable.Range(1, answers.Count(a => a.Status == HttpStatusCode.OK) + 2), kept.Select(p => p["revision"]!.GetValue<int>()).Order());
        Assert.Single(kept, p => p["current"]!.GetValue<bool>());
    }

    private async Task AnswerAsync(TestCaller officer, string path, string stance, string organization, bool showToOthers) =>
        (await fixture.As(officer).PostAsync($"{path}:answer", new { stance, organization, reasons = "Because of the lake", showToOthers })).Is(HttpStatusCode.OK);

    private async Task<List<(string?, string?)>> PositionsAsync(TestCaller reader, string path) =>
        [.. (await fixture.As(reader).ReadAllAsync($"{path}/positions")).Select(p => ((string?)p["organization"], (string?)p["stance"]))];
}
