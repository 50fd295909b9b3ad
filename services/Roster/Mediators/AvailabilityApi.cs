using System.ComponentModel;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Concord.Roster.SharingAgreements;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Mediators;

/// <summary>A window to add.</summary>
/// <param name="StartDate">First day.</param>
/// <param name="EndDate">Last day; part of the window.</param>
/// <param name="Kind">What the person can do.</param>
internal sealed record AddAvailability(DateOnly? StartDate, DateOnly? EndDate, AvailabilityKind? Kind);

/// <summary>Days on which a person can or cannot take work.</summary>
internal sealed record AvailabilityAnswer(string Name, DateOnly StartDate, DateOnly EndDate, AvailabilityKind Kind, DateTime CreateTime)
{
    public static AvailabilityAnswer Of(AvailabilityWindow w) => new($"{w.Profile}/{w.Id}", w.StartDate, w.EndDate, w.Kind, w.CreateTime);
}

/// <summary>Whether a person can take work on some days (R26).</summary>
/// <param name="Profile">Resource name of the person.</param>
/// <param name="StartDate">First day that is asked about.</param>
/// <param name="EndDate">Last day; part of them.</param>
/// <param name="State">Absent where nothing is said of any of the days, or the person is not active.</param>
internal sealed record AvailabilityStateAnswer(string Profile, DateOnly StartDate, DateOnly EndDate, AvailabilityState? State);

/// <summary>When a person can take work (R15, R26). The profile's ETag covers its windows.</summary>
internal static class AvailabilityApi
{
    public static void MapAvailability(this RouteGroupBuilder api)
    {
        var windows = api.MapGroup("/profiles/{profile}/availability").WithTags("Availability");
        windows.MapGet("", ListAsync).Needs(RosterPermissions.ReadProfiles).WithName("ListAvailability").WithSummary("List availability windows");
        api.MapGet("/profiles/{profile}/availability:state", TellAsync).Needs(RosterPermissions.ReadProfiles).WithTags("Availability").WithName("GetAvailabilityState").WithSummary("Tell in one word whether a person can take work on some days");
        windows.MapGet("/{window}", GetAsync).Needs(RosterPermissions.ReadProfiles).WithName("GetAvailability").WithSummary("Get an availability window");
        windows.MapPost("", AddAsync).Needs(RosterPermissions.EditProfiles).WithName("AddAvailability").WithSummary("Add an availability window");
        windows.MapPost("/{window}:cancel", CancelAsync).Needs(RosterPermissions.EditProfiles).WithName("CancelAvailability").WithSummary("Take an availability window back");
    }

    private static async Task<Ok<Page<AvailabilityAnswer>>> ListAsync(
        ProfileId profile, RosterDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(profile, caller, cancellationToken);
        caller.RequireShown(found, SharedFields.Availability);
        return TypedResults.Ok(await db.Availability.Where(w => w.Profile == found.Id)
            .PageAsync<AvailabilityWindow, WindowId, AvailabilityAnswer>(page, $"{found.Id}/availability", AvailabilityAnswer.Of, cancellationToken));
    }

    private static async Task<Ok<AvailabilityStateAnswer>> TellAsync(
        ProfileId profile, RosterDb db, Caller caller, TimeProvider time, [Description("First day; today where absent.")] DateOnly? startDate,
        [Description("Last day, part of them; the first one where absent.")] DateOnly? endDate, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(profile, caller, cancellationToken);
        caller.RequireShown(found, SharedFields.Availability);
        var check = new Violations();
        var first = startDate ?? DateOnly.FromDateTime(time.Now());
        var last = endDate ?? first;
        AvailabilityWindow.CheckDates(first, last, check);
        check.ThrowIfAny();
        return TypedResults.Ok(new AvailabilityStateAnswer(profile.ToString(), first, last, found.StateOn(new DaySpan(first.DayNumber, last.DayNumber), caller)));
    }

    private static async Task<Ok<AvailabilityAnswer>> GetAsync(
        ProfileId profile, WindowId window, RosterDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(profile, caller, cancellationToken);
        caller.RequireShown(found, SharedFields.Availability);
        var held = await db.Availability.AsNoTracking().SingleOrDefaultAsync(w => w.Id == window && w.Profile == profile, cancellationToken)
            ?? throw Fail.NotFound($"{profile}/{window}");
        var answer = AvailabilityAnswer.Of(held);
        response.Headers.ETag = caller.SeesVersions(found) ? ETag.Of(found) : ETag.OfContent(answer);
        return TypedResults.Ok(answer);
    }

    private static async Task<Created<AvailabilityAnswer>> AddAsync(
        ProfileId profile, AddAvailability request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindToEditAsync(profile, caller, cancellationToken);
        http.Request.CheckMatch(found);
        var window = found.AddAvailability(WindowId.New(), request.StartDate, request.EndDate, request.Kind, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{profile}/{window.Id}", http.Response.Tagged(found, AvailabilityAnswer.Of(window)));
    }

    private static async Task<Ok<AvailabilityAnswer>> CancelAsync(
        ProfileId profile, WindowId window, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindToEditAsync(profile, caller, cancellationToken);
        http.Request.CheckMatch(found);
        var cancelled = found.CancelAvailability(window, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, AvailabilityAnswer.Of(cancelled)));
    }
}
