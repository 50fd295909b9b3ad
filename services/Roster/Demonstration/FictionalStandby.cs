using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Platform.Security;
using Concord.Roster.Deployments;
using Concord.Roster.Mediators;
using Concord.Roster.Standby;

namespace Concord.Roster.Demonstration;

/// <summary>Invented requests for people on standby: one in time, one late, one that is over. Nobody is held on a day to come, so that searches and teams find everybody as before.</summary>
internal static class FictionalStandby
{
    private const string Purpose = "Fictional: two delegations ask for somebody who drafts with them.";

    /// <summary>Asked two days ago.</summary>
    public static StandbyRequest InTime(Caller asker, DateTime now) => Asked("fictional-standby-in-time", "TCD", 2, asker, now.AddHours(-50), now);

    /// <summary>Taken on, and its time is over; two people are planned.</summary>
    public static (StandbyRequest Request, Deployment[] Planned) Late(Caller asker, Caller desk, ProfileId[] people, DateTime now)
    {
        var asked = now.AddHours(-80);
        var request = Asked("fictional-standby-late", "CAF", 3, asker, asked, now);
        request.Acknowledge(desk, asked.AddHours(5));
        request.Edit(new StandbyEdit(new SupportPackage("Fictional: the design of the talks is agreed with the envoy.", null, new Funding(25_000m, "USD", "Fictional start-up fund"), null, null)), asked.AddHours(20));
        Deployment[] planned = [.. people.Select((p, i) => Planned($"fictional-deployment-late-{i}", request, p, i == 0 ? TeamFunction.Drafting : TeamFunction.LegalAdvice, now.AddHours(-30)))];
        planned[0].Brief(new Briefing(DateOnly.FromDateTime(now), "The desk (fictional)", [BriefingTopic.Situation, BriefingTopic.Security], Author.Of(desk), now), now);
        return (request, planned);
    }

    /// <summary>Departed within two days, two months ago; the review of it is still due.</summary>
    public static (StandbyRequest Request, Deployment Returned) Over(Caller asker, Caller desk, Caller authority, Profile person, DateTime now)
    {
        var asked = now.AddDays(-60);
        var (first, last) = (DateOnly.FromDateTime(asked.AddDays(2)), DateOnly.FromDateTime(asked.AddDays(32)));
        var request = Asked("fictional-standby-over", "KEN", 1, asker, asked, asked, (first, last));
        request.Acknowledge(desk, asked.AddHours(3));
        var deployment = Planned("fictional-deployment-over", request, person.Id, TeamFunction.Drafting, asked.AddHours(8));
        request.Edit(new StandbyEdit(new SupportPackage("Fictional experts.", "Fictional experts.", new Funding(8_000m, "USD", "Fictional fund"), "Fictional: tickets and quarters.", "Fictional adviser.")), asked.AddHours(9));
        deployment.Confirm(person, asked.AddHours(30));
        request.Approve([person], authority, asked.AddHours(30));
        deployment.Brief(new Briefing(DateOnly.FromDateTime(asked), "The desk (fictional)", [BriefingTopic.Mandate, BriefingTopic.Wellbeing], Author.Of(desk), asked.AddHours(31)), asked.AddHours(31));
        deployment.Depart(asked.AddHours(47));
        request.Depart([person], asked.AddHours(47));
        deployment.Return(last, asked.AddDays(33));
        person.EndDuty(deployment.Id.ToString(), last, asked.AddDays(33));
        request.Complete(DateOnly.FromDateTime(asked.AddDays(63)), asked.AddDays(33));
        return (request, deployment);
    }

    private static StandbyRequest Asked(string name, string country, int people, Caller asker, DateTime at, DateTime now, (DateOnly First, DateOnly Last)? days = null)
    {
        var (first, last) = days ?? (DateOnly.FromDateTime(now.AddDays(4)), DateOnly.FromDateTime(now.AddDays(34)));
        var terms = new StandbyTerms(
            RequesterKind.PeaceOperation, null, country, null, Purpose, [StandbyTask.ProcessDesign, StandbyTask.ThematicAdvice], [TeamFunction.Drafting], [ExpertiseArea.Ceasefire], people, DeploymentMode.Remote, first, first, last,
            Classification.Confidential);
        return StandbyRequest.Ask(terms, WellKnown.Organization("UN"), asker, at.AddHours(72), at, new StandbyRequestId(WellKnown.Id("standbyRequest", name)));
    }

    private static Deployment Planned(string name, StandbyRequest request, ProfileId person, TeamFunction function, DateTime at) =>
        Deployment.Plan(request, person, new PlanDeployment(null, function, null, null, null), at, new DeploymentId(WellKnown.Id("deployment", name)));
}
