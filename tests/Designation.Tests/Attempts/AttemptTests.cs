using System.Net;
using Concord.Contracts.Reference;
using Concord.Designation.Attempts;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Attempts;

public sealed class AttemptTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R30")]
    public void LastResort_CountsWhatHadFailedOfOthers_BeforeTheUnitedNationsCame()
    {
        var earlier = Of(AttemptBy.RegionalOrganization, 2010, AttemptOutcome.Failed);
        var broken = Of(AttemptBy.State, 2012, AttemptOutcome.BrokenOff);
        var kept = Of(AttemptBy.LocalNgo, 2013, AttemptOutcome.Partly);
        var own = Of(AttemptBy.UnitedNations, 2015, AttemptOutcome.Failed);
        var later = Of(AttemptBy.State, 2017, AttemptOutcome.Failed);
        Assert.Equal(new LastResort(2, own.From), LastResort.Of([earlier, broken, kept, own, later], ledSince: null));
        Assert.Equal(new LastResort(1, new DateOnly(2011, 6, 1)), LastResort.Of([earlier, broken, own], ledSince: new DateOnly(2011, 6, 1)));
        Assert.Equal(new LastResort(2, own.From), LastResort.Of([earlier, broken, own], ledSince: new DateOnly(2020, 1, 1)));
        Assert.Null(LastResort.Of([earlier, broken, later], ledSince: null));
        Assert.Null(LastResort.Of([kept, own, later], ledSince: null));
    }

    [Theory, Rule("R30")]
    [InlineData("until")]
    [InlineData("reason")]
    [InlineData("source")]
    [InlineData("outcome")]
    [InlineData("who")]
    public void AnAttempt_SaysWhoTriedHowItEndedAndWhy(string field)
    {
        var attempt = new RecordAttempt("The Forum", AttemptBy.RegionalOrganization, MeansOfSettlement.Mediation, new DateOnly(2010, 1, 1), new DateOnly(2010, 5, 1), AttemptOutcome.Failed, "No trust.", "Report");
        attempt = field switch
        {
            "until" => attempt with { Until = new DateOnly(2009, 1, 1) },
            "reason" => attempt with { Reason = "" },
            "source" => attempt with { Source = null },
            "outcome" => attempt with { Outcome = null },
            _ => attempt with { Who = " " },
        };
        Assert.Contains(field, Given.Refused(PlatformReasons.InvalidField, () => Attempt.Record(ProcessId.New(), attempt, Given.Proposer, Given.Start)).Errors.Select(e => e.Field));
    }

    [Fact, Rule("R30")]
    public async Task The_list_says_how_many_failed_and_that_the_united_nations_came_last()
    {
        var process = await fixture.ProcessAsync();
        var support = fixture.As(fixture.Support);
        Assert.Equal(0, (await support.ReadAsync($"{process}/attempts")).Is(HttpStatusCode.OK)["failed"].GetValue<int>());
        await RecordAsync("REGIONAL_ORGANIZATION", "FAILED");
        var wrong = await RecordAsync("STATE", "BROKEN_OFF");
        await RecordAsync("LOCAL_NGO", "PARTLY");
        var before = (await fixture.As(fixture.Officer("Reader")).ReadAsync($"{process}/attempts?pageSize=1")).Is(HttpStatusCode.OK);
        Assert.Equal((2, 1), (before["failed"].GetValue<int>(), before["items"].AsArray().Count));
        Assert.Null(before.Find("lastResort"));

        (await support.PostAsync($"/api/v1/{wrong}:retract", new { reason = "Of another conflict." })).Is(HttpStatusCode.OK);
        (await support.PostAsync($"/api/v1/{wrong}:retract", new { reason = "again" })).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
        await LedByUnitedNationsAsync(process);
        var after = (await support.ReadAsync($"{process}/attempts")).Is(HttpStatusCode.OK);
        Assert.Equal((1, 1), (after["failed"].GetValue<int>(), after["lastResort.failedBefore"].GetValue<int>()));
        Assert.Equal(3, after["items"].AsArray().Count);

        async Task<string> RecordAsync(string by, string outcome) => (await support.PostAsync($"{process}/attempts", new
        {
            who = "Somebody",
            by,
            form = "FACILITATION",
            from = "2019-01-01",
            until = "2019-12-31",
            outcome,
            reason = "No trust.",
            source = "Public record",
        })).Is(HttpStatusCode.Created).TextOf("name");
    }

    private async Task LedByUnitedNationsAsync(string process)
    {
        var nations = fixture.Neighbours.Organization("United Nations", "UNITED_NATIONS", WellKnown.Organization("UN"));
        await fixture.DesignateAsync(process, 0, nations);
    }

    private static Attempt Of(AttemptBy by, int year, AttemptOutcome outcome) => Attempt.Record(
        ProcessId.New(), new RecordAttempt("Somebody", by, MeansOfSettlement.Mediation, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), outcome, "No trust.", "Report"), Given.Proposer, Given.Start);
}
