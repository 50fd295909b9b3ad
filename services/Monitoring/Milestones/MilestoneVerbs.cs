using Concord.Contracts.Access;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Persistence;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Monitoring.Milestones;

/// <summary>What can happen to a milestone (R94): find, decide, save, answer.</summary>
internal static class MilestoneVerbs
{
    public static void MapVerbs(this RouteGroupBuilder milestones)
    {
        milestones.MapPost("/{milestone}:start", StartAsync).Needs(MonitoringPermissions.Claim).WithName("StartMilestone").WithSummary("Record that the work was begun");
        milestones.MapPost("/{milestone}:claim", ClaimAsync).Needs(MonitoringPermissions.Claim).WithName("ClaimMilestone").WithSummary("Record a party's claim that it was reached");
        milestones.MapPost("/{milestone}:verify", VerifyAsync).Needs(MonitoringPermissions.Verify).WithName("VerifyMilestone").WithSummary("Confirm, as the monitor, that it was reached");
        milestones.MapPost("/{milestone}:contest", ContestAsync).Needs(MonitoringPermissions.Claim).WithName("ContestMilestone").WithSummary("Contest progress, a claim or a verification");
        milestones.MapPost("/{milestone}:reschedule", RescheduleAsync).Needs(MonitoringPermissions.Write).WithName("RescheduleMilestone").WithSummary("Record an agreed new date and its reason");
    }

    private static Task<Ok<MilestoneAnswer>> StartAsync(
        AgreementId agreement, MilestoneId milestone, Happening request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(agreement, milestone, db, caller, time, http, (m, a) => m.Start(request, a, Person.Of(caller), Oversees(caller), time.Now()), cancellationToken);

    private static Task<Ok<MilestoneAnswer>> ClaimAsync(
        AgreementId agreement, MilestoneId milestone, Happening request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(agreement, milestone, db, caller, time, http, (m, a) => m.Claim(request, a, Person.Of(caller), Oversees(caller), time.Now()), cancellationToken);

    private static Task<Ok<MilestoneAnswer>> VerifyAsync(
        AgreementId agreement, MilestoneId milestone, Happening request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(agreement, milestone, db, caller, time, http, (m, a) => m.Verify(request, a, Person.Of(caller), time.Now()), cancellationToken);

    private static Task<Ok<MilestoneAnswer>> ContestAsync(
        AgreementId agreement, MilestoneId milestone, Happening request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(agreement, milestone, db, caller, time, http, (m, a) => m.Contest(request, a, Person.Of(caller), Oversees(caller), time.Now()), cancellationToken);

    private static Task<Ok<MilestoneAnswer>> RescheduleAsync(
        AgreementId agreement, MilestoneId milestone, Rescheduling request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(agreement, milestone, db, caller, time, http,
            async (m, a) => m.Reschedule(request, a, await db.ProvisionAsync(agreement, m.Provision, cancellationToken), Person.Of(caller), time.Now()), cancellationToken);

    private static Task<Ok<MilestoneAnswer>> ActAsync(
        AgreementId agreement, MilestoneId milestone, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, Action<Milestone, Agreement> decide, CancellationToken cancellationToken) =>
        ActAsync(agreement, milestone, db, caller, time, http, (m, a) => { decide(m, a); return Task.CompletedTask; }, cancellationToken);

    private static async Task<Ok<MilestoneAnswer>> ActAsync(
        AgreementId agreement, MilestoneId milestone, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, Func<Milestone, Agreement, Task> decide, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var milestones = await db.MilestonesAsync(agreement, cancellationToken);
        var one = MilestoneApi.Find(milestones, agreement, milestone);
        http.Request.CheckMatch(one);
        await decide(one, found);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(one, await MilestoneApi.AnswerAsync(db, found, milestones, one, AsOf.Today(time), cancellationToken)));
    }

    private static bool Oversees(Caller caller) => caller.Roles.Contains(Roles.HeadOfMission) || caller.Roles.Contains(Roles.Monitor);
}
