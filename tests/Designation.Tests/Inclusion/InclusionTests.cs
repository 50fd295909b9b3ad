using System.Net;
using Concord.Designation.Inclusion;
using Concord.Designation.Processes;
using Concord.Designation.Tests.Talks;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Inclusion;

public sealed class InclusionTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Given.Start);

    [Fact, Rule("R54"), Rule("R55")]
    public async Task A_plan_says_who_is_heard_and_how_and_is_approved_only_with_principles()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var (path, support) = ($"{talks.Process}/inclusionPlan", talks.As(fixture.Support));
        (await support.PostAsync($"{path}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "DOCUMENT_NOT_WRITTEN");
        var written = (await support.PatchAsync(path, new
        {
            groups = new[] { new { group = "WOMENS_GROUPS", mode = "CONSULTATIVE_FORUM", channel = "Weekly forum", stage = "AGENDA_SETTING", responsible = "Gender adviser" } },
            excludedParties = new[] { new { party = "Splinter group", reason = "Has not laid down its arms." } },
        }, "\"0\"")).Is(HttpStatusCode.OK);
        Assert.Equal("PLANNED", written.TextOf("content.groups.0.status"));
        Assert.Equal("R55", (await support.PostAsync($"{path}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PRINCIPLES_REQUIRED").TextOf("rule"));
        Assert.False((await support.ReadAsync(path))["approved"].GetValue<bool>());

        await support.PatchAsync(path, new { principles = new { title = "Nothing about us without us", reference = "Annex 2", on = "2026-01-10" } }, "*");
        var approved = (await support.PostAsync($"{path}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal((true, 2), (approved["approved"].GetValue<bool>(), approved["approvedRevision"].GetValue<int>()));
        var again = (await support.PatchAsync(path, new { excludedParties = Array.Empty<object>() }, approved.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal((false, 2, 3), (again["approved"].GetValue<bool>(), again["approvedRevision"].GetValue<int>(), again["revision"].GetValue<int>()));
        var history = await support.ReadAllAsync($"{path}/revisions");
        Assert.Equal(["WRITTEN", "WRITTEN", "APPROVED", "WRITTEN"], history.Select(h => (string)h["act"]!));
        Assert.Equal("Splinter group", (string?)history[1]["content"]!["excludedParties"]![0]!["party"]);
    }

    [Fact, Rule("R158")]
    public async Task An_excluded_party_is_called_nothing_and_a_person_s_flag_has_its_author_and_day_of_review()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var plan = (await talks.As(talks.Mediator).PatchAsync($"{talks.Process}/inclusionPlan", new { excludedParties = new[] { new { party = "Splinter group", reason = "Not asked yet." } } }, "\"0\"")).Is(HttpStatusCode.OK);
        Assert.Equal(["party", "reason"], plan["content.excludedParties.0"].AsObject().Select(m => m.Key));
        (await talks.As(talks.Mediator).PostAsync($"{talks.Process}/exclusionFlags", new { party = "Splinter group", assessment = "Threatened the venue." })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var flag = (await talks.As(talks.Mediator).PostAsync($"{talks.Process}/exclusionFlags", new { party = "Splinter group", assessment = "Threatened the venue.", reviewOn = "2027-01-31" })).Is(HttpStatusCode.Created);
        Assert.Equal((talks.Mediator.Subject, "2027-01-31"), (flag.TextOf("recordedBy.account"), flag.TextOf("content.reviewOn")));
        (await talks.As(fixture.Support).PostAsync($"{flag.Location}:withdraw", new { reason = "It has apologized." })).Is(HttpStatusCode.OK);
        Assert.Equal("It has apologized.", (string?)Assert.Single(await talks.As(fixture.Proposer).ReadAllAsync($"{talks.Process}/exclusionFlags"))["withdrawn"]!["reason"]);
    }

    [Fact, Rule("R46"), Rule("R47")]
    public async Task A_strategy_is_approved_only_after_a_vulnerable_group_was_asked()
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        var (path, support) = ($"{talks.Process}/strategy", talks.As(fixture.Support));
        var strategy = new { kind = "RESOLVING_MEDIATION", aims = "A ceasefire", approach = "Listen first", reviewOn = "2026-01-31" };
        (await support.PatchAsync(path, strategy with { kind = "PREVENTIVE_DIALOGUE" }, "\"0\"")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var written = (await support.PatchAsync(path, strategy, "\"0\"")).Is(HttpStatusCode.OK);
        Assert.True(written["reviewDue"].GetValue<bool>());
        Assert.Equal("R47", (await support.PostAsync($"{path}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PRE_CONSULTATION_REQUIRED").TextOf("rule"));

        await AskedAsync(talks, "ELDERS", "THINK_TANKS"); // not whom a compromise would be made at the cost of
        var taken = await AskedAsync(talks, "REFUGEES");
        (await support.PostAsync($"{taken}:withdraw", new { reason = "It was another process." })).Is(HttpStatusCode.OK);
        (await support.PostAsync($"{path}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PRE_CONSULTATION_REQUIRED");
        var asked = await AskedAsync(talks, "VICTIMS", "ELDERS", "VICTIMS");
        Assert.Equal(["ELDERS", "VICTIMS"], (await support.ReadAsync(asked))["content.groups"].AsArray().Select(g => (string)g!));
        var approved = (await support.PostAsync($"{path}:approve", body: null, ifMatch: written.ETag)).Is(HttpStatusCode.OK);
        Assert.True(approved["approved"].GetValue<bool>());
        Assert.Equal(3, (await support.ReadAllAsync($"{talks.Process}/preConsultations")).Count);
    }

    [Fact, Rule("R46")]
    public void A_strategy_is_of_the_kind_that_the_process_is_entered_as_and_due_for_review_on_its_day()
    {
        var process = Given.Process();
        var strategy = Strategy.Begin(process.Id);
        var wrong = Given.Refused(PlatformReasons.InvalidField, () => strategy.Revise(process, new StrategyContent(ProcessKind.PreventiveDialogue, "Aims", "Approach", Day.AddDays(1)), Given.Proposer, Given.Start));
        Assert.Equal(["kind"], wrong.Errors.Select(e => e.Field));
        strategy.Revise(process, new StrategyContent(ProcessKind.ResolvingMediation, "Aims", "Approach", Day.AddDays(1)), Given.Proposer, Given.Start);
        Assert.Equal((false, true), (strategy.ToAnswer(process, Given.Start).ReviewDue, strategy.ToAnswer(process, Given.Start.AddDays(1)).ReviewDue));
    }

    [Fact, Rule("R54")]
    public void Every_group_of_the_sources_can_be_included_and_a_plan_says_of_each_how()
    {
        Assert.Equal(14, Enum.GetValues<InclusionGroup>().Length);
        var process = Given.Process();
        var plan = InclusionPlan.Begin(process.Id);
        var wrong = Given.Refused(PlatformReasons.InvalidField, () => plan.Revise(
            process, new InclusionContent([new GroupInclusion(InclusionGroup.Youth, null, " ", null, "Adviser", null), null], new InclusionPrinciples("T", null, null), [new ExcludedParty("P", "")]), Given.Proposer, Given.Start));
        Assert.Equal(
            ["excludedParties[0].reason", "groups[0].channel", "groups[0].mode", "groups[0].stage", "groups[1]", "principles.on", "principles.reference"],
            wrong.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
        plan.Revise(process, new InclusionContent([.. Enum.GetValues<InclusionGroup>().Select(g => new GroupInclusion(g, InclusionMode.Observer, "Forum", InclusionStage.Preparation, "Adviser", null))]), Given.Proposer, Given.Start);
        Assert.Equal(14, plan.Content.Groups!.Count);
    }

    private async Task<string> AskedAsync(TalksSituation talks, params string[] groups) =>
        (await talks.As(fixture.Support).PostAsync($"{talks.Process}/preConsultations", new { groups, on = "2026-01-15", heldBy = "Field office", said = "We want to go home." })).Is(HttpStatusCode.Created).Location!.ToString();
}
