using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Concord.Roster.SupportRequests;
using Concord.Support;

namespace Concord.Roster.Tests.SupportRequests;

/// <summary>How a request goes through the desk, and what is counted of it (R25, R147).</summary>
public sealed class SupportRuleTests
{
    private static readonly Caller s_asker = Person();
    private static readonly Caller s_desk = Person();
    private static readonly AnswerSupport s_answer = new AnswerSupport(SupportOutcome.Accepted, "Two experts for a month.", null, null).Checked();

    [Theory, Rule("R147")]
    [InlineData("Immediate", 1)]
    [InlineData("Urgent", 3)]
    [InlineData("Routine", 10)]
    public void The_urgency_says_until_when_it_is_answered_and_the_desk_may_set_another_time(string urgency, int days)
    {
        var wanted = Enum.Parse<SupportUrgency>(urgency);
        var request = Received(wanted);
        Assert.Equal(Some.Now.AddDays(days), request.DueTime);
        request.Triage(new TriageSupport(SupportRequestKind.Team, null, null), s_desk, Some.Now.AddHours(2));
        Assert.Equal((wanted, Some.Now.AddDays(days)), (request.Urgency, request.DueTime));
        request.Triage(new TriageSupport(SupportRequestKind.Team, SupportUrgency.Immediate, null), s_desk, Some.Now.AddHours(3));
        Assert.Equal(Some.Now.AddDays(1), request.DueTime);
        request.Triage(new TriageSupport(SupportRequestKind.Team, null, Some.Now.AddDays(20)), s_desk, Some.Now.AddHours(4));
        Assert.Equal((Some.Now.AddDays(20), Some.Now.AddHours(2)), (request.DueTime, request.TriageTime));
        Refused(PlatformReasons.InvalidField, () => request.Triage(new TriageSupport(SupportRequestKind.Team, null, Some.Now), s_desk, Some.Now.AddHours(4)));
        Refused(PlatformReasons.InvalidField, () => request.Triage(new TriageSupport(null, null, null), s_desk, Some.Now.AddHours(4)));
    }

    [Fact, Rule("R147"), Rule("R25")]
    public void Each_step_is_stamped_once_and_none_is_left_out_or_taken_back()
    {
        var request = Received();
        Refused(RosterReasons.SupportRequestWrongState, () => request.Assign(Named(s_desk), Some.Now));
        Refused(RosterReasons.SupportRequestWrongState, () => request.Answer(s_answer, s_desk, Some.Now));
        request.Triage(new TriageSupport(SupportRequestKind.Team, null, null), s_desk, Some.Now.AddHours(1));
        Refused(RosterReasons.SupportRequestWrongState, () => request.Answer(s_answer, s_desk, Some.Now));
        request.Assign(Named(s_asker), Some.Now.AddHours(2));
        request.Assign(Named(s_desk), Some.Now.AddHours(3));
        Refused(RosterReasons.SupportRequestWrongState, () => request.Triage(new TriageSupport(SupportRequestKind.Team, null, null), s_desk, Some.Now));
        Refused(RosterReasons.SupportRequestWrongState, () => request.Close(new CloseSupport(SupportUsefulness.Helped, null), s_asker, Some.Now));
        request.Answer(s_answer, s_desk, Some.Now.AddHours(4));
        Refused(RosterReasons.SupportRequestWrongState, () => request.Answer(s_answer, s_desk, Some.Now));
        request.Close(new CloseSupport(SupportUsefulness.HelpedInPart, null), s_asker, Some.Now.AddHours(5));
        Refused(RosterReasons.SupportRequestWrongState, () => request.Close(new CloseSupport(SupportUsefulness.Helped, null), s_asker, Some.Now));
        Assert.Equal(
            [1, 2, 4, 5], ((DateTime?[])[request.TriageTime, request.AssignTime, request.AnswerTime, request.CloseTime]).Select(t => (t!.Value - request.CreateTime).Hours));
    }

    [Fact, Rule("R147")]
    public void Who_has_it_answers_or_who_acts_for_that_person_and_nobody_else()
    {
        var request = Received();
        request.Triage(new TriageSupport(SupportRequestKind.Team, null, null), s_desk, Some.Now);
        request.Assign(Named(s_desk), Some.Now);
        Refused(RosterReasons.SupportRequestOfAnother, () => request.Answer(s_answer, Person(), Some.Now));
        request.Answer(s_answer, Person() with { ActsFor = s_desk.Subject }, Some.Now);
        Assert.Equal(SupportRequestState.Answered, request.State);
    }

    [Theory, Rule("R147")]
    [InlineData("Accepted", null, true, true)]
    [InlineData("Declined", null, false, true)]
    [InlineData("Declined", null, true, false)]
    [InlineData("Redirected", Some.Owner, false, true)]
    [InlineData("Redirected", null, false, false)]
    [InlineData("Redirected", Some.Owner, true, false)]
    [InlineData("Accepted", Some.Owner, false, false)]
    public void What_is_accepted_provides_and_what_is_redirected_names_whom_to_ask(string outcome, string? redirectedTo, bool provides, bool right)
    {
        var answer = new AnswerSupport(Enum.Parse<SupportOutcome>(outcome), "Because.", provides ? ["slates/0197a000-0000-7000-8000-000000000001"] : null, redirectedTo);
        if (right)
        {
            Assert.Equal("Because.", answer.Checked().Text);
        }
        else
        {
            Refused(PlatformReasons.InvalidField, () => answer.Checked());
        }

        Refused(PlatformReasons.InvalidField, () => (answer with { Text = " " }).Checked());
    }

    [Fact, Rule("R147")]
    public void Support_is_asked_for_from_today_on_and_not_for_days_that_are_past()
    {
        var asked = new AskSupport(SupportRequester.Envoy, "Lake", "Help", "KEN", null, null, Some.Day, null, SupportUrgency.Urgent, null, null, null);
        Assert.Equal(Some.Day, asked.Checked(Some.Atlas, Some.Day).StartDate);
        var refused = Assert.Throws<DomainException>(() => asked.Checked(Some.Atlas, Some.Day.AddDays(1)));
        Assert.Equal(new FieldError("startDate", "Lies in the past."), Assert.Single(refused.Errors));
    }

    [Fact, Rule("R25")]
    public void Figures_are_medians_and_nine_of_ten_of_what_is_known_and_count_what_waits()
    {
        var now = Some.Now;
        var requests = Enumerable.Range(1, 10).Select(i => Times(answered: i)).Append(Times(due: -1)).Append(Times(due: 1, urgency: SupportUrgency.Immediate, kind: null, place: "DEU")).ToList();
        var figures = SupportFigures.Of(Some.Day, Some.Day, requests, Some.Atlas, now);
        Assert.Equal((12, 2, 1), (figures.Received, figures.Open, figures.Overdue));
        Assert.Equal(new SupportDuration(10, 5, 9), figures.ToAnswer);
        Assert.Equal((null, null), (figures.ToTriage, figures.ToClosing));
        Assert.Equal([("IMMEDIATE", 1, 1, 0), ("ROUTINE", 11, 1, 1)], figures.ByUrgency.Select(g => (g.Of, g.Received, g.Open, g.Overdue)));
        Assert.Equal([("TEAM", 11)], figures.ByKind.Select(g => (g.Of, g.Received)));
        Assert.Equal([("014", 11), ("155", 1)], figures.ByRegion.Select(g => (g.Of, g.Received)));
        Assert.Null(figures.ByRegion[1].ToAnswer);
        Assert.Equal(new SupportDuration(1, 4, 4), SupportDuration.Of([TimeSpan.FromHours(4), null]));
        Assert.Equal(new SupportDuration(3, 2, 9), SupportDuration.Of([TimeSpan.FromHours(9), TimeSpan.FromHours(1), TimeSpan.FromHours(2)]));

        SupportTimes Times(int? answered = null, int due = 1, SupportUrgency urgency = SupportUrgency.Routine, SupportRequestKind? kind = SupportRequestKind.Team, string place = "KEN") =>
            new(urgency, kind, place, now.AddHours(due), now.AddDays(-1), null, null, answered is { } hours ? now.AddDays(-1).AddHours(hours) : null, null);
    }

    private static SupportRequest Received(SupportUrgency urgency = SupportUrgency.Urgent) => SupportRequest.Receive(
        Some.Owner, new AskSupport(SupportRequester.Envoy, "Lake", "Help", "KEN", null, null, null, null, urgency, null, null, null).Checked(Some.Atlas, Some.Day), s_asker, Some.Now);

    private static ActPerson Named(Caller caller) => new(caller.Subject, caller.DisplayName);

    private static Caller Person() => new($"accounts/{Guid.NewGuid()}", "Somebody", Some.Owner, new HashSet<string>(), Contracts.Access.Classification.Confidential);

    private static void Refused(Reason reason, Action act) => Assert.Equal(reason.Code, Assert.Throws<DomainException>(act).Reason.Code);
}
