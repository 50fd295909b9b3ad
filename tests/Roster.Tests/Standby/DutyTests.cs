using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Roster.Deployments;
using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Roster.Standby;
using Concord.Support;

namespace Concord.Roster.Tests.Standby;

/// <summary>The days that deployments hold a person, on the record of the person alone.</summary>
public sealed class DutyTests
{
    private static readonly DateOnly s_first = new(2026, 5, 1);

    [Theory, Rule("R15")]
    [InlineData("IN_PERSON", "IN_PERSON", true, true, false)]
    [InlineData("IN_PERSON", "REMOTE", true, true, true)]
    [InlineData("REMOTE", "IN_PERSON", true, true, true)]
    [InlineData("REMOTE", "REMOTE", true, true, true)]
    [InlineData("IN_PERSON", "REMOTE", true, false, false)]
    [InlineData("IN_PERSON", "REMOTE", false, true, false)]
    [InlineData("IN_PERSON", "REMOTE", false, false, false)]
    [InlineData("REMOTE", "IN_PERSON", true, false, false)]
    [InlineData("REMOTE", "IN_PERSON", false, true, false)]
    [InlineData("REMOTE", "REMOTE", true, false, false)]
    [InlineData("REMOTE", "REMOTE", false, true, false)]
    [InlineData("REMOTE", "REMOTE", false, false, false)]
    public void Two_duties_share_a_day_only_where_one_is_from_afar_and_the_lead_of_each_agrees(string held, string wanted, bool heldAgrees, bool wantedAgrees, bool may)
    {
        var person = Some.In(ProfileState.Active);
        person.TakeOn(Of("a", 0, 9, Mode(held), heldAgrees), Some.Now);
        void TakeOn() => person.TakeOn(Of("b", 9, 12, Mode(wanted), wantedAgrees), Some.Now);
        if (may)
        {
            TakeOn();
            Assert.Equal(2, person.Duties.Count);
            return;
        }

        Assert.Equal("PERSON_DEPLOYED", Assert.Throws<DomainException>(TakeOn).Reason.Code);
        Assert.Single(person.Duties);
    }

    [Fact, Rule("R15")]
    public void The_lead_of_work_that_is_held_agrees_later_and_takes_that_back_only_while_the_person_has_no_other_on_these_days()
    {
        var person = Some.In(ProfileState.Active);
        person.TakeOn(Of("a", 0, 9), Some.Now);
        person.KeepAgreement("a", true, Some.Now);
        person.TakeOn(Of("b", 9, 12, DeploymentMode.Remote, agree: true), Some.Now);
        foreach (var one in (string[])["a", "b"])
        {
            Assert.Equal("AGREEMENT_CARRIES_TWO_DEPLOYMENTS", Assert.Throws<DomainException>(() => person.KeepAgreement(one, false, Some.Now)).Reason.Code);
        }

        person.TakeOn(Of("a", 0, 8, agree: true), Some.Now);
        person.KeepAgreement("a", false, Some.Now);
        Assert.Equal([Of("a", 0, 8), Of("b", 9, 12, DeploymentMode.Remote, agree: true)], person.Duties);
    }

    [Fact]
    public void What_was_agreed_to_already_and_what_the_person_does_not_hold_changes_nothing()
    {
        var person = Some.In(ProfileState.Active);
        person.TakeOn(Of("a", 0, 9, agree: true), Some.Now);
        var before = person.UpdateTime;
        person.KeepAgreement("a", true, Some.Now);
        person.KeepAgreement("b", true, Some.Now);
        Assert.Equal(before, person.UpdateTime);
        Assert.Equal(Of("a", 0, 9, agree: true), Assert.Single(person.Duties));
    }

    [Fact, Rule("R26")]
    public void The_work_of_whoever_was_suspended_becomes_shorter_and_not_longer()
    {
        var person = Some.In(ProfileState.Active);
        person.TakeOn(Of("a", 5, 20), Some.Now);
        person.Suspend("x", Some.Now);
        person.TakeOn(Of("a", 5, 12), Some.Now);
        Assert.Equal(Of("a", 5, 12), Assert.Single(person.Duties));
        Assert.Equal(RosterReasons.NotDeployable, Assert.Throws<DomainException>(() => person.TakeOn(Of("a", 5, 13), Some.Now)).Reason);
    }

    [Fact, Rule("R15")]
    public void The_days_of_one_deployment_are_moved_though_they_meet_its_own()
    {
        var person = Some.In(ProfileState.Active);
        person.TakeOn(Of("a", 0, 9), Some.Now);
        person.TakeOn(Of("a", 5, 20), Some.Now);
        Assert.Equal(Of("a", 5, 20), Assert.Single(person.Duties));
        person.EndDuty("a", s_first.AddDays(7), Some.Now);
        Assert.Equal(Of("a", 5, 7), Assert.Single(person.Duties));
        person.EndDuty("a", s_first.AddDays(2), Some.Now);
        Assert.Empty(person.Duties);
    }

    [Theory, Rule("R26")]
    [InlineData(ProfileState.Draft)]
    [InlineData(ProfileState.UnderVetting)]
    [InlineData(ProfileState.Suspended)]
    [InlineData(ProfileState.Retired)]
    [InlineData(ProfileState.Erased)]
    internal void Whoever_is_not_active_takes_on_nothing(ProfileState state) =>
        Assert.Equal("NOT_DEPLOYABLE", Assert.Throws<DomainException>(() => Some.In(state).TakeOn(Of("a", 0, 1), Some.Now)).Reason.Code);

    [Fact, Rule("R15")]
    public void On_a_day_of_duty_nobody_is_free_and_on_every_other_day_of_a_window_the_person_is()
    {
        var dice = new Random(15);
        for (var round = 0; round < 500; round++)
        {
            var person = Some.In(ProfileState.Active);
            var (windows, duties) = (Drawn(dice), Drawn(dice));
            windows.ForEach(w => person.AddAvailability(WindowId.New(), s_first.AddDays(w.First), s_first.AddDays(w.Last), AvailabilityKind.InPerson, Some.Now));
            duties.ForEach(d => person.TakeOn(Of($"{d}", d.First, d.Last), Some.Now));
            var free = new RosterEntry(person).InPerson;
            Assert.Equal(
                Enumerable.Range(0, 70).Where(day => windows.Exists(w => w.First <= day && day <= w.Last) && !duties.Exists(d => d.First <= day && day <= d.Last)),
                Enumerable.Range(0, 70).Where(day => Array.Exists(free, s => s.Covers(s_first.DayNumber + day, s_first.DayNumber + day))));
            Assert.All(free, s => Assert.True(s.First <= s.Last));
        }

        // Spans that do not meet, one after another.
        static List<(int First, int Last)> Drawn(Random dice)
        {
            List<(int, int)> spans = [];
            for (var at = dice.Next(0, 9); at < 60; at += dice.Next(1, 9))
            {
                var last = at + dice.Next(0, 8);
                spans.Add((at, last));
                at = last + 1;
            }

            return spans;
        }
    }

    [Theory, Rule("R15")]
    [InlineData("IN_PERSON", AvailabilityKind.InPerson, 9, 9, true)]
    [InlineData("IN_PERSON", AvailabilityKind.Remote, 0, 30, true)]
    [InlineData("IN_PERSON", AvailabilityKind.Unavailable, 6, 8, false)]
    [InlineData("IN_PERSON", AvailabilityKind.InPerson, 10, 20, false)]
    [InlineData("IN_PERSON", AvailabilityKind.InPerson, 0, 4, false)]
    [InlineData("REMOTE", AvailabilityKind.Remote, 5, 9, false)]
    internal void Nobody_is_said_to_be_available_on_a_day_of_a_deployment_in_person(string mode, AvailabilityKind kind, int first, int last, bool refused)
    {
        var person = Some.In(ProfileState.Active);
        person.TakeOn(Of("a", 5, 9, Mode(mode)), Some.Now);
        var error = Record.Exception(() => person.AddAvailability(WindowId.New(), s_first.AddDays(first), s_first.AddDays(last), kind, Some.Now)) as DomainException;
        Assert.Equal(refused ? RosterReasons.DaysTaken : null, error?.Reason);
        Assert.Equal(refused ? $"The days from {s_first.AddDays(Math.Max(first, 5)):O} to {s_first.AddDays(Math.Min(last, 9)):O} are taken." : null, error?.Message);
        Assert.Equal(refused ? 0 : 1, person.Availability.Count);
    }

    [Fact]
    public void A_deployment_takes_twenty_briefings_and_no_more()
    {
        var desk = new Caller("accounts/desk", "Desk", Some.Owner, new HashSet<string>(), Classification.Confidential);
        var terms = new StandbyTerms(RequesterKind.Envoy, null, "KEN", null, "A round", [StandbyTask.Planning], [], [], 1, DeploymentMode.Remote, Some.Day, Some.Day, Some.Day, Classification.Confidential);
        var deployment = Deployment.Plan(StandbyRequest.Ask(terms, Some.Owner, desk, Some.Now, Some.Now), ProfileId.New(), new PlanDeployment(null, null, null, null, null), Some.Now);
        void Brief() => deployment.Brief(new BriefDeployment(Some.Day, "The desk", [BriefingTopic.Security]).Checked(Author.Of(desk), Some.Now), Some.Now);
        for (var i = 0; i < 20; i++)
        {
            Brief();
        }

        Assert.Equal("TOO_MANY_BRIEFINGS", Assert.Throws<DomainException>(Brief).Reason.Code);
        Assert.Equal(20, deployment.Briefings.Count);
    }

    private static DeploymentMode Mode(string word) => word == "REMOTE" ? DeploymentMode.Remote : DeploymentMode.InPerson;

    private static Duty Of(string deployment, int first, int last, DeploymentMode mode = DeploymentMode.InPerson, bool agree = false) => new(deployment, s_first.AddDays(first), s_first.AddDays(last), mode, agree);
}
