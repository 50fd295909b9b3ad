using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Erasure;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Insiders;

/// <summary>Why an insider is to be erased.</summary>
/// <param name="Reason">In your words, for the second person; 1 to 1,000 characters. It is erased with the person.</param>
/// <param name="Basis">What allows it; this stays on record.</param>
internal sealed record EraseInsider(string? Reason, ErasureBasis? Basis);

/// <summary>Erasing an insider takes two of mediation support, as erasing a person on the roster does.</summary>
internal static class InsiderErasureApi
{
    public static void MapInsiderErasure(this RouteGroupBuilder api) =>
        api.MapPost("/insiders/{insider}:erase", ProposeAsync).Needs(RosterPermissions.EraseInsiders).WithTags("Insiders").WithName("EraseInsider")
            .WithSummary("Propose that all that is kept of an insider-reconciler is erased for good; a second person approves it");

    private static async Task<Accepted<ProposedActAnswer>> ProposeAsync(
        InsiderId insider, EraseInsider request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Insiders.FindInsiderAsync(insider, caller, cancellationToken);
        http.Request.CheckMatch(found);
        var check = new Violations();
        var asked = new EraseInsider(check.Text(request.Reason, "reason", 1000), check.Required(request.Basis, "basis"));
        check.ThrowIfAny();
        var (record, now) = (insider.ToString(), time.Now());
        if (await db.Set<ProposedAct>().AnyAsync(a => a.Record == record && a.Act == InsiderErasure.ActName && a.State == ProposedActState.Proposed && a.ExpireTime > now, cancellationToken))
        {
            throw Fail.Because(RosterReasons.ErasureProposed, RosterReasons.ErasureProposed.Title);
        }

        // As for people on the roster: the reason is part of the content, so that it goes with the person.
        var act = db.Propose(InsiderErasure.ActName, record, asked, Deciders.OnErasure(found.Classification), null, caller, now);
        await db.SaveChangesAsync(cancellationToken);
        var answer = ProposedActAnswer.Of(RosterModule.Name, act, now);
        return TypedResults.Accepted($"/api/v1/{answer.Name}", http.Response.Tagged(act, answer));
    }
}
