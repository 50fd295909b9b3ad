using Concord.Contracts.Reference;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Demonstration;

/// <summary>Invented agreements by which the United Nations share some of their people: one waits for its receivers, and of another one receiver has agreed and the other has not.</summary>
internal static class FictionalSharing
{
    private static readonly Dictionary<string, string> s_names = new()
    {
        ["AU"] = "African Union",
        ["IGAD"] = "Intergovernmental Authority on Development",
        ["ECCAS"] = "Economic Community of Central African States",
        ["ICGLR"] = "International Conference on the Great Lakes Region",
    };

    public static SharingAgreement Approved(Caller proposer, Caller second, DateTime now) => Proposed(
        "fictional-pool", ["AU", "IGAD"], "Fictional: a joint pool for invented talks.",
        new AgreementScope([SeniorityLevel.LeadMediator, SeniorityLevel.Mediator], [ExpertiseArea.Ceasefire, ExpertiseArea.SecurityArrangements], ["ar", "fr"], ["202"], null), proposer, second, now);

    public static SharingAgreement Agreed(Caller proposer, Caller second, Caller receiver, DateTime now)
    {
        var agreement = Proposed(
            "fictional-ceasefires", ["ECCAS", "ICGLR"], "Fictional: people who know ceasefires and speak French, for invented talks.",
            new AgreementScope(null, [ExpertiseArea.Ceasefire], ["fr"], null, null), proposer, second, now.AddDays(-30));
        agreement.Agree(receiver, now.AddDays(-25));
        return agreement;
    }

    private static SharingAgreement Proposed(string name, string[] receivers, string purpose, AgreementScope scope, Caller proposer, Caller second, DateTime at)
    {
        var day = DateOnly.FromDateTime(at);
        var terms = new ProposeSharing([.. receivers.Select(WellKnown.Organization)], purpose, scope, [SharedFields.Skills, SharedFields.Availability], null, day.AddDays(180), "Fictional: nobody.")
            .Checked(WellKnown.Organization("UN"), Atlas.Shipped, day);
        var agreement = SharingAgreement.Propose(
            (WellKnown.Organization("UN"), "United Nations"), receivers.Select(r => (WellKnown.Organization(r), s_names[r])), terms, proposer, at, new SharingAgreementId(WellKnown.Id("sharingAgreement", name)));
        agreement.Approve(second, at);
        return agreement;
    }
}
