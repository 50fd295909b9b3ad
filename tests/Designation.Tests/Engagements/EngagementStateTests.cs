using Concord.Designation.Engagements;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Engagements;

public sealed class EngagementStateTests
{
    private static readonly DateTime s_now = Given.Start;
    private readonly Process _process = Given.Process();

    [Fact, Rule("R129")]
    public void It_goes_from_proposed_to_closed_and_every_step_is_kept()
    {
        var engagement = Talks.Active(_process);
        engagement.Advance(_process, EngagementState.Suspended, "Trenches are dug.", Talks.Keeper, s_now);
        engagement.Advance(_process, EngagementState.Active, "They were filled.", Talks.Keeper, s_now);
        engagement.Advance(_process, EngagementState.Closed, "The wells are open.", Talks.Keeper, s_now);
        Assert.Equal(
            [EngagementState.Proposed, EngagementState.Assessed, EngagementState.Approved, EngagementState.Active, EngagementState.Suspended, EngagementState.Active, EngagementState.Closed],
            engagement.Steps.Select(s => s.To));
    }

    [Theory, Rule("R129")]
    [InlineData("Proposed", "Closed")]
    [InlineData("Assessed", "Closed")]
    [InlineData("Approved", "Active Closed")]
    [InlineData("Declined", "")]
    [InlineData("Active", "Suspended Closed")]
    [InlineData("Suspended", "Active Closed")]
    [InlineData("Closed", "")]
    public void From_each_state_only_what_follows_it(string from, string follows)
    {
        foreach (var to in new[] { EngagementState.Active, EngagementState.Suspended, EngagementState.Closed })
        {
            var engagement = In(Enum.Parse<EngagementState>(from));
            if (follows.Split(' ').Contains(to.ToString()))
            {
                engagement.Advance(_process, to, "next", Talks.Keeper, s_now);
                Assert.Equal(to, engagement.State);
            }
            else
            {
                Given.Refused(DesignationReasons.EngagementStateNotAllowed, () => engagement.Advance(_process, to, "next", Talks.Keeper, s_now));
            }
        }

        Given.Refused(PlatformReasons.InvalidField, () => In(EngagementState.Assessed).Advance(_process, EngagementState.Approved, "by oneself", Talks.Keeper, s_now));
    }

    [Theory, Rule("R129")]
    [InlineData("Declined")]
    [InlineData("Closed")]
    public void What_is_over_takes_nothing_more(string state)
    {
        var engagement = In(Enum.Parse<EngagementState>(state));
        Given.Refused(DesignationReasons.EngagementStateNotAllowed, () => engagement.Review("Late.", Talks.NextReview, Talks.Keeper, s_now));
        Given.Refused(DesignationReasons.EngagementStateNotAllowed, () => engagement.AssessPhase(Talks.Phase(RiskPhase.Remote), Talks.Keeper, s_now));
        Given.Refused(DesignationReasons.EngagementStateNotAllowed, () => engagement.Record(Talks.Law("KEN"), Talks.Keeper, s_now));
        Given.Refused(DesignationReasons.EngagementStateNotAllowed, () => engagement.Edit(Talks.Terms(), Talks.Keeper, s_now));
        Given.Refused(DesignationReasons.EngagementStateNotAllowed, () => engagement.Assess("Again.", Talks.Keeper, s_now));
        Assert.False(engagement.IsReviewOverdue(s_now.AddYears(2)));
    }

    [Fact, Rule("R129")]
    public void A_second_person_decides_and_neither_who_set_terms_nor_who_put_it_forward()
    {
        var (editor, assessor) = (Given.Person(), Given.Person());
        var engagement = Talks.Propose(_process);
        engagement.Edit(Talks.Terms() with { Purpose = "Another one." }, editor, s_now);
        engagement.Show().Assess("All is there.", assessor, s_now);
        foreach (var first in new[] { Talks.Keeper, editor, assessor, Given.Person() with { ActsFor = assessor.Subject } })
        {
            Given.Refused(PlatformReasons.FourEyesRequired, () => engagement.Approve(_process, "Agreed.", first, s_now));
            Given.Refused(PlatformReasons.FourEyesRequired, () => engagement.Decline("No.", first, s_now));
        }

        engagement.Review("Read while it waits.", Talks.NextReview, Talks.Second, s_now); // makes nobody its proposer
        engagement.Approve(_process, "Agreed.", Talks.Second, s_now);
        Given.Refused(DesignationReasons.EngagementStateNotAllowed, () => engagement.Decline("No.", Talks.Second, s_now));
    }

    [Fact, Rule("R129")]
    public void Other_terms_are_assessed_and_decided_on_anew_and_an_active_engagement_is_suspended_first()
    {
        var engagement = Talks.Active(_process);
        var wider = Talks.Terms(EngagementKind.PoliticalDialogue, false, "KEN", "NOR");
        Given.Refused(DesignationReasons.EngagementStateNotAllowed, () => engagement.Edit(wider, Talks.Keeper, s_now));
        engagement.Advance(_process, EngagementState.Suspended, "Others join.", Talks.Keeper, s_now);
        engagement.Edit(wider, Talks.Keeper, s_now);
        Assert.Equal(EngagementState.Proposed, engagement.State);
        engagement.Assess("With Norway.", Talks.Keeper, s_now);
        Given.Refused(DesignationReasons.LegalCheckMissing, () => engagement.Approve(_process, "Agreed.", Talks.Second, s_now));
    }

    [Fact, Rule("R129")]
    public void The_day_of_review_is_mandatory_and_past_it_the_talks_are_warned_of_and_do_not_resume()
    {
        foreach (var day in new DateOnly?[] { null, DateOnly.FromDateTime(s_now), DateOnly.FromDateTime(s_now).AddDays(367) })
        {
            Given.Refused(PlatformReasons.InvalidField, () => Engagement.Propose(EngagementId.New(), _process, Talks.Terms(), Talks.Phase(RiskPhase.Remote), day, Talks.Keeper, s_now));
        }

        var engagement = Talks.Active(_process);
        var late = s_now.AddDays(91);
        Assert.False(engagement.IsReviewOverdue(s_now.AddDays(90))); // it is that day's work
        Assert.Contains(new EngagementWarning(WarningCode.ReviewOverdue, "R129"), engagement.Warnings(_process, late));
        engagement.Advance(_process, EngagementState.Suspended, "Nobody looked.", Talks.Keeper, late);
        Given.Refused(DesignationReasons.ReviewOverdue, () => engagement.Advance(_process, EngagementState.Active, "On.", Talks.Keeper, late));
        engagement.Review("As before.", DateOnly.FromDateTime(late).AddDays(30), Talks.Keeper, late);
        engagement.Advance(_process, EngagementState.Active, "On.", Talks.Keeper, late);
        Assert.Empty(engagement.Warnings(_process, late));
    }

    [Fact, Rule("R126")]
    public void What_is_shown_no_more_is_warned_of_while_talks_go_on_and_they_do_not_resume()
    {
        var engagement = Talks.Active(_process);
        engagement.Record(new FindingTerms(FindingTopic.TrustBuilding, "The go-between left.", false), Talks.Keeper, s_now);
        Assert.Equal(EngagementState.Active, engagement.State);
        Assert.Contains(new EngagementWarning(WarningCode.NoLongerReady, "R126"), engagement.Warnings(_process, s_now));
        engagement.Advance(_process, EngagementState.Suspended, "Until it is back.", Talks.Keeper, s_now);
        Given.Refused(DesignationReasons.EngagementNotReady, () => engagement.Advance(_process, EngagementState.Active, "On.", Talks.Keeper, s_now));
    }

    [Fact]
    public void Nothing_is_proposed_approved_or_begun_in_a_closed_process()
    {
        var (approved, assessed) = (Talks.Approved(_process), In(EngagementState.Assessed));
        _process.Advance(ProcessState.Closed, "over", Signature.Of(Talks.Keeper), s_now);
        Given.Refused(DesignationReasons.ProcessClosed, () => Talks.Propose(_process));
        Given.Refused(DesignationReasons.ProcessClosed, () => assessed.Approve(_process, "Agreed.", Talks.Second, s_now));
        Given.Refused(DesignationReasons.ProcessClosed, () => approved.Advance(_process, EngagementState.Active, "On.", Talks.Keeper, s_now));
        approved.Advance(_process, EngagementState.Closed, "over", Talks.Keeper, s_now);
    }

    [Fact, Rule("R127")]
    public void The_circle_has_twenty_persons_at_most_never_none_and_a_history()
    {
        var engagement = Talks.Propose(_process);
        Given.Refused(DesignationReasons.LastInCircle, () => engagement.RemoveFromCircle(Talks.Keeper.Subject, "Leaves.", Talks.Keeper, s_now));
        var named = Enumerable.Range(0, Engagement.LargestCircle - 1).Select(_ => $"accounts/{Guid.NewGuid()}").ToList();
        named.ForEach(account => engagement.AddToCircle(account, "Speaks the language.", Talks.Keeper, s_now));
        Given.Refused(PlatformReasons.InvalidField, () => engagement.AddToCircle($"accounts/{Guid.NewGuid()}", "One more.", Talks.Keeper, s_now));
        engagement.RemoveFromCircle(named[0], "Has left the team.", Talks.Keeper, s_now);
        Given.Refused(PlatformReasons.InvalidField, () => engagement.RemoveFromCircle(named[0], "Twice.", Talks.Keeper, s_now));
        Given.Refused(PlatformReasons.InvalidField, () => engagement.AddToCircle(named[1], "Twice.", Talks.Keeper, s_now));
        Given.Refused(PlatformReasons.InvalidField, () => engagement.AddToCircle("clients/demo", "A machine.", Talks.Keeper, s_now));
        engagement.AddToCircle(named[0], "Is back.", Talks.Keeper, s_now);
        Assert.Equal(["Has left the team.", null], engagement.Circle.Where(m => m.Account == named[0]).Select(m => m.EndReason));
    }

    [Fact]
    public void A_part_is_full_at_a_hundred_entries_and_the_talks_can_still_be_stopped()
    {
        var engagement = Talks.Active(_process);
        while (engagement.Steps.Count < Engagement.MostEntries)
        {
            engagement.Review("As before.", Talks.NextReview, Talks.Keeper, s_now);
        }

        Given.Refused(PlatformReasons.InvalidField, () => engagement.Review("As before.", Talks.NextReview, Talks.Keeper, s_now));
        engagement.Advance(_process, EngagementState.Suspended, "A stop condition.", Talks.Keeper, s_now);
        engagement.Advance(_process, EngagementState.Closed, "Over.", Talks.Keeper, s_now);
    }

    private Engagement In(EngagementState state)
    {
        if (state is EngagementState.Proposed)
        {
            return Talks.Propose(_process);
        }

        if (state is EngagementState.Assessed or EngagementState.Declined)
        {
            var assessed = Talks.Propose(_process).Show();
            assessed.Assess("All is there.", Talks.Keeper, s_now);
            if (state is EngagementState.Declined)
            {
                assessed.Decline("No.", Talks.Second, s_now);
            }

            return assessed;
        }

        if (state is EngagementState.Approved)
        {
            return Talks.Approved(_process);
        }

        var engagement = Talks.Active(_process);
        if (state is not EngagementState.Active)
        {
            engagement.Advance(_process, state, "next", Talks.Keeper, s_now);
        }

        return engagement;
    }
}
