using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Concord.Roster.Standby.Calls;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Deployments;

/// <summary>What the deployment of one person lacks.</summary>
/// <param name="Deployment">Resource name.</param>
/// <param name="Profile">Resource name of the person.</param>
/// <param name="Gaps">What is not there.</param>
internal sealed record DeploymentReadiness(string Deployment, string Profile, IReadOnlyList<DeploymentGap> Gaps);

/// <summary>What a request lacks before people leave. It warns; what refuses, refuses at the act itself.</summary>
/// <param name="Request">Resource name.</param>
/// <param name="Missing">Parts of the support package (R24).</param>
/// <param name="PeopleShort">How many fewer different people are planned or confirmed, and have not declined, than were asked for.</param>
/// <param name="Deployments">Of those whom the caller may see.</param>
internal sealed record ReadinessAnswer(string Request, IReadOnlyList<SupportPart> Missing, int PeopleShort, IReadOnlyList<DeploymentReadiness> Deployments);

/// <summary>What is to be done before people leave (R14, R15, R16, R21, R24), side by side and without a sum.</summary>
internal static class Readiness
{
    private static readonly DeploymentState[] s_open = [DeploymentState.Planned, DeploymentState.Confirmed];

    public static void MapReadiness(this RouteGroupBuilder api) =>
        api.MapGet("/standbyRequests/{request}/readiness", GetAsync).Needs(RosterPermissions.HandleStandby).WithTags("Standby requests").WithName("GetStandbyReadiness")
            .WithSummary("Get what a request still lacks before people leave");

    private static async Task<Ok<ReadinessAnswer>> GetAsync(StandbyRequestId request, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        var deployments = await db.DeploymentsSeenBy(caller).AsNoTracking().Where(d => d.Request == request && s_open.Contains(d.State)).OrderBy(d => d.CreateTime).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        var ids = deployments.ConvertAll(d => d.Profile);
        var people = await db.Profiles.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var answers = await db.Calls.Where(c => c.Request == request).LastWordsAsync(cancellationToken);
        return TypedResults.Ok(new ReadinessAnswer(
            request.ToString(), found.Package.Missing(), Math.Max(0, found.People - deployments.DistinctBy(d => d.Profile).Count(d => answers.GetValueOrDefault(d.Profile) is not { Outcome: CallOutcome.Declined })),
            [.. deployments.Select(d => new DeploymentReadiness(d.Id.ToString(), d.Profile.ToString(), [.. GapsOf(d, people[d.Profile], found, answers.GetValueOrDefault(d.Profile)?.Outcome)]))]));
    }

    /// <param name="deployment">Of the person.</param>
    /// <param name="person">Who is sent.</param>
    /// <param name="request">What for.</param>
    /// <param name="answer">What the person said last; null where nobody has said anything yet.</param>
    public static IEnumerable<DeploymentGap> GapsOf(Deployment deployment, Profile person, StandbyRequest request, CallOutcome? answer)
    {
        (DeploymentGap Gap, bool Holds)[] gaps =
        [
            (DeploymentGap.Declined, answer == CallOutcome.Declined),
            (DeploymentGap.NotAccepted, answer is null),
            (DeploymentGap.NotAvailable, deployment.IsHeld ? SpeaksAgainst(person, deployment) : !IsCovered(person, deployment)),
            (DeploymentGap.ContractEnds, person.StandbyUntil < deployment.LastDay),
            (DeploymentGap.ConflictOfInterest, person.Nationalities.Contains(request.Country) || person.Interests.Any(i => i.Country == request.Country)),
            (DeploymentGap.NotBriefed, deployment.Briefings.Count == 0),
            (DeploymentGap.NotCleared, deployment.Mode == DeploymentMode.InPerson && !deployment.Security.CountsOn(deployment.LastDay)),
            (DeploymentGap.NoTravelClearance, deployment.Mode == DeploymentMode.InPerson && !deployment.Travel.CountsOn(deployment.LastDay)),
        ];
        return gaps.Where(g => g.Holds).Select(g => g.Gap);
    }

    private static bool IsCovered(Profile person, Deployment deployment) =>
        Search.DaySpan.Of(person.Availability.Select(Search.FoundWindow.Of), deployment.Mode).Any(s => s.Covers(deployment.FirstDay.DayNumber, deployment.LastDay.DayNumber));

    // Once it is confirmed the days are taken, and no window can be added any more that covers them.
    private static bool SpeaksAgainst(Profile person, Deployment deployment) =>
        person.Availability.Any(w => !Search.DaySpan.Allows(w.Kind, deployment.Mode) && w.Overlaps(deployment.FirstDay, deployment.LastDay));
}
