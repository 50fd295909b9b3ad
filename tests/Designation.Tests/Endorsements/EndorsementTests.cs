using Concord.Designation.Endorsements;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests;

public sealed class EndorsementTests
{
    private static readonly Signature s_by = Signature.Of(Given.Proposer);
    private static readonly DateOnly s_asked = new(2025, 2, 1);
    private static readonly CloseEndorsement s_close = new(s_asked, "Not now");
    private static readonly GrantEndorsement s_grant = new("S/RES/2046 (2012)", s_asked, "Endorses the roadmap");

    [Theory, Rule("R40")]
    [InlineData("", "grant", true)]
    [InlineData("", "decline", true)]
    [InlineData("", "withdraw", true)]
    [InlineData("", "clarify", false)]
    [InlineData("grant", "withdraw", true)]
    [InlineData("grant", "decline", false)]
    [InlineData("grant", "grant", false)]
    [InlineData("grant", "clarify", true)]
    [InlineData("decline", "withdraw", false)]
    [InlineData("decline", "grant", false)]
    [InlineData("grant withdraw", "clarify", false)]
    public void An_endorsement_passes_from_requested_to_granted_or_declined_and_from_granted_to_withdrawn(string before, string act, bool may)
    {
        var endorsement = Requested();
        foreach (var step in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Do(endorsement, step);
        }

        if (may)
        {
            Do(endorsement, act);
        }
        else
        {
            Given.Refused(DesignationReasons.EndorsementDecided, () => Do(endorsement, act));
        }
    }

    [Fact, Rule("R40")]
    public void A_granted_endorsement_opens_the_task_to_clarify_the_roles_of_others_until_that_is_recorded()
    {
        var endorsement = Requested();
        Assert.False(endorsement.RolesToClarify);
        Do(endorsement, "grant");
        Assert.True(endorsement.RolesToClarify);
        Given.Refused(PlatformReasons.InvalidField, () => endorsement.Clarify(" ", s_by, Given.Start));
        Do(endorsement, "clarify");
        Assert.False(endorsement.RolesToClarify);
        Given.Refused(DesignationReasons.RolesClarified, () => Do(endorsement, "clarify"));
    }

    [Fact, Rule("R40")]
    public void Another_organ_is_named_and_no_day_lies_before_the_request_or_after_today()
    {
        Given.Refused(PlatformReasons.InvalidField, () => Requested(EndorsingOrgan.Other));
        Given.Refused(PlatformReasons.InvalidField, () => Requested(EndorsingOrgan.SecurityCouncil, "Council"));
        Assert.Equal("Assembly", Requested(EndorsingOrgan.Other, "Assembly").OrganName);
        foreach (var day in (DateOnly?[])[null, s_asked.AddDays(-1), DateOnly.FromDateTime(Given.Start).AddDays(1)])
        {
            Given.Refused(PlatformReasons.InvalidField, () => Requested().CheckGrant(s_grant with { AdoptedOn = day }, Given.Start));
            Given.Refused(PlatformReasons.InvalidField, () => Requested().Decline(s_close with { On = day }, s_by, Given.Start));
        }
    }

    private static void Do(Endorsement endorsement, string act)
    {
        switch (act)
        {
            case "grant": endorsement.Grant(s_grant, s_by, s_by, Given.Start); break;
            case "decline": endorsement.Decline(s_close, s_by, Given.Start); break;
            case "withdraw": endorsement.Withdraw(s_close, s_by, Given.Start); break;
            default: endorsement.Clarify("The host hosts, the Friends fund", s_by, Given.Start); break;
        }
    }

    private static Endorsement Requested(EndorsingOrgan organ = EndorsingOrgan.SecurityCouncil, string? name = null) =>
        Endorsement.Request(Given.Process(), new RequestEndorsement(organ, name, "The mediator's lead", s_asked), s_by, Given.Start);
}
