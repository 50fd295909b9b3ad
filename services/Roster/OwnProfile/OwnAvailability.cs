using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.OwnProfile;

/// <summary>When a person on the roster can take work, as the person says (R15, R26). Who keeps the record and the person write the same list: each takes back what the other entered. The profile's ETag covers it.</summary>
internal static class OwnAvailability
{
    public static void MapOwnAvailability(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me/profile/availability").WithTags("Own profile");
        own.MapGet("", ListAsync).Needs(RosterPermissions.ReadOwnProfile).WithName("ListOwnAvailability").WithSummary("List the availability windows of the own profile");
        own.MapPost("", AddAsync).Needs(RosterPermissions.KeepOwnProfile).WithName("AddOwnAvailability").WithSummary("Say on which days one can take work, or cannot; searches find it at once");
        own.MapPost("/{window}:cancel", CancelAsync).Needs(RosterPermissions.KeepOwnProfile).WithName("CancelOwnAvailability").WithSummary("Take an availability window of the own profile back");
    }

    private static async Task<Ok<Page<AvailabilityAnswer>>> ListAsync(RosterDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        return TypedResults.Ok(await db.Availability.Where(w => w.Profile == own.Id)
            .PageAsync<AvailabilityWindow, WindowId, AvailabilityAnswer>(page, $"me/profile/availability of {own.Id}", AvailabilityAnswer.Of, cancellationToken));
    }

    private static async Task<Created<AvailabilityAnswer>> AddAsync(AddAvailability request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        http.Request.CheckMatch(own);
        var window = own.AddAvailability(WindowId.New(), request.StartDate, request.EndDate, request.Kind, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{own.Id}/{window.Id}", http.Response.Tagged(own, AvailabilityAnswer.Of(window)));
    }

    private static async Task<Ok<AvailabilityAnswer>> CancelAsync(WindowId window, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        own.FindAvailability(window);
        http.Request.CheckMatch(own);
        var cancelled = own.CancelAvailability(window, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        http.RememberWhose(own);
        return TypedResults.Ok(http.Response.Tagged(own, AvailabilityAnswer.Of(cancelled)));
    }
}
