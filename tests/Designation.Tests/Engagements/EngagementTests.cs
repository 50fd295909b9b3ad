using Concord.Designation.Engagements;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Engagements;

public sealed class EngagementTests
{
    private static readonly DateTime s_now = Given.Start;
    private readonly Process _process = Given.Process();

    [Theory, Rule("R122")]
    [InlineData("PoliticalDialogue", "Remote", "PoliticalDialogue", false)]
    [InlineData("PoliticalDialogue", "Emerging", null, false)]
    [InlineData("PoliticalDialogue", "Imminent", "HumanitarianDialogue", true)]
    [InlineData("PoliticalDialogue", "Ongoing", "HumanitarianDialogue", true)]
    [InlineData("HumanitarianDialogue", "Ongoing", "HumanitarianDialogue", false)]
    public void The_phase_informs_the_kind_and_warns_and_forbids_nothing(string kind, string phase, string? suggested, bool warned)
    {
        var engagement = Talks.Propose(_process, Talks.Terms(Enum.Parse<EngagementKind>(kind)), Enum.Parse<RiskPhase>(phase)).Show();
        Assert.Equal(suggested, engagement.Phase.SuggestedKind()?.ToString());
        Assert.Equal(warned, engagement.Warnings(_process, s_now).Contains(new EngagementWarning(WarningCode.PoliticalWhileAtrocitiesAreNear, "R122")));
        engagement.Assess("All is there.", Talks.Keeper, s_now);
        engagement.Approve(_process, "Agreed.", Talks.Second, s_now);
        Assert.Equal(EngagementState.Approved, engagement.State);
    }

    [Theory, Rule("R123")]
    [InlineData(true)]
    [InlineData(false)]
    public void After_violence_has_become_widespread_its_timing_is_warned_of(bool widespread) => Assert.Equal(
        widespread, Talks.Propose(_process, Talks.Terms(widespread: widespread)).Warnings(_process, s_now).Contains(new EngagementWarning(WarningCode.AfterWidespreadViolence, "R123")));

    [Fact, Rule("R126")]
    public void It_is_not_ready_until_everything_is_shown_and_an_assessment_that_lacks_something_is_declined_or_waits()
    {
        var engagement = Talks.Propose(_process);
        Assert.Equal(9, engagement.Missing(_process).Count); // four prerequisites, four risks, one law
        engagement.Assess("What there is.", Talks.Keeper, s_now);
        Given.Refused(DesignationReasons.LegalCheckMissing, () => engagement.Approve(_process, "Agreed.", Talks.Second, s_now));
        engagement.Record(Talks.Law("KEN"), Talks.Keeper, s_now);
        Assert.Equal(EngagementState.Proposed, engagement.State); // what was put forward has changed
        engagement.Assess("With the law.", Talks.Keeper, s_now);
        Given.Refused(DesignationReasons.EngagementNotReady, () => engagement.Approve(_process, "Agreed.", Talks.Second, s_now));
        engagement.Decline("Not ready.", Talks.Second, s_now);
        Assert.Equal(EngagementState.Declined, engagement.State);
    }

    [Theory, Rule("R124")]
    [InlineData("TrustBuilding")]
    [InlineData("ActorMapping")]
    [InlineData("OwnRole")]
    [InlineData("Preparedness")]
    public void Each_prerequisite_is_documented_and_shown_before_approval(string topic)
    {
        var missing = Enum.Parse<FindingTopic>(topic);
        var engagement = Talks.Propose(_process).Show(without: missing);
        Assert.Equal("R124", Assert.Single(engagement.Missing(_process)).Rule);
        engagement.Record(new FindingTerms(missing, "Not yet.", false), Talks.Keeper, s_now);
        Assert.Single(engagement.Missing(_process));
        engagement.Assess("Nearly.", Talks.Keeper, s_now);
        var refused = Given.Refused(DesignationReasons.EngagementNotReady, () => engagement.Approve(_process, "Agreed.", Talks.Second, s_now));
        Assert.Equal(ProcessAnswers.Text(missing), refused.Metadata.Single(m => m.Key == "missing").Value);
        engagement.Record(new FindingTerms(missing, "Now it is.", true), Talks.Keeper, s_now);
        Assert.Empty(engagement.Missing(_process));
        Assert.Equal(["Not yet.", "Now it is."], engagement.Findings.Where(f => f.Topic == missing).Select(f => f.Text)); // the earlier one stays readable
    }

    [Fact, Rule("R125")]
    public void That_talks_win_time_for_atrocities_stays_in_the_register_and_others_are_taken_out_with_a_reason()
    {
        var engagement = Talks.Propose(_process);
        Assert.True(engagement.RiskRegister()[0] is { Risk: EngagementRisk.TimeForAtrocities, Mandatory: true, Entries: [] });
        engagement.Show(withoutRisk: EngagementRisk.TimeForAtrocities);
        Assert.Equal("TIME_FOR_ATROCITIES", Assert.Single(engagement.Missing(_process)).Item);
        Given.Refused(DesignationReasons.RiskMandatory, () => engagement.WithdrawRisk(EngagementRisk.TimeForAtrocities, "None here.", Talks.Keeper, s_now));
        engagement.AssessRisk(Talks.Risk(EngagementRisk.TimeForAtrocities), Talks.Keeper, s_now);
        engagement.WithdrawRisk(EngagementRisk.Reputation, "Nobody minds.", Talks.Keeper, s_now);
        Assert.Empty(engagement.Missing(_process));
        Assert.Equal(2, engagement.RiskRegister().Single(r => r.Risk == EngagementRisk.Reputation).Entries.Count);
        Given.Refused(PlatformReasons.InvalidField, () => engagement.AssessRisk(Talks.Risk(EngagementRisk.Safety) with { StopCondition = " " }, Talks.Keeper, s_now));
        Given.Refused(PlatformReasons.InvalidField, () => engagement.AssessRisk(Talks.Risk(EngagementRisk.Safety) with { Mitigation = null }, Talks.Keeper, s_now));
    }

    [Fact, Rule("R128")]
    public void The_law_of_every_jurisdiction_is_checked_before_approval_and_an_obstacle_is_warned_of()
    {
        var engagement = Talks.Propose(_process, Talks.Terms(EngagementKind.HumanitarianDialogue, false, "KEN", "NOR", "KEN")).Show(law: false);
        Given.Refused(PlatformReasons.InvalidField, () => engagement.Record(Talks.Law("SWE"), Talks.Keeper, s_now)); // nobody's
        engagement.Record(Talks.Law("KEN"), Talks.Keeper, s_now);
        engagement.Assess("All but one.", Talks.Keeper, s_now);
        var refused = Given.Refused(DesignationReasons.LegalCheckMissing, () => engagement.Approve(_process, "Agreed.", Talks.Second, s_now));
        Assert.Equal("NOR", refused.Metadata.Single(m => m.Key == "jurisdictions").Value);
        engagement.Record(Talks.Law("NOR", counterTerrorism: LegalFinding.WithConditions), Talks.Keeper, s_now);
        Assert.Contains(new EngagementWarning(WarningCode.LegalObstacle, "R128"), engagement.Warnings(_process, s_now));
        engagement.Record(Talks.Law("NOR"), Talks.Keeper, s_now);
        Assert.Empty(engagement.Warnings(_process, s_now));
        Assert.Equal(3, engagement.LegalChecks.Count);
    }

    [Fact, Rule("R130")]
    public void Preventive_dialogue_rests_on_the_principles_of_the_community_too_and_gestures_are_planned_and_recorded()
    {
        var preventive = Talks.Preventive();
        var engagement = Talks.Propose(preventive).Show();
        Assert.Equal(["DEEP_LISTENING", "STEP_BY_STEP_DESIGN", "BALANCED_POWER", "WHERE_PEOPLE_ARE", "WAY_OUT"], engagement.Missing(preventive).Where(m => m.Rule == "R130").Select(m => m.Item));
        Assert.Empty(engagement.Missing(_process)); // of a mediation that resolves
        Assert.Empty(engagement.Show(principles: true).Missing(preventive));

        engagement.Plan("The elders pour water on the spears.", "Council of elders", Talks.Keeper, s_now);
        Given.Refused(PlatformReasons.InvalidField, () => engagement.RecordGesture(2, "Held.", DateOnly.FromDateTime(s_now), Talks.Keeper, s_now));
        engagement.RecordGesture(1, "Held at dawn.", DateOnly.FromDateTime(s_now), Talks.Keeper, s_now);
        Assert.True(engagement.Gestures is [{ Plan: "The elders pour water on the spears.", Outcome: "Held at dawn." }]);
        Given.Refused(PlatformReasons.InvalidField, () => engagement.RecordGesture(1, "Again.", DateOnly.FromDateTime(s_now), Talks.Keeper, s_now)); // never rewritten
    }

    [Fact, Rule("R158")]
    public void What_a_group_is_called_tells_who_calls_it_so_and_since_when()
    {
        var terms = Talks.Terms();
        Given.Refused(PlatformReasons.InvalidField, () => Talks.Propose(_process, terms with { Label = terms.Label! with { By = null } }));
        Given.Refused(PlatformReasons.InvalidField, () => Talks.Propose(_process, terms with { Label = terms.Label! with { On = null } }));
        Given.Refused(PlatformReasons.InvalidField, () => Talks.Propose(_process, terms with { Label = terms.Label! with { On = DateOnly.FromDateTime(s_now).AddDays(1) } }));
        var engagement = Talks.Propose(_process, terms);
        engagement.Edit(terms with { Label = null }, Talks.Keeper, s_now);
        Assert.Null(engagement.Terms.Label);
        Assert.Equal("violent extremist", engagement.Versions[0].Terms.Label!.Text); // the judgement that was withdrawn stays readable
    }
}
