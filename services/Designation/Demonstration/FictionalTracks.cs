using Concord.Designation.Inclusion;
using Concord.Designation.Processes;
using Concord.Designation.Ripeness;
using Concord.Designation.Talks;
using Concord.Designation.Tracks;
using Concord.Platform.Security;

namespace Concord.Designation.Demonstration;

/// <summary>What stands around the talks of the invented process. Training is not among it: it is offered to delegations, and whoever leads brings those to the table.</summary>
internal static class FictionalTracks
{
    public static IReadOnlyList<object> Of(Process process, Caller keeper, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return [.. ContactsOf(process, today, keeper, now), .. WorkshopOf(process, today, keeper, now), .. AssemblyOf(process, today, keeper, now), .. PlanOf(process, keeper, now)];
    }

    private static IReadOnlyList<object> ContactsOf(Process process, DateOnly today, Caller keeper, DateTime now)
    {
        var herders = EarlyEngagement.Record(process, new EarlyEngagementContent(
            "Union of herders (fictional)", today.AddDays(-40), "Mediation support (fictional)", "Fictional: feels that nobody has asked it, and wants the way to the water kept open.",
            [new PartyFear("Fictional: that whoever mediates takes the side of the fishers.", "Fictional: mediation is a service; it decides nothing.")],
            [new RipenessSign(RipenessKind.LeadershipChange, "Fictional: a new chair since the last market day.")],
            ConsentSoFar.Conditional, "Fictional: no meeting in the town."), keeper, now);
        var fishers = EarlyEngagement.Record(process, new EarlyEngagementContent(
            "Council of fishers (fictional)", today.AddDays(-30), "Mediation support (fictional)", "Fictional: would meet the elders of the other side, and nobody else yet.", [], [], ConsentSoFar.Given, null), keeper, now.AddMicroseconds(1));
        return [herders, fishers, Later(process, herders.Name, today.AddDays(-20), "Fictional: the first meeting is held on the shore, outside the town.", keeper, now)];
    }

    private static IReadOnlyList<object> WorkshopOf(Process process, DateOnly today, Caller keeper, DateTime now)
    {
        var workshop = InformalTrack.Record(process, new InformalTrackContent(
            InformalTrackKind.Workshop, "How others share a shore (fictional)", "An institute of the region (fictional)", today.AddDays(-12), today.AddDays(-10), "Fictional: teachers and elders of both communities",
            new AgreedTransfer("Fictional: points on grazing after the rains", "Fictional: a note to whoever mediates", today.AddDays(20))), keeper, now);
        return [workshop, Later(process, workshop.Name, today.AddDays(-5), "Fictional: the note was handed over, with three points.", keeper, now)];
    }

    private static IReadOnlyList<object> AssemblyOf(Process process, DateOnly today, Caller keeper, DateTime now)
    {
        var opinion = AssemblyText.Record(process, new AssemblyTextContent(
            AssemblyTextKind.Opinion, "On the landing places (fictional)", today.AddDays(-8), "Fictional: the first item of the agenda", "Fictional. Whoever shares the landing places must hear those who lost a boat or a herd.",
            [InclusionGroup.CivilSociety, InclusionGroup.Victims], VictimsConsulted: true, "Fictional: two meetings at the landing places"), keeper, now);
        return [opinion, Later(process, opinion.Name, today.AddDays(-3), "Fictional: it is put before both communities when they meet.", keeper, now)];
    }

    private static IReadOnlyList<object> PlanOf(Process process, Caller keeper, DateTime now)
    {
        var content = new CommunicationsContent(
            "Fictional: who comes to a meeting, and what is said there.", "Fictional: one voice, and on market days first.", CampaignAfterSignature: "Fictional: radio in both languages, and a market day at each landing place.");
        var plan = CommunicationsPlan.Begin(process.Id);
        return [plan, plan.Revise(process, content, keeper, now)];
    }

    private static FollowUp Later(Process process, string record, DateOnly on, string text, Caller keeper, DateTime now) => FollowUp.To(process.Id, record, new AddFollowUp(on, text, null), null, keeper, now);
}
