using Concord.Monitoring.Agreements;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Schedule;
using Concord.Platform.Errors;
using Concord.Support;
using static Concord.Monitoring.Tests.Records;

namespace Concord.Monitoring.Tests;

public sealed class MilestoneTests
{
    private readonly Agreement _agreement = Lake();

    [Fact, Rule("R94")]
    public void A_milestone_goes_from_planned_to_verified_and_every_day_has_its_state()
    {
        var step = MilestoneOf(_agreement, Step("withdrawal"));
        step.Start(On("2020-02-01"), _agreement, OfGovernment, false, Now);
        step.Claim(On("2020-03-01"), _agreement, OfGovernment, false, Now);
        step.Contest(On("2020-03-05"), _agreement, Verifier, true, Now);
        step.Verify(On("2020-04-01"), _agreement, Verifier, Now);

        Assert.Equal(
            [MilestoneState.Planned, MilestoneState.InProgress, MilestoneState.Claimed, MilestoneState.Disputed, MilestoneState.Verified],
            ((string[])["2020-01-31", "2020-02-01", "2020-03-04", "2020-03-31", "2020-04-01"]).Select(d => MilestoneHistory.StateAsOf(step.Entries, Day(d))));
    }

    [Fact, Rule("R95")]
    public void A_claim_alone_never_makes_a_milestone_done()
    {
        var first = MilestoneOf(_agreement, Step("first", 10, new(Day("2020-02-01"), null, null, null)));
        var second = MilestoneOf(_agreement, Step("second") with { Predecessors = [new(first.Name, 0)] }, first);
        first.Start(On("2020-01-10"), _agreement, OfGovernment, false, Now);
        first.Claim(On("2020-01-20"), _agreement, OfGovernment, false, Now);

        var standings = Standings.AsOf(_agreement, [first, second], Day("2020-02-03")).Milestones;
        Assert.Equal((MilestoneState.Claimed, 2), (standings[0].State, standings[0].OverdueDays));
        Assert.Equal([first], standings[1].BlockedBy);

        first.Verify(On("2020-02-04"), _agreement, Verifier, Now);
        standings = Standings.AsOf(_agreement, [first, second], Day("2020-02-04")).Milestones;
        Assert.Equal(0, standings[0].OverdueDays);
        Assert.Empty(standings[1].BlockedBy);
    }

    [Fact, Rule("R95")]
    public void Verify_ByWhoClaimed_IsRefused()
    {
        var step = MilestoneOf(_agreement, Step("withdrawal"));
        step.Start(On("2020-02-01"), _agreement, Verifier, true, Now);
        step.Claim(On("2020-03-01"), _agreement, Verifier, true, Now);

        Refused(MonitoringReasons.NotIndependent, () => step.Verify(On("2020-03-02"), _agreement, Verifier, Now));
        Refused(MonitoringReasons.NotIndependent, () => step.Verify(On("2020-03-02"), _agreement, OfGovernment, Now));
        step.Verify(On("2020-03-02"), _agreement, Verifier with { Subject = "accounts/other" }, Now);
    }

    [Theory, Rule("R95"), Rule("R137")]
    [InlineData("accounts/x", null, "accounts/d", "accounts/x")]
    [InlineData("accounts/d", "accounts/x", "accounts/x", null)]
    [InlineData("accounts/d", "accounts/x", "accounts/e", "accounts/x")]
    [InlineData("accounts/d", "accounts/x", "accounts/d", null)]
    public void Verify_InTheNameOfWhoClaimedOrByWhoseNameItWas_IsRefused(string claims, string? claimsFor, string verifies, string? verifiesFor)
    {
        var step = MilestoneOf(_agreement, Step("withdrawal"));
        step.Start(On("2020-02-01"), _agreement, Verifier, true, Now);
        step.Claim(On("2020-03-01"), _agreement, Verifier with { Subject = claims, ActsFor = claimsFor }, true, Now);
        Refused(MonitoringReasons.NotIndependent, () => step.Verify(On("2020-03-02"), _agreement, Verifier with { Subject = verifies, ActsFor = verifiesFor }, Now));
        step.Verify(On("2020-03-02"), _agreement, Verifier with { Subject = "accounts/other", ActsFor = "accounts/absent" }, Now);
    }

    [Fact, Rule("R95")]
    public void Verify_WithoutAClaim_IsRefused()
    {
        var step = MilestoneOf(_agreement, Step("withdrawal"));
        Refused(MonitoringReasons.MilestoneState, () => step.Verify(On("2020-02-01"), _agreement, Verifier, Now));
        step.Start(On("2020-02-01"), _agreement, OfGovernment, false, Now);
        step.Contest(On("2020-02-02"), _agreement, Verifier, true, Now);
        Refused(MonitoringReasons.MilestoneState, () => step.Verify(On("2020-02-03"), _agreement, Verifier, Now));
    }

    [Fact, Rule("R94")]
    public void Each_verb_in_a_wrong_state_is_refused_and_changes_nothing()
    {
        var step = MilestoneOf(_agreement, Step("withdrawal"));
        Refused(MonitoringReasons.MilestoneState, () => step.Claim(On("2020-02-01"), _agreement, OfGovernment, false, Now));
        Refused(MonitoringReasons.MilestoneState, () => step.Contest(On("2020-02-01"), _agreement, OfGovernment, false, Now));
        step.Start(On("2020-02-01"), _agreement, OfGovernment, false, Now);
        Refused(MonitoringReasons.MilestoneState, () => step.Start(On("2020-02-02"), _agreement, OfGovernment, false, Now));
        Assert.Single(step.Entries);
    }

    [Fact, Rule("R94")]
    public void An_entry_before_the_last_one_or_in_the_future_is_refused()
    {
        var step = MilestoneOf(_agreement, Step("withdrawal"));
        step.Start(On("2020-02-01"), _agreement, OfGovernment, false, Now);
        Refused(MonitoringReasons.EntryBeforeLast, () => step.Claim(On("2020-01-31"), _agreement, OfGovernment, false, Now));
        Refused(PlatformReasons.InvalidField, () => step.Claim(On("2024-06-02"), _agreement, OfGovernment, false, Now));
        step.Claim(On("2020-02-01"), _agreement, OfGovernment, false, Now);
    }

    [Fact, Rule("R94")]
    public void Somebody_who_is_no_party_and_oversees_nothing_records_nothing()
    {
        var step = MilestoneOf(_agreement, Step("withdrawal"));
        var stranger = new Person("accounts/stranger", "Stranger", "organizations/0197a000-0000-7000-8000-000000000099");
        Refused(MonitoringReasons.NotResponsible, () => step.Start(On("2020-02-01"), _agreement, stranger, false, Now));
        step.Start(On("2020-02-01"), _agreement, OfGovernment, false, Now);
        Refused(MonitoringReasons.NotResponsible, () => step.Claim(On("2020-02-01"), _agreement, stranger, false, Now));
        Refused(MonitoringReasons.NotResponsible, () => step.Contest(On("2020-02-01"), _agreement, stranger, false, Now));
    }

    [Fact, Rule("R94")]
    public void A_new_date_needs_the_responsible_parties_or_the_mechanism_and_replaces_the_due_day_from_then_on()
    {
        var provision = ProvisionOf(_agreement);
        var step = Milestone.Add(_agreement, provision, [], MilestoneId.New(), Step("withdrawal", 10, new(null, "transition", 0, 0)), Now);
        Rescheduling To(params string[] agreedBy) => new() { On = Day("2020-02-10"), NewDue = Day("2020-05-01"), Reason = "Rains", AgreedBy = agreedBy };

        Refused(MonitoringReasons.RescheduleNotAgreed, () => step.Reschedule(To("front"), _agreement, provision, Keeper, Now));
        Refused(PlatformReasons.InvalidField, () => step.Reschedule(To("nobody"), _agreement, provision, Keeper, Now));
        Refused(PlatformReasons.InvalidField, () => step.Reschedule(To("government") with { Reason = " " }, _agreement, provision, Keeper, Now));
        step.Reschedule(To("commission"), _agreement, provision, Keeper, Now);

        var before = Standings.AsOf(_agreement, [step], Day("2020-02-09")).Milestones[0];
        var after = Standings.AsOf(_agreement, [step], Day("2020-02-10")).Milestones[0];
        Assert.Equal((Day("2020-01-31"), 9), (before.Due!.Value, before.OverdueDays));
        Assert.Equal((Day("2020-05-01"), Day("2020-01-31"), 0), (after.Due!.Value, after.BaselineDue!.Value, after.OverdueDays));
        Assert.Equal(("Rains", "commission"), (step.Entries[0].Note, Assert.Single(step.Entries[0].AgreedBy)));
    }

    [Fact, Rule("R93")]
    public void A_circle_is_refused_and_named_in_the_order_of_the_work()
    {
        var a = MilestoneOf(_agreement, Step("a"));
        var b = MilestoneOf(_agreement, Step("b") with { Predecessors = [new(a.Name, 0)] }, a);
        var c = MilestoneOf(_agreement, Step("c") with { Predecessors = [new(b.Name, 3)] }, a, b);

        var refusal = Refused(MonitoringReasons.DependencyCycle, () => a.AddPredecessor(new(c.Name, 0), _agreement, [a, b, c]));
        Assert.Contains(("cycle", "a → b → c → a"), refusal.Metadata);
        Assert.Empty(a.Predecessors);
        Refused(MonitoringReasons.DependencyCycle, () => a.AddPredecessor(new(a.Name, 0), _agreement, [a, b, c]));
        c.AddPredecessor(new(a.Name, 0), _agreement, [a, b, c]);
        Assert.Equal(2, c.Predecessors.Count);
    }

    [Fact, Rule("R93")]
    public void A_lag_that_still_runs_blocks_too()
    {
        var first = MilestoneOf(_agreement, Step("first"));
        var second = MilestoneOf(_agreement, Step("second") with { Predecessors = [new(first.Name, 5)] }, first);
        first.Start(On("2020-01-10"), _agreement, OfGovernment, false, Now);
        first.Claim(On("2020-01-20"), _agreement, OfGovernment, false, Now);
        first.Verify(On("2020-01-20"), _agreement, Verifier, Now);

        Assert.Equal([first], Standings.AsOf(_agreement, [first, second], Day("2020-01-24")).Milestones[1].BlockedBy);
        Assert.Empty(Standings.AsOf(_agreement, [first, second], Day("2020-01-25")).Milestones[1].BlockedBy);
    }

    [Theory, Rule("R93")]
    [InlineData(1, 0, "2020-02-29")]
    [InlineData(13, 0, "2021-02-28")]
    [InlineData(1, 1, "2020-03-01")]
    [InlineData(0, 30, "2020-03-01")]
    [InlineData(-2, 0, "2019-11-30")]
    public void Months_after_an_anchor_end_with_the_month_and_days_come_after(int months, int days, string due) =>
        Assert.Equal(Day(due), MilestoneOf(_agreement, Step("x", 1, new(null, "transition", months, days))).Deadline!.Baseline(_agreement));

    [Fact, Rule("R93")]
    public void A_moved_anchor_moves_what_is_counted_from_it_from_the_day_of_the_decision_and_keeps_the_baseline()
    {
        var step = MilestoneOf(_agreement, Step("x", 1, new(null, "transition", 1, 0)));
        _agreement.MoveAnchor("transition", Day("2020-06-30"), Day("2020-01-20"), "Forces not assembled", "report 2", 3, Keeper, Now);
        _agreement.RecordAnchor("transition", Day("2020-07-15"), null, null, Now);

        DateOnly? DueAsOf(string day) => Standings.AsOf(_agreement, [step], Day(day)).Milestones[0].Due;
        Assert.Equal([Day("2020-02-29"), Day("2020-07-30"), Day("2020-08-15")], ((string[])["2020-01-19", "2020-01-20", "2020-07-15"]).Select(DueAsOf).OfType<DateOnly>());
        Assert.Equal(Day("2020-02-29"), Standings.AsOf(_agreement, [step], Day("2021-01-01")).Milestones[0].BaselineDue);
        Refused(MonitoringReasons.AnchorOccurred, () => _agreement.MoveAnchor("transition", Day("2021-01-01"), Day("2020-07-16"), "x", null, null, Keeper, Now));
        Refused(MonitoringReasons.AnchorOccurred, () => _agreement.RecordAnchor("transition", Day("2020-07-16"), null, null, Now));
        Refused(MonitoringReasons.UnknownAnchor, () => _agreement.MoveAnchor("elections", Day("2021-01-01"), Day("2020-07-16"), "x", null, null, Keeper, Now));
    }

    [Fact]
    public void Every_wrong_field_of_a_milestone_is_named()
    {
        var refusal = Refused(PlatformReasons.InvalidField, () => MilestoneOf(_agreement, new NewMilestone
        {
            Key = "Upper Case",
            Title = "",
            Responsible = ["nobody"],
            DurationDays = -1,
            Deadline = new(Day("2020-01-01"), "transition", 1, 1),
            Predecessors = [new("agreements/1", -1), null],
        }));

        Assert.Equal(
            ["deadline", "durationDays", "key", "predecessors[0].lagDays", "predecessors[0].milestone", "predecessors[1].milestone", "responsible", "title"],
            refusal.Errors.Select(e => e.Field).Distinct().Order());
        Refused(MonitoringReasons.DuplicateMilestone, () => MilestoneOf(_agreement, Step("a"), MilestoneOf(_agreement, Step("a"))));
    }
}
