using System.Net;
using Concord.Designation.Measures;
using Concord.Designation.Tests.Situations;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Measures;

public sealed class MeasureTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly RecordMeasure s_ban = new(MeasureKind.TravelBan, "x", "Three persons may not travel.", null, null, new DateOnly(2024, 1, 1), null, "Press release");

    [Fact, Rule("R58")]
    public void ADisincentive_OfWhoLeadsAloneOrJointly_OrOfTheUnitedNationsThatMediate_IsRefused()
    {
        var process = Given.Process();
        var (forum, nations, council) = (Given.Forum, Given.Organization("United Nations", "UNITED_NATIONS"), Given.Organization("Security Council", "ORGAN"));
        Given.Refused(DesignationReasons.MediationImposesNothing, () => Record(s_ban, Given.Forum, forum.Name));
        Given.Refused(DesignationReasons.MediationImposesNothing, () => Record(s_ban, Given.Forum, council.Name, forum.Name));
        Given.Refused(DesignationReasons.MediationImposesNothing, () => Record(s_ban, nations));
        Assert.Equal(council.Name, Record(s_ban, council, forum.Name, nations.Name).Author);
        Assert.Equal("Forum", Record(s_ban with { Kind = MeasureKind.Recognition }, Given.Forum, forum.Name).AuthorDisplayName);

        Measure Record(RecordMeasure measure, Designation.Lead.AskedOrganization author, params string[] leading) => Measure.Record(process, author, leading, [], measure, Given.Proposer, Given.Start);
    }

    [Fact, Rule("R58")]
    public void EveryKind_IsAnIncentiveOrADisincentive()
    {
        Assert.Equal(
            [MeasureKind.Recognition, MeasureKind.Assistance, MeasureKind.Legitimacy, MeasureKind.PledgingConference, MeasureKind.OtherIncentive],
            Enum.GetValues<MeasureKind>().Where(Measure.IsIncentive));
    }

    [Theory, Rule("R59")]
    [InlineData("jointlyExplored")]
    [InlineData("parties")]
    [InlineData("statement")]
    [InlineData("source")]
    [InlineData("until")]
    public void AMeasure_SaysWhatItIsAndOnWhatItRests(string field)
    {
        var measure = field switch
        {
            "jointlyExplored" => s_ban with { JointlyExplored = true },
            "parties" => s_ban with { Kind = MeasureKind.Assistance, JointlyExplored = true },
            "statement" => s_ban with { Statement = "" },
            "source" => s_ban with { Source = null },
            _ => s_ban with { Until = new DateOnly(2023, 1, 1) },
        };
        Assert.Contains(field, Given.Refused(PlatformReasons.InvalidField, () => Measure.Record(Given.Process(), Given.Council, [], [], measure, Given.Proposer, Given.Start)).Errors.Select(e => e.Field));
    }

    [Fact, Rule("R58"), Rule("R153")]
    public async Task Measures_of_others_are_recorded_with_their_author_and_end_with_delisting()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var (lead, council) = (fixture.Neighbours.Organization("Leads"), fixture.Neighbours.Organization("Council", "ORGAN"));
        await fixture.DesignateAsync(process, 0, lead);
        (await support.PostAsync($"{process}/measures", Freeze(lead))).IsProblem(HttpStatusCode.UnprocessableEntity, "MEDIATION_IMPOSES_NOTHING");
        (await support.PostAsync($"{process}/measures", Freeze($"organizations/{Guid.NewGuid()}"))).IsProblem(HttpStatusCode.UnprocessableEntity, "ORGANIZATION_NOT_REGISTERED");
        (await support.PostAsync($"{process}/measures", Freeze("Council"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Empty(await support.ReadAllAsync($"{process}/measures"));
        var freeze = (await support.PostAsync($"{process}/measures", Freeze(council))).Is(HttpStatusCode.Created);
        Assert.Equal(("Council", false), (freeze.TextOf("authorDisplayName"), freeze["incentive"].GetValue<bool>()));

        var path = $"/api/v1/{freeze.TextOf("name")}";
        (await support.PostAsync($"{path}:end", new { until = "2023-01-01", reason = "Delisted." })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal("2025-01-31", (await support.PostAsync($"{path}:end", new { until = "2025-01-31", reason = "Delisted." })).Is(HttpStatusCode.OK).TextOf("until"));
        (await support.PostAsync($"{path}:end", new { reason = "again" })).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
    }

    [Fact, Rule("R59")]
    public async Task Incentives_name_the_parties_they_were_explored_with()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        var (front, donor) = (await fixture.PartyAsync(process, "Front"), fixture.Neighbours.Organization("Donor", "STATE"));
        var conference = (await support.PostAsync($"{process}/measures", Conference(donor, front))).Is(HttpStatusCode.Created);
        Assert.Equal((front, true, true), (conference.TextOf("parties.0"), conference["jointlyExplored"].GetValue<bool>(), conference["incentive"].GetValue<bool>()));
        Assert.NotNull((await support.PostAsync($"{process}/measures", Conference(donor, $"{front[..^1]}x"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.parties[0]"));
        (await support.PostAsync($"{process}/measures", Conference(donor, [.. Enumerable.Repeat(front, 31)]))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Single(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/measures?kind=PLEDGING_CONFERENCE"));
        Assert.Empty(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/measures?kind=ASSET_FREEZE"));
        var wrong = (await support.PostAsync($"/api/v1/{conference.TextOf("name")}:end", new { reason = "Of another process." })).Is(HttpStatusCode.OK);
        Assert.True(wrong["retracted"].GetValue<bool>());
    }

    private static object Freeze(string author) => new { kind = "ASSET_FREEZE", author, statement = "Two accounts.", from = "2024-01-01", source = "Press release" };

    private static object Conference(string author, params string[] parties) =>
        new { kind = "PLEDGING_CONFERENCE", author, statement = "After signature.", parties, jointlyExplored = true, from = "2025-01-01", source = "Minutes" };
}
