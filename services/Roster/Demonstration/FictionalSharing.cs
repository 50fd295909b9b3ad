using Concord.Contracts.Reference;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Demonstration;

/// <summary>An invented agreement by which the United Nations share some of their people: one organization has agreed to it, another has not yet.</summary>
internal static class FictionalSharing
{
    public static SharingAgreement Agreed(Caller proposer, Caller approver, Caller officer, DateTime now)
    {
        var agreement = SharingAgreement.Propose(
            (WellKnown.Organization("UN"), "United Nations"), [(WellKnown.Organization("ECCAS"), "Economic Community of Central African States"), (WellKnown.Organization("ICGLR"), "International Conference on the Great Lakes Region")],
            new CheckedSharing(
                [WellKnown.Organization("ECCAS"), WellKnown.Organization("ICGLR")], "Fictional: people who know ceasefires and speak French, for invented talks.", "Fictional: nobody; those who are exposed have not consented to be shared.",
                new AgreementScope([], [ExpertiseArea.Ceasefire], ["fr"], [], []), [SharedFields.Skills, SharedFields.Availability], DateOnly.FromDateTime(now.AddDays(-20)), DateOnly.FromDateTime(now.AddMonths(6))),
            proposer, now.AddDays(-30), new SharingAgreementId(WellKnown.Id("sharingAgreement", "fictional-ceasefires")));
        agreement.Approve(approver, now.AddDays(-28));
        agreement.Agree(officer, now.AddDays(-25));
        return agreement;
    }
}
