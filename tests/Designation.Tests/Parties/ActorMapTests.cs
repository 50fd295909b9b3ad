using System.Net;
using Concord.Designation.Parties;
using Concord.Designation.Tests.Situations;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Parties;

public sealed class ActorMapTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly Party s_front = PartyOf("Front");
    private static readonly Party s_guard = PartyOf("Guard");
    private static readonly RecordActorFact s_leader = new("x", ActorFactKind.Leadership, "A council of three.", "Its own statement", new DateOnly(2024, 5, 1), null, null, null, null, null);

    [Theory, Rule("R158")]
    [InlineData("statement")]
    [InlineData("source")]
    [InlineData("from")]
    [InlineData("until")]
    [InlineData("kind")]
    [InlineData("relation")]
    [InlineData("listing")]
    [InlineData("to")]
    [InlineData("listing.list")]
    public void WhatIsTold_HasAnAuthorASourceAndADay(string field)
    {
        var (to, told) = field switch
        {
            "statement" => (null, s_leader with { Statement = " " }),
            "source" => (null, s_leader with { Source = null }),
            "from" => (null, s_leader with { From = new DateOnly(2027, 1, 1) }),
            "until" => (null, s_leader with { Until = new DateOnly(2024, 4, 30) }),
            "kind" => (null, s_leader with { Kind = null }),
            "relation" => (s_guard, s_leader),
            "listing" => (null, s_leader with { Listing = new SanctionsListing("A list", "A council", null) }),
            "to" => (s_front, s_leader with { Kind = ActorFactKind.Relation, Relation = PartyRelation.AlliedWith }),
            _ => ((Party?)null, s_leader with { Kind = ActorFactKind.SanctionsListing }),
        };
        Assert.Contains(field, Given.Refused(PlatformReasons.InvalidField, () => ActorFact.Record(s_front, to, told, Given.Proposer, Given.Start)).Errors.Select(e => e.Field));
    }

    [Fact]
    public void ARelation_IsToAnotherPartyOrToSomebodyWhoIsNone_NotToBothNorToNobody()
    {
        var relation = s_leader with { Kind = ActorFactKind.Relation, Relation = PartyRelation.BackedBy };
        Assert.Equal(s_guard.Id, ActorFact.Record(s_front, s_guard, relation, Given.Proposer, Given.Start).To);
        Assert.Equal("A trader", ActorFact.Record(s_front, null, relation with { Counterpart = "A trader" }, Given.Proposer, Given.Start).Counterpart);
        Given.Refused(PlatformReasons.InvalidField, () => ActorFact.Record(s_front, s_guard, relation with { Counterpart = "A trader" }, Given.Proposer, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => ActorFact.Record(s_front, null, relation, Given.Proposer, Given.Start));
    }

    [Fact, Rule("R153"), Rule("R158")]
    public async Task A_listing_is_a_fact_of_others_with_reference_and_dates_and_ends_by_delisting()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var front = await fixture.PartyAsync(process, "Front");
        var listing = (await support.PostAsync($"{process}/actorMap", new
        {
            party = front,
            kind = "SANCTIONS_LISTING",
            statement = "Listed as an entity.",
            source = "Press release of the committee",
            from = "2024-03-01",
            listing = new { list = "An invented list", authority = "A committee", reference = "E.001" },
        })).Is(HttpStatusCode.Created);
        Assert.Equal(("A committee", "E.001", fixture.Support.Subject), (listing.TextOf("listing.authority"), listing.TextOf("listing.reference"), listing.TextOf("by.account")));

        var path = $"/api/v1/{listing.TextOf("name")}";
        Assert.NotNull((await support.PostAsync($"{path}:end", new { until = "2024-02-01", reason = "Delisted." })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.until"));
        var delisted = (await support.PostAsync($"{path}:end", new { until = "2025-06-30", reason = "Delisted." })).Is(HttpStatusCode.OK);
        Assert.Equal(("2025-06-30", false), (delisted.TextOf("until"), delisted["retracted"].GetValue<bool>()));
        (await support.PostAsync($"{path}:end", new { reason = "again" })).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
        Assert.Equal("Delisted.", (string?)Assert.Single(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/actorMap?kind=SANCTIONS_LISTING"))["end"]!["reason"]);
    }

    [Fact]
    public async Task The_map_is_read_by_party_and_what_was_recorded_in_error_stays_marked_so()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var (front, guard, elders) = (await fixture.PartyAsync(process, "Front"), await fixture.PartyAsync(process, "Guard"), await fixture.PartyAsync(process, "Elders"));
        var relation = new { party = front, kind = "RELATION", statement = "Left the Guard in May.", source = "Both", from = "2024-05-01", relation = "SPLINTER_OF", to = guard };
        var told = (await support.PostAsync($"{process}/actorMap", relation)).Is(HttpStatusCode.Created).TextOf("name");
        Assert.Equal([told], await OfAsync(front));
        Assert.Equal([told], await OfAsync(guard));
        Assert.Empty(await OfAsync(elders));
        (await support.ReadAsync($"{process}/actorMap?party={elders.Replace("parties", "claims", StringComparison.Ordinal)}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var elsewhere = await fixture.PartyAsync(await fixture.ProcessAsync(), "Elsewhere");
        Assert.NotNull((await support.PostAsync($"{process}/actorMap", relation with { to = elsewhere })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.to"));

        (await support.PostAsync($"/api/v1/{told}:end", new { reason = "Of another group." })).Is(HttpStatusCode.OK);
        Assert.True((bool)Assert.Single(await support.ReadAllAsync($"{process}/actorMap"))["retracted"]!);

        async Task<IEnumerable<string>> OfAsync(string party) => (await support.ReadAllAsync($"{process}/actorMap?party={party}&kind=RELATION")).Select(f => (string)f["name"]!);
    }

    private static Party PartyOf(string name) =>
        Party.Record(Given.Process(), new PartyFields(ProcessPartyKind.ArmedGroup, name, "en", [], null, null, null, "Met."), [], Given.Proposer, Given.Start).Item1;
}
