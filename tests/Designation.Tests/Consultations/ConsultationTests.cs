using Concord.Designation.Consultations;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests;

public sealed class ConsultationTests
{
    private static readonly Signature s_by = Signature.Of(Given.Proposer);
    private static readonly string s_one = $"organizations/{Guid.NewGuid()}";
    private static readonly DateTime s_deadline = Given.Start.AddDays(10);

    [Fact, Rule("R48")]
    public void At_the_instant_of_the_deadline_nobody_answers_any_more_and_is_told_the_deadline()
    {
        var round = Opened();
        round.Answer(s_one, null, new GivePosition(Stance.NoView, null, "none"), s_by, s_deadline.AddMicroseconds(-1));
        var late = Given.Refused(DesignationReasons.ConsultationClosed, () => round.Answer(s_one, null, new GivePosition(Stance.NoView, null, "none"), s_by, s_deadline));
        Assert.Contains(("deadlineTime", s_deadline.ToString("O")), late.Metadata.Select(m => (m.Key, m.Value)));
        Assert.Equal((ConsultationState.Open, ConsultationState.Closed), (round.StateAt(s_deadline.AddMicroseconds(-1)), round.StateAt(s_deadline)));
    }

    [Fact, Rule("R48")]
    public void A_round_that_is_closed_before_its_deadline_takes_no_answer_and_one_that_ended_by_itself_is_summed_up_once()
    {
        var round = Opened();
        round.Close("Two for one", s_by, Given.Start.AddDays(1));
        Given.Refused(DesignationReasons.ConsultationClosed, () => round.Answer(s_one, null, new GivePosition(Stance.NoView, null, "none"), s_by, Given.Start.AddDays(2)));
        var other = Opened();
        other.Close("Nobody answered", s_by, s_deadline.AddDays(1));
        Given.Refused(DesignationReasons.ConsultationClosed, () => other.Close("Again", s_by, s_deadline.AddDays(2)));
        Assert.Equal("Nobody answered", other.Summary);
    }

    [Fact, Rule("R48")]
    public void Whoever_thinks_better_of_it_adds_a_version_and_the_one_before_stays()
    {
        var round = Opened();
        var first = round.Answer(s_one, null, new GivePosition(Stance.Supports, s_one, "We are near"), s_by, Given.Start);
        var second = round.Answer(s_one, first, new GivePosition(Stance.WouldSupport, s_one, "We would help", true), s_by, Given.Start);
        Assert.Equal((1, 2, true, null), (first.Revision, second.Revision, first.SupersedeTime is not null, second.SupersedeTime));
        Assert.Equal(("We are near", Stance.Supports), (first.Reasons, first.Stance));
        Assert.True(round.AnswerTime > Given.Start); // two answers of one instant are two changes
    }

    [Fact, Rule("R48")]
    public void A_position_says_whom_it_is_about_unless_it_is_none_and_a_round_asks_somebody_until_some_day_to_come()
    {
        var round = Opened();
        foreach (var wrong in (GivePosition[])[new(Stance.Supports, null, "r"), new(Stance.NoView, s_one, "r"), new(null, s_one, "r"), new(Stance.Objects, "x", "r"), new(Stance.Objects, s_one, " ")])
        {
            Given.Refused(PlatformReasons.InvalidField, () => round.Answer(s_one, null, wrong, s_by, Given.Start));
        }

        foreach (var (invited, deadline) in ((string[], DateTime?)[])[([], s_deadline), ([s_one], null), ([s_one], Given.Start), ([s_one], Given.Start.AddDays(367)), (["x"], s_deadline), ([.. Enumerable.Repeat(s_one, 31)], s_deadline)])
        {
            Given.Refused(PlatformReasons.InvalidField, () => Consultation.Open(Given.Process(), new OpenConsultation("Who?", null, deadline), invited, s_by, Given.Start));
        }

        Assert.Single(Consultation.Open(Given.Process(), new OpenConsultation("Who?", null, s_deadline), [s_one, s_one], s_by, Given.Start).Invited);
    }

    private static Consultation Opened() => Consultation.Open(Given.Process(), new OpenConsultation("Who should lead?", null, s_deadline), [s_one], s_by, Given.Start);
}
