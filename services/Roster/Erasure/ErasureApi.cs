using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Erasure;

/// <summary>Whom an erasure is about.</summary>
/// <param name="Act">Name of the act that carries it out.</param>
/// <param name="Record">Resource name.</param>
/// <param name="Classification">Of the record: whoever decides is cleared for it.</param>
internal sealed record ErasureOf(string Act, string Record, Classification Classification);

/// <summary>Erasing a person takes two.</summary>
internal static class ErasureApi
{
    public static void MapErasure(this RouteGroupBuilder api) =>
        api.MapPost("/profiles/{profile}:erase", ProposeAsync).Needs(RosterPermissions.EraseProfiles).WithTags("Profiles").WithName("EraseProfile")
            .WithSummary("Propose that all that is kept of a person is erased for good; a second person approves it");

    private static async Task<Accepted<ProposedActAnswer>> ProposeAsync(
        ProfileId profile, EraseProfile request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(profile, caller, cancellationToken);
        http.Request.CheckMatch(found);
        return await db.AskErasureAsync(new ErasureOf(ProfileErasure.ActName, profile.ToString(), found.Classification), request, caller, time.Now(), http.Response, cancellationToken);
    }

    /// <summary>Proposes it to a second person, once.</summary>
    public static async Task<Accepted<ProposedActAnswer>> AskErasureAsync(
        this RosterDb db, ErasureOf whom, EraseProfile request, Caller caller, DateTime now, HttpResponse response, CancellationToken cancellationToken)
    {
        var check = new Violations();
        var asked = new EraseProfile(check.Text(request.Reason, "reason", 1000), check.Required(request.Basis, "basis"));
        check.ThrowIfAny();
        if (await db.WaitingErasureAsync(whom, now, cancellationToken) is not null)
        {
            throw Fail.Because(RosterReasons.ErasureProposed, RosterReasons.ErasureProposed.Title);
        }

        var act = db.ProposeErasure(whom, asked, caller, now);
        await db.SaveChangesAsync(cancellationToken);
        var answer = ProposedActAnswer.Of(RosterModule.Name, act, now);
        return TypedResults.Accepted($"/api/v1/{answer.Name}", response.Tagged(act, answer));
    }

    /// <summary>What was proposed and is not decided; null where nothing waits.</summary>
    public static Task<ProposedAct?> WaitingErasureAsync(this RosterDb db, ErasureOf whom, DateTime now, CancellationToken cancellationToken) =>
        db.Set<ProposedAct>().Where(a => a.Record == whom.Record && a.Act == whom.Act && a.State == ProposedActState.Proposed && a.ExpireTime > now)
            .OrderBy(a => a.CreateTime).FirstOrDefaultAsync(cancellationToken);

    // The reason is part of the content and not of the proposal: so it is erased with the person, and no entry of the audit chain repeats it.
    public static ProposedAct ProposeErasure(this RosterDb db, ErasureOf whom, EraseProfile asked, Caller caller, DateTime now) =>
        db.Propose(whom.Act, whom.Record, asked, Deciders.OnErasure(whom.Classification), null, caller, now);
}
