using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Support;

namespace Concord.Designation.Tests.Brief;

public sealed class BriefTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R28"), Rule("R143")]
    public async Task A_brief_says_what_there_is_about_a_process_and_how_it_may_go_on()
    {
        var process = await fixture.ProcessAsync();
        var bare = (await fixture.As(fixture.Analyst).ReadAsync($"{process}/brief")).Is(HttpStatusCode.OK);
        Assert.Equal(("MONITORED", "CONFIDENTIAL", 0), (bare.TextOf("state"), bare.TextOf("classification"), bare["leadEpoch"].GetValue<int>()));
        Assert.Null(bare.Find("lead"));
        Assert.Null(bare.Find("nextSteps"));

        var (leader, host, rival, state) = (fixture.Officer("Leader"), fixture.Officer("Host"), fixture.Officer("Rival"), fixture.Neighbours.Organization("State", "STATE"));
        await fixture.Service.HearAsync(new OrganizationRegistered(rival.Organization!, "Rival Forum", "RF", "RegionalOrganization", 1, DateTime.UtcNow));
        await fixture.DesignateAsync(process, 0, leader.Organization!);
        await fixture.AdvanceAsync(process, "EARLY_ENGAGEMENT");
        (await fixture.As(host).PostAsync($"{process}/supportRoles", new { role = "HOST", scope = "all", from = "2025-05-01" })).Is(HttpStatusCode.Created);
        (await fixture.As(host).PostAsync($"{process}/supportRoles", new { role = "FUNDER", scope = "past", from = "2024-05-01", until = "2024-06-01" })).Is(HttpStatusCode.Created);
        (await fixture.As(rival).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);
        (await fixture.As(TestCaller.Person(leader.Organization!, Roles.LeadMediator)).PostAsync($"{process}/friends", new { leadEpoch = 1, organization = state })).Is(HttpStatusCode.Created);

        var full = (await fixture.As(fixture.Analyst).ReadAsync($"{process}/brief")).Is(HttpStatusCode.OK);
        Assert.Equal(("Leader", "HOST", state, "Rival Forum"),
            (full.TextOf("lead.displayName"), Assert.Single(full["supportRoles"].AsArray())!["role"]!.GetValue<string>(), full.TextOf("friends.0.organization"), full.TextOf("openClaims.0.organizationDisplayName")));
        Assert.Equal(1, full["lead.epoch"].GetValue<int>());
        Assert.Equal((await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/stateHistory"))[^1]["time"]!.GetValue<string>(), full.TextOf("stateSince"));
        Assert.Equal(["MONITORED", "PRE_NEGOTIATION", "SUSPENDED", "COLLAPSED", "CLOSED"], full["mayPassTo"].AsArray().Select(s => s!.GetValue<string>()));
    }

    [Fact, Rule("R41")]
    public async Task Next_steps_are_those_of_the_last_summary_that_the_reader_may_see()
    {
        var process = await fixture.ProcessAsync();
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd");
        foreach (var (text, issue) in new[] { ("Meet in May.", true), ("Only a draft.", false) })
        {
            var draft = (await fixture.As(fixture.Support).PostAsync($"{process}/councilSummaries", new { from = today, until = today, classification = "CONFIDENTIAL" })).Is(HttpStatusCode.Created);
            (await fixture.As(fixture.Support).PatchAsync(draft.Location!.ToString(), new { sections = new[] { new { section = "NEXT_STEPS", text } } }, draft.ETag)).Is(HttpStatusCode.OK);
            if (issue)
            {
                (await fixture.IssueAsync(fixture.Support, draft.Location!.ToString())).Is(HttpStatusCode.OK);
            }
        }

        Assert.Equal("Meet in May.", (await fixture.As(fixture.Support).ReadAsync($"{process}/brief")).Is(HttpStatusCode.OK).TextOf("nextSteps.text"));
        (await fixture.As(fixture.Analyst with { Clearance = Classification.Unclassified }).ReadAsync($"{process}/brief")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.Administrator)).ReadAsync($"{process}/brief")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }
}
