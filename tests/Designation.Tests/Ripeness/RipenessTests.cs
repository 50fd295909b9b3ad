using System.Net;
using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Designation.Ripeness;
using Concord.Designation.Tests.Situations;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Ripeness;

public sealed class RipenessTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R51")]
    public void AProcess_GoesAllTheWay_WithoutAStalemateOrAnyOtherFactor()
    {
        var process = Given.Process();
        new LeadRegister(process, null).Designate(process, Given.Forum, Given.Start);
        foreach (var to in (ProcessState[])[ProcessState.EarlyEngagement, ProcessState.PreNegotiation, ProcessState.FrameworkAgreed, ProcessState.SubstantiveTalks, ProcessState.AgreementSigned, ProcessState.Implementation])
        {
            process.Advance(to, "next", Signature.Of(Given.Proposer), Given.Start);
        }

        Assert.Equal(ProcessState.Implementation, process.State);
    }

    [Fact, Rule("R51")]
    public async Task A_process_with_no_stalemate_and_one_with_a_stalemate_advance_alike()
    {
        foreach (var kind in (string?[])[null, "HURTING_STALEMATE", "LEADERSHIP_CHANGE"])
        {
            var process = await fixture.ProcessAsync();
            if (kind is not null)
            {
                (await fixture.As(fixture.Support).PostAsync($"{process}/ripeness", Factor(kind))).Is(HttpStatusCode.Created);
            }

            await fixture.AdvanceAsync(process, "EARLY_ENGAGEMENT");
            await fixture.AdvanceAsync(process, "PRE_NEGOTIATION");
        }
    }

    [Fact, Rule("R51"), Rule("R158")]
    public async Task A_factor_is_a_judgement_of_somebody_on_a_day_and_is_taken_back_visibly()
    {
        var process = await fixture.ProcessAsync();
        var leader = await fixture.MediatorAsync(process);
        var mediator = fixture.As(leader);
        var factor = (await mediator.PostAsync($"{process}/ripeness", Factor("THIRD_PARTY_CULTIVATION"))).Is(HttpStatusCode.Created);
        Assert.Equal(("AWAY_FROM_TALKS", leader.Subject, "2025-02-01"), (factor.TextOf("direction"), factor.TextOf("by.account"), factor.TextOf("asOf")));
        (await mediator.PostAsync($"/api/v1/{factor.TextOf("name")}:retract", new { reason = "Too early." })).Is(HttpStatusCode.OK);
        (await mediator.PostAsync($"/api/v1/{factor.TextOf("name")}:retract", new { reason = "again" })).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
        Assert.Equal("Too early.", (string?)Assert.Single(await fixture.As(fixture.Analyst).ReadAllAsync($"{process}/ripeness"))["retraction"]!["reason"]);
    }

    [Theory, Rule("R51")]
    [InlineData("kind")]
    [InlineData("direction")]
    [InlineData("statement")]
    [InlineData("asOf")]
    [InlineData("source")]
    public void AFactor_WithoutItsParts_IsRefused(string field)
    {
        var factor = new RecordRipeness(RipenessKind.Other, RipenessDirection.Unclear, "A new governor.", new DateOnly(2025, 2, 1), "Visit");
        factor = field switch
        {
            "kind" => factor with { Kind = null },
            "direction" => factor with { Direction = null },
            "statement" => factor with { Statement = " " },
            "asOf" => factor with { AsOf = new DateOnly(2025, 3, 5) },
            _ => factor with { Source = "" },
        };
        Assert.Contains(field, Given.Refused(PlatformReasons.InvalidField, () => RipenessFactor.Record(Given.Process(), factor, Given.Proposer, Given.Start)).Errors.Select(e => e.Field));
    }

    private static object Factor(string kind) => new { kind, direction = "AWAY_FROM_TALKS", statement = "Both sides wait.", asOf = "2025-02-01", source = "Visit" };
}
