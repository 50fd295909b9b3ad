using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Sharing;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Consents;

/// <summary>What people have told those who keep their profiles (R20). What somebody has said here only the person changes, but a withdrawal is taken from anybody whom the person told.</summary>
internal static class ConsentApi
{
    public static void MapConsents(this RouteGroupBuilder api)
    {
        var profiles = api.MapGroup("/profiles").WithTags("Profiles");
        profiles.MapPost("/{profile}:recordConsent", RecordAsync).Needs(RosterPermissions.EditProfiles).WithName("RecordProfileConsent").WithSummary("Record how and when a person consented");
        profiles.MapPost("/{profile}:withdrawConsent", WithdrawAsync).Needs(RosterPermissions.EditProfiles).WithName("WithdrawProfileConsent").WithSummary("Record that a person takes a consent back; it takes effect at once");
    }

    private static async Task<Ok<ProfileAnswer>> RecordAsync(
        ProfileId profile, ConsentTold request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindToEditAsync(profile, caller, cancellationToken);
        http.Request.CheckMatch(found);
        found.Record([request], "", time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ProfileAnswer.Of(found, caller)));
    }

    private static async Task<Ok<ProfileAnswer>> WithdrawAsync(
        ProfileId profile, ConsentTakenBack request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindToEditAsync(profile, caller, cancellationToken);
        http.Request.CheckMatch(found);
        await db.TakeBackAsync(found, request, byThePerson: false, caller, time.Now(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ProfileAnswer.Of(found, caller)));
    }

    /// <summary>With the caller's next save. Shares end too, and are not there again when the person consents again.</summary>
    public static async Task TakeBackAsync(this RosterDb db, Profile profile, ConsentTakenBack request, bool byThePerson, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        var check = new Violations();
        var scope = check.Required(request.Scope, "scope");
        check.ThrowIfAny();
        profile.Withdraw(scope, byThePerson, now);
        if (scope == ConsentScope.Sharing)
        {
            await db.EndSharesAsync(profile.Id.ToString(), "The person takes back the consent to it.", caller, now, cancellationToken);
        }
    }
}
