using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Platform.Security;
using Concord.Roster.Demonstration;
using Concord.Roster.SharingAgreements;
using Concord.Support;

namespace Concord.Roster.Tests.SharingAgreements;

public sealed class FictionalSharingTests
{
    [Fact, Rule("R20")]
    public void The_agreement_of_the_demonstration_waits_for_its_receivers_and_opens_nobody()
    {
        var agreement = FictionalSharing.Approved(Of("one"), Of("two"), Some.Now);
        Assert.Equal(SharingAgreementState.Approved, agreement.StateOn(Some.Day));
        Assert.False(agreement.IsOpenTo(WellKnown.Organization("IGAD"), Some.Day));
    }

    private static Caller Of(string name) => new($"accounts/{WellKnown.Id("account", name)}", name, WellKnown.Organization("UN"), new HashSet<string>(), Classification.Confidential);
}
