using Concord.Contracts.Reference;
using Concord.Designation.Engagements;
using Concord.Designation.Processes;
using Concord.Platform.Security;

namespace Concord.Designation.Demonstration;

/// <summary>An invented dialogue with an armed group, proposed and not assessed yet: there for the account that proposes it alone (R127).</summary>
internal static class FictionalEngagement
{
    public static Engagement Of(Process process, Caller keeper, DateTime now)
    {
        var terms = new EngagementTerms(
            "Guard of the far shore (fictional)", null, EngagementKind.HumanitarianDialogue, "Fictional: that the way to the water stays open to both communities.",
            new EngagementTiming("Fictional: the water falls, and the herders come to the shore within weeks.", WidespreadViolence: false),
            [new TalksParticipant("An elder of the far shore (fictional)", "XXA")]);
        var phase = new PhaseTerms(RiskPhase.Emerging, "Fictional: two threats were read out on a market day, and nobody was hurt.");
        return Engagement.Propose(new EngagementId(WellKnown.Id("engagement", "fictional-far-shore")), process, terms, phase, DateOnly.FromDateTime(now).AddDays(180), keeper, now);
    }
}
