using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests.Council;

public sealed class CouncilMissionTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R42")]
    public async Task What_a_mission_recommends_is_followed_until_it_is_carried_out()
    {
        var process = await fixture.ProcessAsync();
        var mission = (await RecordAsync(process, Terms())).Is(HttpStatusCode.Created);
        var path = mission.Location!.ToString();
        Assert.Equal("Ceasefire before the rains", (await fixture.As(fixture.Analyst).ReadAsync(path)).TextOf("objective"));
        Assert.Single((await fixture.As(fixture.Analyst).ReadAsync($"{process}/councilMissions")).Is(HttpStatusCode.OK)["items"].AsArray());
        (await fixture.As(fixture.Support).PostAsync($"{path}/recommendations", new { text = "" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var recommendation = (await fixture.As(fixture.Support).PostAsync($"{path}/recommendations", new { text = "Name a joint observer team." })).Is(HttpStatusCode.Created);
        var name = recommendation.TextOf("name");
        var act = $"/api/v1/{name}:followUp";
        Assert.Contains(name, await OpenAsync(fixture.Analyst));
        Assert.DoesNotContain(name, await OpenAsync(fixture.Analyst with { Clearance = Classification.Unclassified }));

        (await fixture.As(fixture.Support).PostAsync(act, new { status = "CARRIED_OUT" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Support).PostAsync(act, new { status = "UNDER_WAY", text = "Both sides named theirs." }, ifMatch: recommendation.ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync(act, new { status = "UNDER_WAY", text = "x" }, ifMatch: recommendation.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        Assert.Contains(name, await OpenAsync(fixture.Analyst));
        (await fixture.As(fixture.Support).PostAsync(act, new { status = "CARRIED_OUT", text = "Deployed." })).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(name, await OpenAsync(fixture.Analyst));
        Assert.Contains(name, await OpenAsync(fixture.Analyst, "?status=CARRIED_OUT"));
        var read = (await fixture.As(fixture.Analyst).ReadAsync($"{path}/recommendations")).Is(HttpStatusCode.OK);
        Assert.Equal(("Both sides named theirs.", "Deployed.", "CARRIED_OUT"), (read.TextOf("items.0.followUps.0.text"), read.TextOf("items.0.followUps.1.text"), read.TextOf("items.0.status")));
    }

    [Fact, Rule("R42")]
    public async Task A_mission_that_did_not_take_place_is_withdrawn_and_asks_for_nothing_more()
    {
        var process = await fixture.ProcessAsync();
        var path = (await RecordAsync(process, Terms())).Is(HttpStatusCode.Created).Location!.ToString();
        var name = (await fixture.As(fixture.Support).PostAsync($"{path}/recommendations", new { text = "x" })).Is(HttpStatusCode.Created).TextOf("name");
        (await fixture.As(fixture.Support).PostAsync($"{path}:withdraw", new { reason = "The airport was closed." })).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync($"{path}:withdraw", new { reason = "again" })).IsProblem(HttpStatusCode.Conflict, "COUNCIL_MISSION_WITHDRAWN");
        (await fixture.As(fixture.Support).PostAsync($"{path}/recommendations", new { text = "y" })).IsProblem(HttpStatusCode.Conflict, "COUNCIL_MISSION_WITHDRAWN");
        Assert.DoesNotContain(name, await OpenAsync(fixture.Analyst));
        Assert.Equal("The airport was closed.", (await fixture.As(fixture.Analyst).ReadAsync(path)).TextOf("withdrawReason"));
    }

    [Fact, Rule("R42")]
    public async Task Without_objective_coordination_days_or_members_there_is_no_mission()
    {
        var process = await fixture.ProcessAsync();
        object[] wrong = [Terms(objective: ""), Terms(coordination: " "), Terms(until: "2025-01-01"), Terms(members: []), Terms(members: ["accounts/" + Guid.NewGuid()])];
        foreach (var body in wrong)
        {
            (await RecordAsync(process, body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        (await RecordAsync(process, Terms(members: [$"organizations/{Guid.NewGuid()}"]))).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        Assert.Empty((await fixture.As(fixture.Analyst).ReadAsync($"{process}/councilMissions"))["items"].AsArray());
        (await fixture.As(fixture.Analyst).PostAsync($"{process}/councilMissions", Terms())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Support).PostAsync($"{process}/councilMissions/{Guid.NewGuid()}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(fixture.Support).PostAsync($"{process}/councilMissions/{Guid.NewGuid()}/recommendations/{Guid.NewGuid()}:followUp", new { status = "OPEN", text = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    private object Terms(string objective = "Ceasefire before the rains", string coordination = "With the Department, on 3 May", string until = "2026-06-04", string[]? members = null) => new
    {
        objective,
        coordination,
        from = "2026-06-01",
        until,
        members = members ?? [fixture.Neighbours.Organization("A Member", "STATE"), fixture.Neighbours.Organization("The Council", "ORGAN")],
    };

    private Task<ApiAnswer> RecordAsync(string process, object body) => fixture.As(fixture.Support).PostAsync($"{process}/councilMissions", body);

    private async Task<IEnumerable<string>> OpenAsync(TestCaller reader, string query = "") =>
        (await fixture.As(reader).ReadAllAsync($"/api/v1/processes/-/councilRecommendations{query}")).Select(r => r["name"]!.GetValue<string>());
}
