using System.Net;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>Officers of regional organizations register roles; exactly one leads, the others support by their own choice.</summary>
public sealed class LeadJourneys(JourneyPlatform platform)
{
    [Fact, Rule("R28"), Rule("R29"), Rule("R48")]
    public async Task Two_organizations_claim_one_is_designated_and_the_other_turns_its_claim_into_support()
    {
        var process = await Situation.NewProcessAsync(platform);
        var igad = await platform.AsAsync("igad.officer");
        var eccas = await platform.AsAsync("eccas.officer");
        await Situation.ClaimAsync(igad, process);
        var rival = await Situation.ClaimAsync(eccas, process);
        var seen = (await eccas.ReadAsync($"/api/v1/{rival}")).Is(HttpStatusCode.OK);
        Assert.Equal(Situation.Igad, seen.TextOf("otherClaims.0.organization"));
        Assert.Null(seen.Find("lead"));

        var proposer = await platform.AsAsync("authority.proposer");
        var proposal = await Situation.ProposeAsync(proposer, process, Situation.Igad);
        (await proposer.PostAsync($"/api/v1/{proposal}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        Assert.Null((await eccas.ReadAsync($"/api/v1/{process}/lead")).Find("lead"));
        (await (await platform.AsAsync("authority.approver")).PostAsync($"/api/v1/{proposal}:approve", new { })).Is(HttpStatusCode.OK);

        var lead = (await eccas.ReadAsync($"/api/v1/{process}/lead")).Is(HttpStatusCode.OK);
        Assert.Equal(Situation.Igad, lead.TextOf("lead.organizations.0"));
        var support = (await eccas.PostAsync($"/api/v1/{rival}:convertToSupport", new { role = "FRIEND", scope = "Hosts the talks.", from = "2026-12-01" })).Is(HttpStatusCode.Created);
        Assert.Equal("CONVERTED", (await eccas.ReadAsync($"/api/v1/{rival}")).TextOf("state"));
        Assert.Contains(await igad.ReadAllAsync($"/api/v1/{process}/supportRoles"), r => (string?)r["name"] == support.TextOf("name") && (string?)r["organization"] == Situation.Eccas);
        Assert.Single(await igad.ReadAllAsync($"/api/v1/{process}/leadHistory"));
        (await igad.PostAsync($"/api/v1/{process}/claims", new { mandate = "Again", advantages = "a", disadvantages = "b" })).IsProblem(HttpStatusCode.Conflict, "CLAIM_ALREADY_OPEN");
    }

    [Fact, Rule("R28"), Rule("R143")]
    public async Task A_second_designation_needs_a_hand_over_and_a_stale_one_names_the_holder()
    {
        var process = await Situation.NewProcessAsync(platform);
        var proposer = await platform.AsAsync("authority.proposer");
        var first = await Situation.ProposeAsync(proposer, process, Situation.Igad);
        var second = await Situation.ProposeAsync(proposer, process, Situation.Eccas);
        var approver = await platform.AsAsync("authority.approver");

        var answers = await Task.WhenAll(approver.PostAsync($"/api/v1/{first}:approve", new { }), approver.PostAsync($"/api/v1/{second}:approve", new { }));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        var lost = answers.Single(a => a.Status != HttpStatusCode.OK).IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
        Assert.Equal("R143", lost.TextOf("rule"));
        Assert.Single(await approver.ReadAllAsync($"/api/v1/{process}/leadHistory"));
    }

    [Fact]
    public async Task A_process_above_the_caller_s_clearance_does_not_exist_for_it()
    {
        var analyst = await platform.AsAsync("analyst");
        var process = await Situation.NewProcessAsync(platform);

        var hidden = (await analyst.ReadAsync($"/api/v1/{process}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var nothing = (await analyst.ReadAsync($"/api/v1/processes/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal(hidden.Text.Length, nothing.Text.Length);
        Assert.DoesNotContain(await analyst.ReadAllAsync("/api/v1/processes"), p => (string?)p["classification"] != "UNCLASSIFIED");
        (await analyst.PostAsync("/api/v1/processes", new { })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }
}
