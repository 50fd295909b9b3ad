using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests;

public sealed class EndorsementApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);
    private static readonly object s_request = new { organ = "SECURITY_COUNCIL", scope = "The lead of the panel", requestedOn = s_today.AddDays(-10), documents = new[] { new { title = "Letter", archive = "Box 4" } } };
    private static readonly object s_grant = new { symbol = "S/RES/2046 (2012)", adoptedOn = s_today, text = "Endorses the panel" };

    private TestCaller Second { get; } = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.MediationSupport) with { Clearance = Classification.Confidential };

    [Fact, Rule("R40")]
    public async Task That_an_organ_has_endorsed_is_recorded_by_two_and_opens_the_task_to_clarify_who_does_what()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var endorsement = (await support.PostAsync($"{process}/endorsements", s_request)).Is(HttpStatusCode.Created);
        var path = endorsement.Location!.ToString();
        (await support.PostAsync($"{path}:clarifyRoles", new { clarification = "early" })).IsProblem(HttpStatusCode.Conflict, "ENDORSEMENT_DECIDED");
        var act = (await support.PostAsync($"{path}:grant", s_grant, ifMatch: endorsement.ETag)).Is(HttpStatusCode.Accepted);
        Assert.Equal("REQUESTED", (await fixture.As(fixture.Analyst).ReadAsync(path)).TextOf("state"));
        (await support.PostAsync($"/api/v1/{act.TextOf("name")}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await fixture.As(Second).PostAsync($"/api/v1/{act.TextOf("name")}:approve", body: null)).Is(HttpStatusCode.OK);

        var granted = (await fixture.As(fixture.Analyst).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(("GRANTED", "S/RES/2046 (2012)", true), (granted.TextOf("state"), granted.TextOf("symbol"), granted["rolesToClarify"].GetValue<bool>()));
        Assert.Equal((fixture.Support.Subject, Second.Subject), (granted.TextOf("grantProposedBy.account"), granted.TextOf("grantApprovedBy.account")));
        Assert.False((await support.PostAsync($"{path}:clarifyRoles", new { clarification = "The host hosts" })).Is(HttpStatusCode.OK)["rolesToClarify"].GetValue<bool>());
        (await support.PostAsync($"{path}:clarifyRoles", new { clarification = "Again" })).IsProblem(HttpStatusCode.Conflict, "ROLES_CLARIFIED");
        (await support.PostAsync($"{path}:withdraw", new { on = s_today, reason = "The Council took it back" })).Is(HttpStatusCode.OK);
        Assert.Single(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/endorsements?state=WITHDRAWN"));
        Assert.Empty(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/endorsements?state=GRANTED"));
    }

    [Fact, Rule("R40")]
    public async Task What_was_proposed_of_an_endorsement_that_is_decided_otherwise_is_overtaken()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var path = (await support.PostAsync($"{process}/endorsements", s_request)).Is(HttpStatusCode.Created).Location!.ToString();
        var act = (await support.PostAsync($"{path}:grant", s_grant)).Is(HttpStatusCode.Accepted);
        (await fixture.As(Second).PostAsync($"{path}:decline", new { on = s_today, reason = "A veto" })).Is(HttpStatusCode.OK);
        (await fixture.As(Second).PostAsync($"/api/v1/{act.TextOf("name")}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
        Assert.Equal("DECLINED", (await support.ReadAsync(path)).TextOf("state"));
        (await support.PostAsync($"{path}:grant", s_grant)).IsProblem(HttpStatusCode.Conflict, "ENDORSEMENT_DECIDED");
    }

    [Fact, Rule("R40"), Rule("R137")]
    public async Task Who_may_not_know_of_the_process_knows_of_no_endorsement_nor_of_what_waits_and_it_is_withdrawn_where_the_process_becomes_stricter()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var path = (await support.PostAsync($"{process}/endorsements", s_request)).Is(HttpStatusCode.Created).Location!.ToString();
        var act = (await support.PostAsync($"{path}:grant", s_grant)).Is(HttpStatusCode.Accepted);
        (await fixture.As(fixture.Analyst).PostAsync($"{path}:withdraw", new { on = s_today, reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await support.PatchAsync(process, new { classification = "STRICTLY_CONFIDENTIAL" }, (await support.ReadAsync(process)).ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Analyst).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(Second).PostAsync($"/api/v1/{act.TextOf("name")}:approve", body: null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal("WITHDRAWN", (await support.ReadAsync($"/api/v1/{act.TextOf("name")}")).TextOf("state"));
        (await support.ReadAsync($"{process}/endorsements/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }
}
