using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Erasure;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

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
        return await db.AskErasureAsync(
            new ErasureOf(InsiderErasure.ActName, insider.ToString(), found.Classification), new EraseProfile(request.Reason, request.Basis), caller, time.Now(), http.Response, cancellationToken);
    }
}
