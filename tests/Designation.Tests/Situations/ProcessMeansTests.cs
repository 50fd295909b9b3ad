using System.Net;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Situations;

public sealed class ProcessMeansTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Theory, Rule("R63")]
    [InlineData(nameof(ProcessState.Monitored), null, nameof(PaxStage.Oth))]
    [InlineData(nameof(ProcessState.EarlyEngagement), null, nameof(PaxStage.Pre))]
    [InlineData(nameof(ProcessState.PreNegotiation), null, nameof(PaxStage.Pre))]
    [InlineData(nameof(ProcessState.FrameworkAgreed), null, nameof(PaxStage.Pre))]
    [InlineData(nameof(ProcessState.SubstantiveTalks), null, nameof(PaxStage.SubPar))]
    [InlineData(nameof(ProcessState.AgreementSigned), null, nameof(PaxStage.SubComp))]
    [InlineData(nameof(ProcessState.Implementation), null, nameof(PaxStage.Imp))]
    [InlineData(nameof(ProcessState.Suspended), nameof(ProcessState.SubstantiveTalks), nameof(PaxStage.SubPar))]
    [InlineData(nameof(ProcessState.Collapsed), null, nameof(PaxStage.Oth))]
    [InlineData(nameof(ProcessState.Closed), null, nameof(PaxStage.Oth))]
    public void EachState_HasItsStage(string state, string? suspendedFrom, string stage) =>
        Assert.Equal(Enum.Parse<PaxStage>(stage), PaxStages.Of(Enum.Parse<ProcessState>(state), suspendedFrom is null ? null : Enum.Parse<ProcessState>(suspendedFrom)));

    [Fact, Rule("R45"), Rule("R43")]
    public void Means_AreNamedOnceEach_AndAnEntryPointSaysOfWhom()
    {
        var process = Given.Process();
        process.Edit(process.Fields() with { Means = [MeansOfSettlement.GoodOffices, MeansOfSettlement.Mediation], EntryPoint = new EntryPoint(EntryKind.SoughtByParties, " The Forum ") }, Given.Proposer, Given.Start);
        Assert.Equal([MeansOfSettlement.Mediation, MeansOfSettlement.GoodOffices], process.Means);
        Assert.Equal(new EntryPoint(EntryKind.SoughtByParties, "The Forum"), process.EntryPoint);

        AssertRefused("means", process.Fields() with { Means = [MeansOfSettlement.Enquiry, MeansOfSettlement.Enquiry] });
        AssertRefused("entryPoint.of", process.Fields() with { EntryPoint = new EntryPoint(EntryKind.OfferedAndAccepted, " ") });
        AssertRefused("entryPoint.kind", process.Fields() with { EntryPoint = new EntryPoint(null, "The Forum") });

        void AssertRefused(string field, ProcessFields fields) => Assert.Contains(
            field, Given.Refused(PlatformReasons.InvalidField, () => process.Edit(fields, Given.Proposer, Given.Start)).Errors.Select(e => e.Field));
    }

    [Fact, Rule("R45"), Rule("R43"), Rule("R63")]
    public async Task Means_entry_point_and_stage_are_read_with_the_process_and_absent_ones_stay_absent()
    {
        var process = await fixture.ProcessAsync(way: "EARLY_ENGAGEMENT");
        var support = fixture.As(fixture.Support);
        var before = (await support.ReadAsync(process)).Is(HttpStatusCode.OK);
        Assert.Empty(before["means"].AsArray());
        Assert.Null(before.Find("entryPoint"));
        Assert.Equal("PRE", before.TextOf("paxStage"));

        (await support.PatchAsync(process, new { means = new[] { "RESORT_TO_REGIONAL_ARRANGEMENTS" }, entryPoint = new { kind = "OFFERED_AND_ACCEPTED", of = "The Forum" } }, before.ETag)).Is(HttpStatusCode.OK);
        var after = (await support.ReadAsync(process)).Is(HttpStatusCode.OK);
        Assert.Equal("RESORT_TO_REGIONAL_ARRANGEMENTS", after.TextOf("means.0"));
        Assert.Equal(("OFFERED_AND_ACCEPTED", "The Forum"), (after.TextOf("entryPoint.kind"), after.TextOf("entryPoint.of")));
    }
}
