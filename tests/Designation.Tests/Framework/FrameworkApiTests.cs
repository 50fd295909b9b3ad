using System.Net;
using Concord.Contracts.Access;
using Concord.Designation.Tests.Talks;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Framework;

public sealed class FrameworkApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly object[] Parties = [new { party = "Government", person = "Its minister" }, new { party = "Movement", person = "Its commander" }];
    private static readonly string[] Items = ["negotiatingTeams", "mediator", "rightToTalkToAnyGroup", "noUnilateralAbandonment", "venue", "agenda", "timeline", "mediaProcedures"];

    [Theory, Rule("R52")]
    [InlineData("FRAMEWORK_AGREED")]
    [InlineData("SUBSTANTIVE_TALKS")]
    public async Task Talks_without_a_signed_framework_agreement_are_warned_of_and_not_forbidden(string state)
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        await fixture.AdvanceAsync(talks.Process, "EARLY_ENGAGEMENT");
        var quiet = (await talks.As(fixture.Support).PostAsync($"{talks.Process}:advance", new { to = "PRE_NEGOTIATION", reason = "next" })).Is(HttpStatusCode.OK);
        Assert.Null(quiet.Find("warnings"));

        var warned = (await talks.As(fixture.Support).PostAsync($"{talks.Process}:advance", new { to = state, reason = "next" })).Is(HttpStatusCode.OK);
        Assert.Equal((state, "NO_FRAMEWORK_AGREEMENT", "R52"), (warned.TextOf("state"), warned.TextOf("warnings.0.code"), warned.TextOf("warnings.0.rule")));
        var framework = (await talks.As(fixture.Support).ReadAsync($"{talks.Process}/frameworkAgreement")).Is(HttpStatusCode.OK);
        Assert.Equal(("NO_FRAMEWORK_AGREEMENT", "DRAFT", "\"0\""), (framework.TextOf("warnings.0.code"), framework.TextOf("state"), framework.ETag));
    }

    [Fact, Rule("R52")]
    public async Task With_a_signed_one_there_is_no_warning_and_its_history_tells_every_step()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var (path, mediator) = ($"{talks.Process}/frameworkAgreement", talks.As(talks.Mediator));
        (await mediator.PatchAsync(path, new { }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        var draft = (await mediator.PatchAsync(path, Items.ToDictionary(i => i, i => new { text = $"As agreed of {i}", agreed = true }), "\"0\"")).Is(HttpStatusCode.OK);
        (await mediator.PatchAsync(path, new { }, "\"0\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await mediator.PostAsync($"{path}:sign", new { on = "2026-01-31", place = "Geneva", signatories = Parties })).IsProblem(HttpStatusCode.Conflict, "FRAMEWORK_NOT_IN_STATE");
        (await mediator.PostAsync($"{path}:initial", new { on = "2026-01-30", place = "Geneva", signatories = Parties }, ifMatch: draft.ETag)).Is(HttpStatusCode.OK);
        var open = (await mediator.PostAsync($"{path}:sign", new { on = "2026-01-31", place = "Geneva", signatories = Parties })).IsProblem(HttpStatusCode.Conflict, "FRAMEWORK_ITEMS_OPEN");
        Assert.Equal("R52", open.TextOf("rule"));
        (await mediator.PostAsync($"{path}:sign", new { on = "2026-01-31", place = "Geneva", signatories = Parties, openItems = new { structure = "Left to the mediator" } })).Is(HttpStatusCode.OK);

        await fixture.AdvanceAsync(talks.Process, "EARLY_ENGAGEMENT");
        await fixture.AdvanceAsync(talks.Process, "PRE_NEGOTIATION");
        var quiet = (await talks.As(fixture.Support).PostAsync($"{talks.Process}:advance", new { to = "SUBSTANTIVE_TALKS", reason = "next" })).Is(HttpStatusCode.OK);
        Assert.Null(quiet.Find("warnings"));
        var amended = (await mediator.PatchAsync(path, new { venue = new { text = "Elsewhere", agreed = true } }, "*")).Is(HttpStatusCode.OK);
        Assert.Equal(("DRAFT", 2, 1, 0), (amended.TextOf("state"), amended["revision"].GetValue<int>(), amended["signedRevision"].GetValue<int>(), amended["warnings"].AsArray().Count));

        var history = await mediator.ReadAllAsync($"{path}/revisions?pageSize=3");
        Assert.Equal(["WRITTEN", "INITIALLED", "SIGNED", "WRITTEN"], history.Select(h => (string)h["act"]!));
        Assert.Equal("As agreed of venue", (string?)history[0]["content"]!["venue"]!["text"]);
        Assert.Equal("Left to the mediator", (string?)history[2]["step"]!["openItems"]!["structure"]);
        Assert.Equal("Elsewhere", (string?)history[3]["content"]!["venue"]!["text"]);
    }

    [Fact]
    public async Task Talks_are_not_there_for_a_lead_mediator_whose_organization_does_not_lead()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var other = TestCaller.Person(fixture.Neighbours.Organization("Another"), Roles.LeadMediator);
        (await talks.As(other).ReadAsync(talks.Process)).Is(HttpStatusCode.OK);
        (await talks.As(other).ReadAsync($"{talks.Process}/frameworkAgreement")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await talks.As(other).PatchAsync($"{talks.Process}/frameworkAgreement", new { }, "*")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await talks.As(other).ReadAsync($"{talks.Process}/frameworkAgreement/revisions")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await talks.As(talks.Mediator).ReadAsync($"{talks.Process}/frameworkAgreement")).Is(HttpStatusCode.OK);
        (await talks.As(fixture.Proposer).ReadAsync($"{talks.Process}/frameworkAgreement")).Is(HttpStatusCode.OK);
        (await talks.As(fixture.Proposer).PatchAsync($"{talks.Process}/frameworkAgreement", new { }, "*")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await talks.As(fixture.Analyst).ReadAsync($"{talks.Process}/frameworkAgreement")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Of_eight_who_write_it_first_at_once_one_does()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => talks.As(talks.Mediator).PatchAsync($"{talks.Process}/frameworkAgreement", new { venue = new { text = $"Place {i}" } }, "\"0\"")));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.True(a.Status is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict, a.Text));
        Assert.Single(await talks.As(talks.Mediator).ReadAllAsync($"{talks.Process}/frameworkAgreement/revisions"));
    }

    [Fact]
    public async Task What_a_document_says_and_who_signed_stays_out_of_the_audit_chain()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        (await talks.As(talks.Mediator).PatchAsync($"{talks.Process}/frameworkAgreement", new { venue = new { text = "secret-farmhouse", agreed = false } }, "\"0\"")).Is(HttpStatusCode.OK);
        (await talks.As(talks.Mediator).PostAsync($"{talks.Process}/frameworkAgreement:initial", new { on = "2026-01-30", place = "secret-city", signatories = Parties })).Is(HttpStatusCode.OK);
        var process = talks.Process["/api/v1/".Length..];
        var entries = await fixture.InStoreAsync(db => db.AuditEntries.Where(e => e.Content.Contains(process)).Select(e => e.Content).ToListAsync());
        Assert.Contains(entries, e => e.Contains("InitialFrameworkAgreement", StringComparison.OrdinalIgnoreCase) || e.Contains("frameworkAgreement", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, e => e.Contains("secret-", StringComparison.Ordinal) || e.Contains("Its minister", StringComparison.Ordinal));
    }
}
