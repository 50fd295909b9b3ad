using System.Net;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>A head of mission opens the South Sudan agreement and sees what was kept, what is overdue, and what blocks what.</summary>
public sealed class ImplementationJourneys(JourneyPlatform platform)
{
    private static readonly string Agreement = $"/api/v1/agreements/{WellKnown.Id("agreement", "r-arcss")}";

    [Fact, Rule("R90"), Rule("R93")]
    public async Task The_agreement_is_encoded_with_its_provisions_milestones_and_dated_status()
    {
        var mission = await platform.AsAsync("head.of.mission");
        var provisions = await mission.ReadAllAsync($"{Agreement}/provisions?pageSize=500&asOf=2023-01-31");
        var milestones = await mission.ReadAllAsync($"{Agreement}/milestones?pageSize=500&asOf=2023-01-31");

        Assert.True(provisions.Count >= 60);
        Assert.Equal(Enumerable.Range(1, 8), provisions.Select(p => (int)p["chapter"]!).Distinct().Order());
        Assert.Equal(provisions.Count, provisions.Select(p => (string)p["clause"]!).Distinct().Count());
        Assert.True(milestones.Count >= 40);
        Assert.True((await mission.ReadAllAsync($"{Agreement}/assessments?pageSize=500")).Count >= 60);
        Assert.Null((await mission.ReadAsync($"{Agreement}?asOf=2017-01-01")).Find("lead"));
        await Eventually.TrueAsync(async () => (string?)(await mission.ReadAsync($"{Agreement}?asOf=2019-01-01")).Find("lead.organizations.0") == Situation.Igad, "the agreement shows who led then");
        Assert.Contains("not a finding of the United Nations", (await mission.ReadAsync(Agreement)).Is(HttpStatusCode.OK).TextOf("notice"), StringComparison.Ordinal);
    }

    [Fact, Rule("R91"), Rule("R94")]
    public async Task Status_score_overdue_and_blocked_are_those_of_the_day_asked_for()
    {
        var mission = await platform.AsAsync("head.of.mission");
        var early = (await mission.ReadAsync($"{Agreement}/score?asOf=2019-03-31")).Is(HttpStatusCode.OK);
        var late = (await mission.ReadAsync($"{Agreement}/score?asOf=2022-12-31")).Is(HttpStatusCode.OK);
        Assert.NotEqual(early.Text, late.Text);

        var overdue = await mission.ReadAllAsync($"{Agreement}/milestones?pageSize=500&asOf=2022-09-01&overdue=true");
        var blocked = await mission.ReadAllAsync($"{Agreement}/milestones?pageSize=500&asOf=2022-09-01&blocked=true");
        Assert.NotEmpty(overdue);
        Assert.All(overdue, m => Assert.True((int)m["overdueDays"]! > 0));
        Assert.NotEmpty(blocked);
        Assert.All(blocked, m => Assert.NotEmpty(m["blockedBy"]!.AsArray()));
        Assert.Empty(await mission.ReadAllAsync($"{Agreement}/milestones?pageSize=500&asOf=2018-09-12&overdue=true"));
    }

    [Fact, Rule("R93")]
    public async Task The_schedule_names_its_critical_path()
    {
        var mission = await platform.AsAsync("head.of.mission");
        var schedule = (await mission.ReadAsync($"{Agreement}/schedule?asOf=2020-02-22")).Is(HttpStatusCode.OK);
        Assert.NotEmpty(schedule["criticalPath"].AsArray());
    }

    [Fact, Rule("R95")]
    public async Task A_party_s_claim_alone_does_not_make_a_milestone_done()
    {
        var process = await Situation.NewProcessAsync(platform);
        var mission = await platform.AsAsync("head.of.mission");
        var agreement = await Situation.NewAgreementAsync(mission, process);
        var provision = (await mission.PostAsync($"/api/v1/{agreement}/provisions", new { clause = "1.1", chapter = 1, title = "Ceasefire", area = "CEASEFIRE", obligated = new[] { "government" }, priority = "HIGH", monitor = "monitor" })).Is(HttpStatusCode.Created).TextOf("name");
        var milestone = (await mission.PostAsync($"/api/v1/{agreement}/milestones", new
        {
            key = "guns-silent",
            title = "Guns fall silent",
            provision,
            responsible = new[] { "government" },
            durationDays = 10,
            deadline = new { anchor = "signature", months = 1, days = 0 },
        })).Is(HttpStatusCode.Created).TextOf("name");

        (await mission.PostAsync($"/api/v1/{milestone}:start", new { on = "2026-02-01", note = "Orders went out." })).Is(HttpStatusCode.OK);
        Assert.Equal("CLAIMED", (await mission.PostAsync($"/api/v1/{milestone}:claim", new { on = "2026-02-20", note = "The Government reports it." })).Is(HttpStatusCode.OK).TextOf("state"));
        (await mission.PostAsync($"/api/v1/{milestone}:verify", new { on = "2026-02-21", note = "Seen.", report = "Report 1", segment = 3 })).Is(HttpStatusCode.Forbidden);
        var monitor = await platform.AsAsync("monitor");
        Assert.Equal("VERIFIED", (await monitor.PostAsync($"/api/v1/{milestone}:verify", new { on = "2026-02-21", note = "Seen.", report = "Report 1", segment = 3 })).Is(HttpStatusCode.OK).TextOf("state"));
    }
}
