using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Roster.Tests.Erasure;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>A person on the roster is shown to fewer people by one person, and to more by two.</summary>
public sealed class DeclassificationTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory, Rule("R137"), Abuse(11)]
    [InlineData("CONFIDENTIAL")]
    [InlineData(null)]
    public async Task It_takes_a_second_person_who_sees_the_profile_too(string? label)
    {
        var path = await _service.ActiveAsync(Body("Ama Hidden", "STRICTLY_CONFIDENTIAL"));
        var asked = (await LowerAsync(Cleared, path, label)).Is(HttpStatusCode.Accepted);
        Assert.Equal(("profiles.declassify", path["/api/v1/".Length..], "CONFIDENTIAL"), (asked.TextOf("act"), asked.TextOf("record"), asked.TextOf("content.classification")));
        (await _service.As(Desk).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // nothing has changed yet
        (await _service.As(Cleared).PostAsync($"{asked.Location}:approve", Nothing)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _service.As(SecondDesk).PostAsync($"{asked.Location}:approve", Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(ErasureClient.Second).PostAsync($"{asked.Location}:approve", Nothing)).Is(HttpStatusCode.OK);
        Assert.Equal("CONFIDENTIAL", (await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK).TextOf("classification"));
        Assert.Single((await _service.SearchAsync(Desk, new { text = "Hidden" })).NamesIn());
    }

    [Fact, Rule("R137")]
    public async Task An_officer_of_the_organization_that_keeps_the_profile_asks_mediation_support_and_sees_what_became_of_it()
    {
        var (officer, colleague) = (TestCaller.Person(Some.Owner, Roles.RegionalOfficer), TestCaller.Person(Some.Owner, Roles.RegionalOfficer));
        var path = await _service.ActiveAsync(Body("Ama Kept"));
        var asked = (await LowerAsync(officer, path, "UNCLASSIFIED")).Is(HttpStatusCode.Accepted).Location!.ToString();
        (await _service.As(colleague).PostAsync($"{asked}:approve", Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).PostAsync($"{asked}:reject", new { reason = "She is at risk." })).Is(HttpStatusCode.OK);
        Assert.Equal("REJECTED", (await _service.As(officer).ReadAsync(asked)).Is(HttpStatusCode.OK).TextOf("state"));
    }

    [Fact, Rule("R137")]
    public async Task It_is_lowered_in_a_change_of_its_own_and_raised_with_any()
    {
        var path = await _service.ActiveAsync(Body("Ama Changed"));
        var tag = (await _service.As(Cleared).ReadAsync(path)).ETag;
        var refused = (await _service.As(Cleared).PatchAsync(path, new { classification = "UNCLASSIFIED", displayName = "Ama Else" }, tag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(refused.Find("errors.classification"));
        (await _service.As(Cleared).PatchAsync(path, new { classification = "STRICTLY_CONFIDENTIAL", displayName = "Ama Else" }, tag)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R137")]
    public async Task What_has_changed_is_overtaken_and_what_becomes_stricter_withdraws_what_was_proposed_about_it()
    {
        var path = await _service.ActiveAsync(Body("Ama Overtaken"));
        var stale = (await LowerAsync(Cleared, path, "UNCLASSIFIED")).Is(HttpStatusCode.Accepted).Location!.ToString();
        (await _service.As(Cleared).PatchAsync(path, new { displayName = "Ama Later" }, (await _service.As(Cleared).ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
        (await _service.As(ErasureClient.Second).PostAsync($"{stale}:approve", Nothing)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
        var erasure = await _service.ProposeAsync(path); // waits beside it
        await _service.ClassifyAsync(path, "STRICTLY_CONFIDENTIAL");
        foreach (var act in (string[])[stale, erasure])
        {
            Assert.Equal("WITHDRAWN", (await _service.As(ErasureClient.Second).ReadAsync(act)).Is(HttpStatusCode.OK).TextOf("state"));
            (await _service.As(SecondDesk).ReadAsync(act)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await _service.As(Cleared).PostAsync($"{path}:retire", new { reason = "over" })).Is(HttpStatusCode.OK);
        (await LowerAsync(Cleared, path, "UNCLASSIFIED")).IsProblem(HttpStatusCode.Conflict, "PROFILE_RETIRED");
    }

    [Fact, Rule("R137")]
    public async Task An_officer_who_is_cleared_sees_what_became_of_it_where_the_profile_is_stricter_since()
    {
        var officer = TestCaller.Person(Some.Owner, Roles.RegionalOfficer) with { Clearance = Classification.StrictlyConfidential };
        var path = await _service.ActiveAsync(Body("Ama Stricter"));
        var asked = (await LowerAsync(officer, path, "UNCLASSIFIED")).Is(HttpStatusCode.Accepted).Location!.ToString();
        await _service.ClassifyAsync(path, "STRICTLY_CONFIDENTIAL");
        Assert.Equal("WITHDRAWN", (await _service.As(officer).ReadAsync(asked)).Is(HttpStatusCode.OK).TextOf("state"));
    }

    [Fact, Rule("R159")]
    public async Task Of_an_erased_person_nothing_waits_any_more()
    {
        var path = await _service.ActiveAsync(Body("Ama Erased"));
        var asked = (await LowerAsync(Cleared, path, "UNCLASSIFIED")).Is(HttpStatusCode.Accepted).Location!.ToString();
        await _service.EraseAsync(path);
        Assert.Equal("WITHDRAWN", (await _service.As(Cleared).ReadAsync(asked)).Is(HttpStatusCode.OK).TextOf("state"));
    }

    private async Task<ApiAnswer> LowerAsync(TestCaller by, string path, string? label) =>
        await _service.As(by).PatchAsync(path, new JsonObject { ["classification"] = label }, (await _service.As(by).ReadAsync(path)).ETag);
}
