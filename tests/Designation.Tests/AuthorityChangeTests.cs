using System.Net;
using Concord.Support;

namespace Concord.Designation.Tests;

/// <summary>Who decides on the lead is not changed by one person.</summary>
public sealed class AuthorityChangeTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private readonly string[] _others = [$"accounts/{Guid.NewGuid()}", $"accounts/{Guid.NewGuid()}"];

    private async Task<string[]> PersonsAsync(string process) =>
        [.. (await fixture.As(fixture.Analyst).ReadAsync(process)).Is(HttpStatusCode.OK)["appointingAuthority.persons"].AsArray().Select(p => p!.GetValue<string>())];

    [Fact, Rule("R29")]
    public async Task Other_persons_act_for_the_appointing_authority_when_two_who_keep_the_process_agree_and_by_itself()
    {
        var process = await fixture.ProcessAsync();
        var (first, second) = (fixture.As(fixture.Support), fixture.As(fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}" }));
        var etag = (await first.ReadAsync(process)).ETag;
        object wished = new { appointingAuthority = new { organ = "Secretary-General", persons = _others } };
        Assert.NotNull((await first.PatchAsync(process, new { appointingAuthority = new { organ = "Another", persons = _others } }, etag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors")?["appointingAuthority.persons"]);
        Assert.NotNull((await first.PatchAsync(process, new { appointingAuthority = new { persons = new[] { "persons/1" } } }, etag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors")?["appointingAuthority.persons"]);

        var act = (await first.PatchAsync(process, wished, etag)).Is(HttpStatusCode.Accepted).Location!.ToString();
        Assert.Equal([fixture.Proposer.Subject, fixture.Approver.Subject], await PersonsAsync(process));
        (await first.PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await fixture.As(fixture.Proposer).PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.Equal(_others, (await second.ReadAsync(act)).Is(HttpStatusCode.OK)["content.persons"].AsArray().Select(p => p!.GetValue<string>()));

        var proposal = await fixture.ProposeAsync(process, 0, fixture.Neighbours.Organization("Leads"));
        (await second.PostAsync($"{act}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal(_others, await PersonsAsync(process));

        // Who was dismissed is not one of the two who decide.
        (await fixture.As(fixture.Approver with { Subject = _others[0] }).PostAsync($"{proposal}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
    }

    [Fact, Rule("R29")]
    public async Task Nobody_takes_the_appointing_authority_away_alone_and_what_was_proposed_for_the_process_before_is_overtaken()
    {
        var process = await fixture.ProcessAsync();
        var (first, second) = (fixture.As(fixture.Support), fixture.As(fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}" }));
        var etag = (await first.ReadAsync(process)).ETag;
        foreach (var nobody in (object[])[new { persons = Array.Empty<string>() }, new { persons = (string[]?)null }])
        {
            Assert.Equal("At least one.", (await first.PatchAsync(process, new { appointingAuthority = nobody }, etag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors")?["appointingAuthority.persons"]?[0]?.GetValue<string>());
        }

        var act = (await first.PatchAsync(process, new { appointingAuthority = new { persons = _others } }, etag)).Is(HttpStatusCode.Accepted).Location!.ToString();
        await fixture.AdvanceAsync(process, "EARLY_ENGAGEMENT");
        (await second.PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
        Assert.Equal(2, (await PersonsAsync(process)).Length);
    }

    [Fact, Rule("R29"), Rule("R137")]
    public async Task Whoever_does_not_see_a_process_agrees_to_nothing_about_it_and_is_told_of_nobody()
    {
        var process = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var outside = fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}" };
        var named = fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}" };
        fixture.Service.Name(named, process["/api/v1/".Length..]);
        var first = fixture.As(fixture.Support);
        var act = (await first.PatchAsync(process, new { appointingAuthority = new { persons = _others } }, (await first.ReadAsync(process)).ETag)).Is(HttpStatusCode.Accepted).Location!.ToString();

        (await fixture.As(outside).ReadAsync(act)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(outside).PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.DoesNotContain(_others[0], (await fixture.As(outside).ReadAsync("/api/v1/approvals/designation?pageSize=200")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await fixture.As(named).PostAsync($"{act}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal(_others, (await first.ReadAsync(process)).Is(HttpStatusCode.OK)["appointingAuthority.persons"].AsArray().Select(p => p!.GetValue<string>()));
    }

    [Fact, Rule("R29")]
    public async Task Where_nobody_is_named_yet_the_first_are_named_with_the_entry()
    {
        var keeper = fixture.As(fixture.Support);
        var fields = System.Text.Json.JsonSerializer.SerializeToNode(fixture.Fields())!;
        fields["appointingAuthority"]!["persons"] = new System.Text.Json.Nodes.JsonArray();
        var process = (await keeper.PostAsync("/api/v1/processes", fields)).Is(HttpStatusCode.Created);
        (await keeper.PatchAsync(process.Location!.ToString(), new { title = "Another", appointingAuthority = new { persons = _others } }, process.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(_others, await PersonsAsync(process.Location!.ToString()));
    }
}
