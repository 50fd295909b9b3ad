using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Slates;

/// <summary>Who stands on a slate, while it is a draft (R19).</summary>
internal static class SlateCandidateApi
{
    public static void MapSlateCandidates(this RouteGroupBuilder api)
    {
        var candidates = api.MapGroup("/slates/{slate}/candidates").WithTags("Slates");
        candidates.MapPost("", AddAsync).Needs(RosterPermissions.ComposeSlates).WithName("AddSlateCandidate").WithSummary("Put somebody on a slate: a person of the roster, or somebody from outside");
        candidates.MapPatch("/{candidate}", EditAsync).Needs(RosterPermissions.ComposeSlates).WithName("EditSlateCandidate")
            .WithSummary("Say as an assessor what criteria come to, and put somebody on the short list");
        candidates.MapPost("/{candidate}:remove", RemoveAsync).Needs(RosterPermissions.ComposeSlates).WithName("RemoveSlateCandidate").WithSummary("Take somebody off a draft; nothing of what was said is kept");
    }

    private static async Task<Created<SlateCandidateEntry>> AddAsync(
        SlateId slate, AddSlateCandidate request, RosterDb db, SlateKeeper keeper, Caller caller, Atlas atlas, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindSlateToComposeAsync(slate, caller, cancellationToken);
        var now = time.Now();
        found.TouchedBy(caller, now);
        var check = new Violations();
        check.Check((request.Profile is null) != (request.Outside is null), "profile", "Name a profile, or somebody from outside.");
        check.ThrowIfAny();
        var outside = request.Outside?.Checked("outside", atlas, check);
        var profile = request.Profile is null ? null : await FindListableAsync(request.Profile, found, db, caller, now, cancellationToken);
        var edit = new CandidateEdit(request.List ?? SlateList.Long, request.Note, request.Statements);
        var text = edit.Checked(found, null, outside, check, caller, now);
        await RequireRoomAsync(found, profile, db, cancellationToken);
        var candidate = SlateCandidate.Enter(SlateCandidateId.New(), slate, profile?.Id, edit.List!.Value, caller, now);
        candidate.Take(candidate.List, await keeper.SealAsync(candidate, found.Classification, text, cancellationToken), now);
        db.Add(candidate);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{candidate.Name}", response.Tagged(candidate, SlateCandidateEntry.Of(candidate)));
    }

    private static async Task<Ok<SlateCandidateEntry>> EditAsync(
        SlateId slate, SlateCandidateId candidate, MergePatch<CandidateEdit> patch, RosterDb db, SlateKeeper keeper, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindSlateToComposeAsync(slate, caller, cancellationToken);
        var edited = await FindAsync(found, candidate, db, cancellationToken);
        http.Request.RequireMatch(edited);
        var now = time.Now();
        found.TouchedBy(caller, now);
        var seen = (await keeper.SeeAsync(found, caller, cancellationToken)).Single(c => c.Candidate.Id == candidate);
        if (seen.Text is not { } before)
        {
            throw Fail.Because(RosterReasons.SlateCandidateGone, RosterReasons.SlateCandidateGone.Title, ("candidate", edited.Name));
        }

        RequireAnother(caller, seen.Account);
        var edit = patch.ApplyTo(CandidateEdit.Of(edited, before));
        var text = edit.Checked(found, before, before.Outside, new Violations(), caller, now);
        edited.Take(edit.List!.Value, await keeper.SealAsync(edited, found.Classification, text, cancellationToken), now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(edited, SlateCandidateEntry.Of(edited)));
    }

    private static async Task<Ok<SlateEntry>> RemoveAsync(
        SlateId slate, SlateCandidateId candidate, RosterDb db, Sealer sealer, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindSlateToComposeAsync(slate, caller, cancellationToken);
        var removed = await FindAsync(found, candidate, db, cancellationToken);
        http.Request.CheckMatch(removed);
        found.TouchedBy(caller, time.Now());
        db.Remove(removed);
        await sealer.DestroyAsync(removed.Subject, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, SlateEntry.Of(found)));
    }

    private static async Task<SlateCandidate> FindAsync(Slate slate, SlateCandidateId id, RosterDb db, CancellationToken cancellationToken) =>
        await db.SlateCandidates.SingleOrDefaultAsync(c => c.Id == id && c.Slate == slate.Id, cancellationToken) ?? throw Fail.NotFound($"{slate.Id}/{id}");

    // The same whether there is no such person or the caller may not know of one.
    private static async Task<Profile> FindListableAsync(string name, Slate slate, RosterDb db, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        var profile = ResourceName.TryParse<ProfileId>(name, out var id) ? await db.Profiles.IgnoreAutoIncludes().AsNoTracking().SeenBy(caller).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        if (profile is null)
        {
            throw Fail.Invalid("profile", "There is no such person.");
        }

        if (profile.State != ProfileState.Active || profile.MergedInto is not null || !(profile.SearchUntil >= DateOnly.FromDateTime(now)))
        {
            throw Fail.Because(RosterReasons.SlateNotListable, RosterReasons.SlateNotListable.Title, ("profile", name));
        }

        if (profile.Classification > slate.Classification)
        {
            throw Fail.Invalid("profile", "The profile is stricter than the slate.");
        }

        RequireAnother(caller, profile.Person);
        return profile;
    }

    private static async Task RequireRoomAsync(Slate slate, Profile? profile, RosterDb db, CancellationToken cancellationToken)
    {
        var on = await db.SlateCandidates.Where(c => c.Slate == slate.Id).Select(c => c.Profile).ToListAsync(cancellationToken);
        if (on.Count >= SlateCandidate.Most)
        {
            throw Fail.Because(RosterReasons.SlateFull, $"At most {SlateCandidate.Most} people stand on a slate.", ("slate", slate.Id.ToString()));
        }

        if (profile is not null && on.Contains(profile.Id))
        {
            throw Fail.Because(RosterReasons.SlateListedAlready, RosterReasons.SlateListedAlready.Title, ("profile", profile.Id.ToString()));
        }
    }

    private static void RequireAnother(Caller caller, string? account)
    {
        if (caller.IsAnyOf(account))
        {
            throw Fail.Because(RosterReasons.OwnAssessment, "Others put a person on a slate and say what criteria come to.");
        }
    }
}
