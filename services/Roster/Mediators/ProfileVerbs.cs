using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Mediators;

/// <summary>The steps of the ladder (R26).</summary>
internal static class ProfileVerbs
{
    public static void MapProfileVerbs(this RouteGroupBuilder api)
    {
        var profiles = api.MapGroup("/profiles").WithTags("Profiles");
        profiles.MapPost("/{profile}:submit", SubmitAsync).Needs(RosterPermissions.EditProfiles).WithName("SubmitProfile").WithSummary("Submit a draft for vetting");
        profiles.MapPost("/{profile}:vet", VetAsync).Needs(RosterPermissions.VetProfiles).WithName("VetProfile").WithSummary("Begin the vetting");
        profiles.MapPost("/{profile}:activate", ActivateAsync).Needs(RosterPermissions.VetProfiles).OnWhatWasRead().WithName("ActivateProfile").WithSummary("Activate as the second person");
        profiles.MapPost("/{profile}:suspend", SuspendAsync).Needs(RosterPermissions.SuspendProfiles).WithName("SuspendProfile").WithSummary("Give no work until further notice");
        profiles.MapPost("/{profile}:reinstate", ReinstateAsync).Needs(RosterPermissions.SuspendProfiles).WithName("ReinstateProfile").WithSummary("End a suspension");
        profiles.MapPost("/{profile}:retire", RetireAsync).Needs(RosterPermissions.SuspendProfiles).WithName("RetireProfile").WithSummary("Put a profile away for good");
    }

    private static async Task<Ok<ProfileAnswer>> SubmitAsync(ProfileId profile, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindToEditAsync(profile, caller, cancellationToken);
        http.Request.CheckMatch(found);
        found.Submit(caller.Subject, time.Now(), caller.ActsFor);
        return await SaveAsync(found, db, caller, http, cancellationToken);
    }

    private static async Task<Ok<ProfileAnswer>> VetAsync(ProfileId profile, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(profile, db, caller, http, cancellationToken);
        found.Vet(caller.Subject, time.Now(), caller.ActsFor);
        return await SaveAsync(found, db, caller, http, cancellationToken);
    }

    private static async Task<Ok<ProfileAnswer>> ActivateAsync(ProfileId profile, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(profile, caller, cancellationToken);
        http.Request.RequireRead(found);
        found.Activate(caller.Subject, time.Now(), caller.ActsFor);
        return await SaveAsync(found, db, caller, http, cancellationToken);
    }

    private static async Task<Ok<ProfileAnswer>> SuspendAsync(
        ProfileId profile, StateReason request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(profile, db, caller, http, cancellationToken);
        var now = time.Now();
        db.Raise(found.Suspend(request.Reason, now), now);
        return await SaveAsync(found, db, caller, http, cancellationToken);
    }

    private static async Task<Ok<ProfileAnswer>> ReinstateAsync(ProfileId profile, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(profile, db, caller, http, cancellationToken);
        var now = time.Now();
        db.Raise(found.Reinstate(now), now);
        return await SaveAsync(found, db, caller, http, cancellationToken);
    }

    private static async Task<Ok<ProfileAnswer>> RetireAsync(
        ProfileId profile, StateReason request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(profile, db, caller, http, cancellationToken);
        found.Retire(request.Reason, time.Now());
        return await SaveAsync(found, db, caller, http, cancellationToken);
    }

    private static async Task<Profile> FindAsync(ProfileId id, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(id, caller, cancellationToken);
        http.Request.CheckMatch(found);
        return found;
    }

    private static async Task<Ok<ProfileAnswer>> SaveAsync(Profile profile, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(profile, ProfileAnswer.Of(profile, caller)));
    }
}
