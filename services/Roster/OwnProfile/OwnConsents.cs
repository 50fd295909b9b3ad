using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Consents;
using Concord.Roster.Erasure;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.OwnProfile;

/// <summary>A consent that the person gives, from today on.</summary>
/// <param name="Scope">To what.</param>
/// <param name="Until">Last day; absent where it counts until it is withdrawn.</param>
internal sealed record GiveConsent(ConsentScope? Scope, DateOnly? Until);

/// <summary>Asks that everything that is kept of the own person is erased.</summary>
/// <param name="Reason">For those who decide, at most 1,000 characters; nobody has to say why.</param>
internal sealed record AskErasure(string? Reason);

/// <summary>That the erasure was asked for.</summary>
/// <param name="CreateTime">When, UTC.</param>
/// <param name="ExpireTime">Until when one of mediation support can carry it out, UTC; then it is asked for again.</param>
internal sealed record ErasureAsked(DateTime CreateTime, DateTime ExpireTime);

/// <summary>What a person on the roster does with the own record (R20, R159): corrects it, consents, withdraws, asks that it is erased.</summary>
internal static class OwnConsents
{
    public static void MapOwnConsents(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("").WithTags("Own profile");
        own.MapPatch("/me/profile", CorrectAsync).Needs(RosterPermissions.KeepOwnProfile).WithName("CorrectOwnProfile").WithSummary("Correct in the own profile what is the person's to say, and declare interests");
        own.MapPost("/me/profile:consent", ConsentAsync).Needs(RosterPermissions.KeepOwnProfile).WithName("ConsentOwnProfile").WithSummary("Consent to be found, or to be shown to organizations with which the own profile is shared");
        own.MapPost("/me/profile:withdraw", WithdrawAsync).Needs(RosterPermissions.KeepOwnProfile).WithName("WithdrawOwnConsent").WithSummary("Take a consent back; it takes effect at once");
        own.MapPost("/me/profile:erase", AskErasureAsync).Needs(RosterPermissions.KeepOwnProfile).WithName("AskOwnErasure").WithSummary("Ask that all that is kept of the own person is erased; one of mediation support, as the second person, carries it out");
    }

    private static async Task<Ok<ProfileAnswer>> CorrectAsync(MergePatch<OwnEdit> patch, RosterDb db, Caller caller, Atlas atlas, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        http.Request.RequireMatch(own);
        own.Correct(patch.ApplyTo(own.OwnEditable), atlas, time.Now());
        return await SaveAsync(own, db, caller, http, cancellationToken);
    }

    private static async Task<Ok<ProfileAnswer>> ConsentAsync(GiveConsent request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        http.Request.CheckMatch(own);
        var check = new Violations();
        var scope = check.Required(request.Scope, "scope");
        check.ThrowIfAny();
        own.Consent(scope, request.Until, time.Now());
        return await SaveAsync(own, db, caller, http, cancellationToken);
    }

    private static async Task<Ok<ProfileAnswer>> WithdrawAsync(ConsentTakenBack request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        http.Request.CheckMatch(own);
        await db.TakeBackAsync(own, request, byThePerson: true, caller, time.Now(), cancellationToken);
        return await SaveAsync(own, db, caller, http, cancellationToken);
    }

    private static async Task<Accepted<ErasureAsked>> AskErasureAsync(AskErasure request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        var check = new Violations();
        var reason = check.OptionalText(request.Reason, "reason", 1000);
        check.ThrowIfAny();
        var now = time.Now();
        var whom = new ErasureOf(ProfileErasure.ActName, own.Id.ToString(), own.Classification);
        var act = await db.WaitingErasureAsync(whom, now, cancellationToken)
            ?? db.ProposeErasure(whom, new EraseProfile(reason ?? "Asked for by the person.", ErasureBasis.RequestOfThePerson), caller, now);
        await db.SaveChangesAsync(cancellationToken);
        http.RememberWhose(own);
        return TypedResults.Accepted((string?)null, new ErasureAsked(act.CreateTime, act.ExpireTime));
    }

    private static async Task<Ok<ProfileAnswer>> SaveAsync(Profile own, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        http.RememberWhose(own);
        return TypedResults.Ok(http.Response.Tagged(own, ProfileAnswer.Of(own, caller)));
    }
}
