using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.SupportRequests;

namespace Concord.Roster.Demonstration;

/// <summary>Invented requests to the desk: one that came in, one that somebody has and that waits too long, one that is answered.</summary>
internal static class FictionalSupport
{
    public static SupportRequest Received(Caller asker, DateTime now) =>
        Asked("fictional-support-received", "IGAD", "A short course for two delegations (fictional)", SupportUrgency.Routine, asker, now.AddDays(-1));

    public static SupportRequest Late(Caller asker, Caller desk, DateTime now)
    {
        var request = Asked("fictional-support-late", "IGAD", "Advice on a ceasefire text (fictional)", SupportUrgency.Urgent, asker, now.AddDays(-5));
        request.Triage(new TriageSupport(SupportRequestKind.ThematicAdvice, null, null), desk, now.AddDays(-4));
        request.Assign(new ActPerson(desk.Subject, desk.DisplayName), now.AddDays(-4));
        return request;
    }

    public static SupportRequest Answered(Caller asker, Caller desk, DateTime now)
    {
        var request = Asked("fictional-support-answered", "UN", "Somebody who drafts (fictional)", SupportUrgency.Immediate, asker, now.AddDays(-12));
        request.Triage(new TriageSupport(SupportRequestKind.StandbyExpert, null, null), desk, now.AddDays(-12).AddHours(2));
        request.Assign(new ActPerson(desk.Subject, desk.DisplayName), now.AddDays(-12).AddHours(3));
        request.Answer(new AnswerSupport(SupportOutcome.Accepted, "Fictional: somebody who drafts comes for ten days.", [], null), desk, now.AddDays(-12).AddHours(20));
        return request;
    }

    private static SupportRequest Asked(string name, string organization, string title, SupportUrgency urgency, Caller asker, DateTime at) => SupportRequest.Receive(
        WellKnown.Organization(organization),
        new AskSupport(SupportRequester.RegionalOrganization, title, "Fictional: asked for invented talks.", "SSD", [ExpertiseArea.Ceasefire], ["en", "ar"], null, 10, urgency, null, null, Classification.Confidential),
        asker, at, new SupportRequestId(WellKnown.Id("supportRequest", name)));
}
