using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.OwnProfile;

/// <summary>What a person on the roster sees of the own record (R159), whatever its classification: the record is about nobody else.</summary>
internal static class OwnProfileApi
{
    public static void MapOwnProfile(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me/profile").WithTags("Own profile");
        own.MapGet("", GetAsync).Needs(RosterPermissions.ReadOwnProfile).WithName("GetOwnProfile").WithSummary("Get the own profile on the roster");
        own.MapGet("/readers", ListReadersAsync).Needs(RosterPermissions.ReadOwnProfile).WithName("ListOwnProfileReaders").WithSummary("List which organizations read the own profile, by month, late");
    }

    private static async Task<Ok<ProfileAnswer>> GetAsync(RosterDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(own, ProfileAnswer.Of(own, caller)));
    }

    private static async Task<Ok<Page<ReaderAnswer>>> ListReadersAsync(
        RosterDb db, Caller caller, [AsParameters] PageRequest page, IConfiguration configuration, TimeProvider time, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        var end = Readers.EndOfToldAt(time.Now(), Readers.Delay.RequiredIn<int>(configuration));
        return TypedResults.Ok(Readers.PageOf(await Readers.OfAsync(db, own, end, cancellationToken), page));
    }

    /// <summary>The profile of the caller, whatever its classification: the record is about nobody else.</summary>
    public static async Task<Profile> OwnAsync(this RosterDb db, Caller caller, CancellationToken cancellationToken) =>
        await db.Profiles.SingleOrDefaultAsync(p => p.Person == caller.Subject, cancellationToken) ?? throw Fail.NotFound("me/profile");

    /// <summary>An answer that is kept for a retry is found by it, and erased with the person: the address of the request names nobody.</summary>
    public static void RememberWhose(this HttpContext http, Profile own) => http.Response.Headers.Location = $"/api/v1/{own.Id}";
}
