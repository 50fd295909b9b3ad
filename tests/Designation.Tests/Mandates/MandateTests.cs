using Concord.Designation.Mandates;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests;

public sealed class MandateTests
{
    private static readonly Signature s_by = Signature.Of(Given.Proposer);
    private static readonly DateOnly s_last = new(2025, 6, 30);

    [Theory, Rule("R154")]
    [InlineData("2025-06-29", 0, false)]
    [InlineData("2025-06-30", 0, true)]
    [InlineData("2025-07-01", 0, true)]
    [InlineData("2025-05-31", 30, true)]
    [InlineData("2025-05-30", 30, false)]
    public void A_mandate_warns_so_many_days_before_its_last_day_on_it_and_after(string today, int days, bool warns)
    {
        Mandate[] all = [Registered(), Registered(s_last with { }, openEnded: true)];
        Assert.Equal(warns ? 1 : 0, all.AsQueryable().ExpiringWithin(DateOnly.Parse(today, null), days).Count());
    }

    [Fact, Rule("R154")]
    public void On_its_last_day_a_mandate_is_in_force_and_the_day_after_it_has_expired()
    {
        var mandate = Registered();
        Assert.Equal((MandateStanding.InForce, MandateStanding.Expired), (mandate.StandingOn(s_last), mandate.StandingOn(s_last.AddDays(1))));
        mandate.End("The organ ended it", s_by, Given.Start);
        Assert.Equal(MandateStanding.Ended, mandate.StandingOn(s_last));
        Assert.Empty(new[] { mandate }.AsQueryable().ExpiringWithin(s_last, 100));
    }

    [Fact, Rule("R154")]
    public void A_renewal_moves_the_last_day_on_and_keeps_the_one_before_also_where_the_mandate_has_expired()
    {
        var mandate = Registered();
        Given.Refused(PlatformReasons.InvalidField, () => mandate.Renew(new RenewMandate("Second", s_last, s_last), s_by, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => mandate.Renew(new RenewMandate("Second", s_last, null), s_by, Given.Start));
        var renewal = mandate.Renew(new RenewMandate("Second", s_last.AddDays(5), s_last.AddDays(365)), s_by, Given.Start.AddDays(200));
        Assert.Equal((s_last, s_last.AddDays(365), s_last.AddDays(365)), (renewal.ExpiredOnBefore, renewal.ExpireOn, mandate.ExpireOn));
        mandate.End("Ended", s_by, Given.Start);
        Given.Refused(DesignationReasons.MandateEnded, () => mandate.Renew(new RenewMandate("Third", s_last, null, true), s_by, Given.Start));
        Given.Refused(DesignationReasons.MandateEnded, () => mandate.End("Again", s_by, Given.Start));
    }

    [Fact, Rule("R43")]
    public void A_request_for_a_mediator_is_answered_once_on_a_day_between_then_and_now()
    {
        var made = new DateOnly(2025, 2, 1);
        var request = MediatorRequest.Record(Given.Process(), new RecordMediatorRequest(MediationEntry.SoughtByParty, "A party", $"organizations/{Guid.NewGuid()}", made, RequestForm.Letter, "It asks for talks"), s_by, Given.Start);
        Given.Refused(PlatformReasons.InvalidField, () => request.Answer(new AnswerMediatorRequest(true, made.AddDays(-1), "letter"), s_by, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => request.Answer(new AnswerMediatorRequest(true, new DateOnly(2025, 3, 2), "letter"), s_by, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => request.Answer(new AnswerMediatorRequest(null, made, "letter"), s_by, Given.Start));
        request.Answer(new AnswerMediatorRequest(false, made, "letter"), s_by, Given.Start);
        Assert.Equal(MediatorRequestState.Declined, request.State);
        Given.Refused(DesignationReasons.MediatorRequestClosed, () => request.Withdraw("error", s_by, Given.Start));
    }

    private static Mandate Registered(DateOnly? last = null, bool openEnded = false) => Mandate.Register(
        Given.Process(), new RegisterMandate(null, "Summit", "First", new DateOnly(2025, 1, 1), "May mediate", openEnded ? null : last ?? s_last, openEnded ? true : null), s_by, Given.Start);
}
