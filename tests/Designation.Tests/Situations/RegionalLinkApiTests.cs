using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests.Situations;

public sealed class RegionalLinkApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R50")]
    public async Task A_regional_link_is_seen_by_who_sees_both_of_its_ends()
    {
        var (open, secret) = (await fixture.ProcessAsync(), await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL"));
        var situation = await fixture.SituationAsync();
        var support = fixture.As(fixture.Support);
        var spills = await LinkAsync(Ground.NameOf(open), Ground.NameOf(secret), "SPILL_OVER");
        var together = await LinkAsync(situation, Ground.NameOf(open), "SUBREGIONAL_APPROACH");

        Assert.Equal([spills, together], await SeenAsync(fixture.Support, open));
        Assert.Equal([together], await SeenAsync(fixture.Analyst, open));
        Assert.Equal([together], await SeenAsync(fixture.Analyst, $"/api/v1/{situation}"));
        Assert.Empty(await SeenAsync(fixture.Analyst, secret));
        Assert.DoesNotContain(spills, (await fixture.As(fixture.Analyst).ReadAllAsync("/api/v1/regionalLinks?pageSize=1")).Select(l => (string)l["name"]!));
        Assert.Empty(await SeenAsync(fixture.Analyst with { Clearance = Classification.Unclassified }, open));
        (await fixture.As(fixture.Analyst).ReadAsync("/api/v1/regionalLinks?about=somewhere")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        // Whom one end is hidden from can neither make nor end a link of it, and is told what he would be told of nothing.
        var unnamed = fixture.As(TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.MediationSupport) with { Clearance = Classification.StrictlyConfidential });
        var hidden = (await unnamed.PostAsync("/api/v1/regionalLinks", Link(Ground.NameOf(open), Ground.NameOf(secret)))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var nowhere = (await unnamed.PostAsync("/api/v1/regionalLinks", Link(Ground.NameOf(open), $"situations/{Guid.NewGuid()}"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(hidden.TextOf("detail"), nowhere.TextOf("detail"));
        (await unnamed.PostAsync($"/api/v1/{spills}:end", new { reason = "no" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await support.PostAsync($"/api/v1/{spills}:end", new { reason = "The border is closed." })).Is(HttpStatusCode.OK);
        (await support.PostAsync($"/api/v1/{spills}:end", new { reason = "again" })).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
        var ended = (await support.ReadAllAsync($"/api/v1/regionalLinks?about={Ground.NameOf(open)}"))[0];
        Assert.Equal(("The border is closed.", "SPILL_OVER"), ((string)ended["end"]!["reason"]!, (string)ended["kind"]!));

        async Task<string> LinkAsync(string from, string to, string kind) => (await support.PostAsync("/api/v1/regionalLinks", Link(from, to, kind))).Is(HttpStatusCode.Created).TextOf("name");
    }

    [Theory, Rule("R50")]
    [InlineData("processes/1", null, "from")]
    [InlineData("organizations/0197a000-0000-7000-8000-000000000005", null, "from")]
    [InlineData(null, null, "from")]
    [InlineData("processes/0197a000-0000-7000-8000-000000000005", "processes/0197a000-0000-7000-8000-000000000005", "to")]
    public async Task A_regional_link_has_two_ends(string? from, string? to, string field) => Assert.NotNull(
        (await fixture.As(fixture.Support).PostAsync("/api/v1/regionalLinks", Link(from, to))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find($"errors.{field}"));

    private static object Link(string? from, string? to, string kind = "CONFLICT_BY_CONFLICT") => new { from, to, kind, reason = "The same herders on both sides." };

    private async Task<IReadOnlyList<string>> SeenAsync(TestCaller caller, string path) =>
        [.. (await fixture.As(caller).ReadAllAsync($"/api/v1/regionalLinks?about={Ground.NameOf(path)}")).Select(l => (string)l["name"]!)];
}
