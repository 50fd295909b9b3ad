using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Duplicates;

/// <summary>A merge takes whoever may change both records, together or one for each organization; either side undoes it (R20).</summary>
internal static class DuplicateVerbs
{
    public static void MapDuplicateVerbs(this RouteGroupBuilder api)
    {
        var duplicates = api.MapGroup("/duplicates").WithTags("Duplicates");
        duplicates.MapPost("/{duplicate}:agree", AgreeAsync).Needs(RosterPermissions.KeepDuplicates).WithName("AgreeDuplicate").WithSummary("Agree, for the other organization, that two records are of the same person: they are merged");
        duplicates.MapPost("/{duplicate}:refuse", RefuseAsync).Needs(RosterPermissions.KeepDuplicates).WithName("RefuseDuplicate").WithSummary("Say of two records that were proposed as the same that they are not");
        duplicates.MapPost("/{duplicate}:undo", UndoAsync).Needs(RosterPermissions.KeepDuplicates).WithName("UndoDuplicate").WithSummary("Take back what was said: both records are found again as before a merge")
            .WithDescription("The record that was not kept did not change in between; what was changed in the kept one stays.");
    }

    /// <summary>Where it is agreed, points one record to the other. Of a chain of records nobody could say what an undo leaves.</summary>
    public static async Task FollowAsync(this RosterDb db, Duplicate said, Profile merged, Profile kept, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.Profiles.AnyAsync(p => p.MergedInto == merged.Id, cancellationToken))
        {
            throw Fail.Because(RosterReasons.ProfileMerged, "Another record is merged into the one that would not be kept; undo that first.", ("profile", merged.Id.ToString()));
        }

        // Whoever finds the one that is not kept must be able to find the other, and nobody may learn by a merge of a record that is stricter than the own one.
        if (merged.Classification != kept.Classification || (merged.State == ProfileState.Active && kept.State != ProfileState.Active))
        {
            throw Fail.Because(RosterReasons.MergeUnlike, RosterReasons.MergeUnlike.Title, ("profile", kept.Id.ToString()));
        }

        if (said.State == DuplicateState.Merged)
        {
            merged.MergeInto(kept, now);
        }
    }

    private static async Task<Ok<DuplicateAnswer>> AgreeAsync(DuplicateId duplicate, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (said, one, other) = await FindAsync(duplicate, db, caller, http, cancellationToken);
        var now = time.Now();
        var proposer = said.SaidBy.Organization;
        // Whoever may change what the proposer's organization does not keep; mediation support may change both.
        if (!((Profile[])[one, other]).Any(p => p.Owner != proposer && caller.Keeps(p)))
        {
            throw Fail.Because(RosterReasons.NotTheOwner, "The other organization, or mediation support, agrees.");
        }

        said.Agree(caller, now);
        await db.FollowAsync(said, said.Kept == one.Id ? other : one, said.Kept == one.Id ? one : other, now, cancellationToken);
        return await SaveAsync(said, db, caller, http, cancellationToken);
    }

    private static async Task<Ok<DuplicateAnswer>> RefuseAsync(DuplicateId duplicate, DuplicateReason request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (said, _, _) = await FindAsync(duplicate, db, caller, http, cancellationToken);
        if (said.State != DuplicateState.Proposed)
        {
            throw Fail.Because(RosterReasons.DuplicateWrongState, RosterReasons.DuplicateWrongState.Title, ("duplicate", said.Id.ToString()), ("state", ApiWord.Of(said.State)));
        }

        said.SayNotTheSame(request.Reason, caller, time.Now());
        return await SaveAsync(said, db, caller, http, cancellationToken);
    }

    private static async Task<Ok<DuplicateAnswer>> UndoAsync(DuplicateId duplicate, DuplicateReason request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var said = await db.FindDuplicateAsync(duplicate, caller, cancellationToken);
        http.Request.CheckMatch(said);
        var (now, unkept) = (time.Now(), said.State == DuplicateState.Merged ? said.Other : null);
        said.Undo(request.Reason, caller, now);
        if (unkept is { } id)
        {
            (await db.Profiles.SingleAsync(p => p.Id == id, cancellationToken)).Unmerge(now);
        }

        return await SaveAsync(said, db, caller, http, cancellationToken);
    }

    private static async Task<(Duplicate Said, Profile One, Profile Other)> FindAsync(DuplicateId id, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var said = await db.FindDuplicateAsync(id, caller, cancellationToken);
        http.Request.CheckMatch(said);
        var (one, other) = await db.FindBothAsync(said.First, said.Second, caller, cancellationToken);
        return (said, one, other);
    }

    private static async Task<Ok<DuplicateAnswer>> SaveAsync(Duplicate said, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(said, (await db.AnswersAsync([said], caller, cancellationToken))[0]));
    }
}
