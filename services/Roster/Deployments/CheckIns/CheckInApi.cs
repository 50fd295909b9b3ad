using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Deployments.CheckIns;

/// <summary>That there was a check-in, without what was noted: that is read one by one.</summary>
/// <param name="Name">Resource name, <c>deployments/{uuid}/checkIns/{uuid}</c>.</param>
/// <param name="On">The day.</param>
/// <param name="Kind">What came of it.</param>
/// <param name="HasNote">Whether something was noted.</param>
/// <param name="RecordedBy">Who asked.</param>
/// <param name="CreateTime">When it was recorded, UTC.</param>
internal sealed record CheckInEntry(string Name, DateOnly On, CheckInKind Kind, bool HasNote, ActPerson RecordedBy, DateTime CreateTime)
{
    public static CheckInEntry Of(CheckIn c) => new(c.Name, c.On, c.Kind, c.Note is not null, c.RecordedBy.ToPerson(), c.CreateTime);
}

/// <summary>A check-in, and what was noted.</summary>
/// <param name="CheckIn">That there was one.</param>
/// <param name="Note">What the person wants to be remembered.</param>
internal sealed record CheckInAnswer(CheckInEntry CheckIn, string? Note);

/// <summary>How those are who are sent (R23). An answer to a change is kept for a retry, so it holds no note.</summary>
internal static class CheckInApi
{
    public static void MapCheckIns(this RouteGroupBuilder api)
    {
        var checkIns = api.MapGroup("/deployments/{deployment}/checkIns").WithTags("Check-ins");
        checkIns.MapGet("", ListAsync).Needs(RosterPermissions.ReadCheckIns).WithName("ListCheckIns").WithSummary("List when somebody who is sent was asked how the person is, without what was noted");
        checkIns.MapGet("/{checkIn}", GetAsync).Needs(RosterPermissions.ReadCheckIns).WithName("GetCheckIn").WithSummary("Read what was noted at a check-in");
        checkIns.MapPost("", RecordAsync).Needs(RosterPermissions.KeepCheckIns).WithName("RecordCheckIn").WithSummary("Record that somebody who is sent was asked how the person is");
    }

    private static async Task<Ok<Page<CheckInEntry>>> ListAsync(DeploymentId deployment, RosterDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var found = await FindAsync(deployment, db, caller, cancellationToken);
        return TypedResults.Ok(await db.CheckIns.Where(c => c.Deployment == found.Id).PageAsync<CheckIn, CheckInId, CheckInEntry>(page, $"{found.Id}/checkIns", CheckInEntry.Of, cancellationToken));
    }

    private static async Task<Ok<CheckInAnswer>> GetAsync(DeploymentId deployment, CheckInId checkIn, RosterDb db, CheckInKeeper keeper, Caller caller, CancellationToken cancellationToken)
    {
        var asked = await FindAsync(deployment, db, caller, cancellationToken);
        var found = await db.CheckIns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == checkIn && c.Deployment == asked.Id, cancellationToken) ?? throw Fail.NotFound($"{deployment}/{checkIn}");
        return TypedResults.Ok(await keeper.OpenAsync(found, cancellationToken));
    }

    private static async Task<Created<CheckInEntry>> RecordAsync(
        DeploymentId deployment, RecordCheckIn body, RosterDb db, CheckInKeeper keeper, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await FindAsync(deployment, db, caller, cancellationToken);
        found.Require(DeploymentState.Confirmed, DeploymentState.Departed, DeploymentState.Returned);
        var (id, now) = (CheckInId.New(), time.Now());
        var terms = body.Checked(now);
        var recorded = db.Add(new CheckIn(id, found, terms, await keeper.SealAsync(found, id, terms.Note, cancellationToken), Author.Of(caller), now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{recorded.Name}", CheckInEntry.Of(recorded));
    }

    private static async Task<Deployment> FindAsync(DeploymentId deployment, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindDeploymentAsync(deployment, caller, cancellationToken);
        return caller.IsClearedFor(CheckIn.Label) ? found : throw Fail.NotFound($"{deployment}/{CheckInId.Collection}");
    }
}
