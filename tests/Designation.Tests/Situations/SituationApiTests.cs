using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests.Situations;

public sealed class SituationApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R50")]
    public async Task Several_processes_work_on_one_situation_and_a_reader_is_told_of_it_only_where_he_sees_it()
    {
        var situation = await fixture.SituationAsync();
        var first = await fixture.ProcessAsync("UNCLASSIFIED");
        var second = await fixture.ProcessAsync();
        await UnderAsync(first, situation);
        await UnderAsync(second, situation);

        Assert.Equal(situation, (await fixture.As(fixture.Analyst).ReadAsync(first)).TextOf("situationName"));
        var low = fixture.Analyst with { Clearance = Classification.Unclassified };
        Assert.Null((await fixture.As(low).ReadAsync(first)).Is(HttpStatusCode.OK).Find("situationName"));
        Assert.Equal([Ground.NameOf(first), Ground.NameOf(second)], (await fixture.As(fixture.Analyst).ReadAllAsync($"/api/v1/processes?situation={situation}")).Select(p => (string)p["name"]!));
        Assert.All(await fixture.As(fixture.Analyst).ReadAllAsync($"/api/v1/processes?situation={situation}"), p => Assert.Equal(situation, (string?)p["situationName"]));
        Assert.Empty(await fixture.As(low).ReadAllAsync($"/api/v1/processes?situation={situation}"));
        (await fixture.As(fixture.Analyst).ReadAsync("/api/v1/processes?situation=processes/1")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        // Who changes something else of the process needs not see the situation, and leaves it as it is.
        var keeper = fixture.As(fixture.Support with { Clearance = Classification.Unclassified });
        (await keeper.PatchAsync(first, new { title = "Another title" }, (await keeper.ReadAsync(first)).ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(situation, (await fixture.As(fixture.Analyst).ReadAsync(first)).TextOf("situationName"));
        (await fixture.As(fixture.Support).PatchAsync(first, new { situationName = (string?)null }, (await keeper.ReadAsync(first)).ETag)).Is(HttpStatusCode.OK);
        Assert.Single(await fixture.As(fixture.Analyst).ReadAllAsync($"/api/v1/processes?situation={situation}"));
    }

    [Fact, Rule("R50")]
    public async Task A_process_is_put_under_no_situation_that_is_hidden_unknown_or_none()
    {
        var hidden = await fixture.SituationAsync();
        var process = await fixture.ProcessAsync("UNCLASSIFIED");
        var low = fixture.As(fixture.Support with { Clearance = Classification.Unclassified });
        var etag = (await low.ReadAsync(process)).ETag;
        List<string> details = [];
        foreach (var name in (string[])[hidden, $"situations/{Guid.NewGuid()}", "situations/1", process])
        {
            var refused = (await low.PatchAsync(process, new { situationName = name }, etag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
            Assert.NotNull(refused.Find("errors.situationName"));
            details.Add(refused.TextOf("detail"));
        }

        Assert.Single(details.Distinct());
        var body = System.Text.Json.JsonSerializer.SerializeToNode(fixture.Fields(), System.Text.Json.JsonSerializerOptions.Web)!.AsObject();
        body["situationName"] = hidden;
        Assert.Equal(hidden, (await fixture.As(fixture.Support).PostAsync("/api/v1/processes", body)).Is(HttpStatusCode.Created).TextOf("situationName"));
        body["situationName"] = $"situations/{Guid.NewGuid()}";
        (await fixture.As(fixture.Support).PostAsync("/api/v1/processes", body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public async Task A_situation_is_read_within_clearance_and_changed_by_the_organization_that_keeps_it()
    {
        var situation = $"/api/v1/{await fixture.SituationAsync()}";
        var read = (await fixture.As(fixture.Analyst).ReadAsync(situation)).Is(HttpStatusCode.OK);
        Assert.Equal(("014", fixture.Support.Organization), (read.TextOf("region"), read.TextOf("keeper")));
        Assert.Equal(["KEN", "UGA"], read["countries"].AsArray().Select(c => (string)c!));
        var nothing = $"/api/v1/situations/{Guid.NewGuid()}";
        var low = fixture.As(fixture.Analyst with { Clearance = Classification.Unclassified });
        Assert.Equal(
            (await low.ReadAsync(situation)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND").TextOf("detail").Replace(situation[8..], "x", StringComparison.Ordinal),
            (await low.ReadAsync(nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND").TextOf("detail").Replace(nothing[8..], "x", StringComparison.Ordinal));
        var partner = fixture.As(TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.Partner));
        (await partner.ReadAsync(situation)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Contains(await fixture.As(fixture.Analyst).ReadAllAsync("/api/v1/situations?region=014&pageSize=1"), s => situation.EndsWith((string)s["name"]!, StringComparison.Ordinal));
        Assert.DoesNotContain(await low.ReadAllAsync("/api/v1/situations"), s => situation.EndsWith((string)s["name"]!, StringComparison.Ordinal));
        Assert.Empty(await fixture.As(fixture.Analyst).ReadAllAsync("/api/v1/situations?region=155"));
        (await fixture.As(fixture.Analyst).ReadAsync("/api/v1/situations?region=Africa")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        var other = fixture.As(TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.MediationSupport));
        (await other.PatchAsync(situation, new { title = "Mine" }, read.ETag)).IsProblem(HttpStatusCode.Forbidden, "NOT_YOUR_ORGANIZATION");
        var support = fixture.As(fixture.Support);
        Assert.Equal("Ours", (await support.PatchAsync(situation, new { title = "Ours" }, read.ETag)).Is(HttpStatusCode.OK).TextOf("title"));
        (await support.PatchAsync(situation, new { title = "Ours again" }, read.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await fixture.As(fixture.Analyst).PostAsync("/api/v1/situations", Ground.Situation())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Theory]
    [InlineData("STRICTLY_CONFIDENTIAL", "014", "classification")]
    [InlineData("CONFIDENTIAL", "999", "region")]
    [InlineData("UNCLASSIFIED", null, "classification")]
    public async Task A_situation_is_as_open_as_it_was_or_less_and_never_secret(string classification, string? region, string field)
    {
        var support = fixture.As(fixture.Support);
        var situation = $"/api/v1/{await fixture.SituationAsync()}";
        var refused = await support.PatchAsync(situation, new { classification, region }, (await support.ReadAsync(situation)).ETag);
        Assert.NotNull(refused.IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find($"errors.{field}"));
    }

    private async Task UnderAsync(string process, string situation)
    {
        var support = fixture.As(fixture.Support);
        (await support.PatchAsync(process, new { situationName = situation }, (await support.ReadAsync(process)).ETag)).Is(HttpStatusCode.OK);
    }
}
