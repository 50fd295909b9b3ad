using Concord.Contracts.Reference;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Demonstration;

/// <summary>An invented agreement to share people, which waits for its receivers: it opens nobody to anybody.</summary>
internal static class FictionalSharing
{
    public static SharingAgreement Approved(Caller proposer, Caller second, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var terms = new ProposeSharing(
            [WellKnown.Organization("AU"), WellKnown.Organization("IGAD")], "Fictional: a joint pool for invented talks.",
            new AgreementScope([SeniorityLevel.LeadMediator, SeniorityLevel.Mediator], [ExpertiseArea.Ceasefire, ExpertiseArea.SecurityArrangements], ["ar", "fr"], ["202"], null),
            [SharedFields.Skills, SharedFields.Availability], null, today.AddDays(180), "Fictional: nobody.").Checked(WellKnown.Organization("UN"), Atlas.Shipped, today);
        var agreement = SharingAgreement.Propose(
            (WellKnown.Organization("UN"), "United Nations"), [(WellKnown.Organization("AU"), "African Union"), (WellKnown.Organization("IGAD"), "Intergovernmental Authority on Development")], terms, proposer, now,
            new SharingAgreementId(WellKnown.Id("sharingAgreement", "fictional-pool")));
        agreement.Approve(second, now);
        return agreement;
    }
}
