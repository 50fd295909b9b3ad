using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Slates;

/// <summary>Lays a slate before the appointing authority.</summary>
/// <param name="NoWomanReason">Why no qualified woman is on the short list (R9), for the appointing authority to read and for the extract that may be published; it names nobody on the slate. 1 to 2,000 characters. Needed where there is none, and refused where there is one.</param>
internal sealed record SubmitSlate(string? NoWomanReason);

/// <summary>Chooses from the short list.</summary>
/// <param name="Candidate">Resource name, <c>slates/{uuid}/candidates/{uuid}</c>.</param>
/// <param name="Reason">Why, as it may be published: it names nobody who was not chosen. 1 to 2,000 characters.</param>
internal sealed record ApproveSlate(string? Candidate, string? Reason);

/// <summary>Chooses nobody.</summary>
/// <param name="Reason">Why, as it may be published: it names nobody. 1 to 2,000 characters.</param>
internal sealed record RejectSlate(string? Reason);

/// <summary>The steps of a slate: one person of the composing organization submits it, another one who acts for the appointing authority decides, on the version that person has read (R9, R19).</summary>
internal static class SlateVerbs
{
    public static void MapSlateVerbs(this RouteGroupBuilder api)
    {
        var slates = api.MapGroup("/slates").WithTags("Slates");
        slates.MapPost("/{slate}:submit", SubmitAsync).Needs(RosterPermissions.ComposeSlates).WithName("SubmitSlate").WithSummary("Lay a slate before the appointing authority");
        slates.MapPost("/{slate}:approve", ApproveAsync).Needs(RosterPermissions.DecideSlates).OnWhatWasRead().WithName("ApproveSlate").WithSummary("Choose from the short list, having read the slate and any reason for which no qualified woman is on it");
        slates.MapPost("/{slate}:reject", RejectAsync).Needs(RosterPermissions.DecideSlates).OnWhatWasRead().WithName("RejectSlate").WithSummary("Choose nobody of a slate");
    }

    private static async Task<Ok<SlateEntry>> SubmitAsync(
        SlateId slate, SubmitSlate request, RosterDb db, SlateKeeper keeper, Caller caller, Atlas atlas, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindSlateToComposeAsync(slate, caller, cancellationToken);
        http.Request.CheckMatch(found);
        found.RequireState(SlateState.Draft);
        var (candidates, now) = (await keeper.SeeAsync(found, caller, cancellationToken), time.Now());
        RequireAvailable(candidates.FirstOrDefault(c => c.Candidate.List == SlateList.Short && c.Standing != CandidateStanding.Available));
        RefuseNames(request.NoWomanReason, "noWomanReason", candidates);
        found.Submit(SlateTally.Of(candidates, atlas), request.NoWomanReason, caller, now);
        foreach (var seen in candidates.Where(c => c.Text is not null))
        {
            var text = seen.Text! with { Findings = seen.Findings };
            seen.Candidate.Take(seen.Candidate.List, await keeper.SealAsync(seen.Candidate, found.Classification, text, cancellationToken), now);
        }

        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<SlateEntry>> ApproveAsync(
        SlateId slate, ApproveSlate request, RosterDb db, SlateKeeper keeper, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (found, candidates) = await FindAsync(slate, db, keeper, caller, http, cancellationToken);
        var check = new Violations();
        var chosen = candidates.FirstOrDefault(c => c.Candidate.Name == request.Candidate && c.Candidate.List == SlateList.Short);
        check.Check(chosen is not null, "candidate", "Name one of the short list.");
        var reason = PublishableReason(request.Reason, candidates.Where(c => c != chosen), check);
        check.ThrowIfAny();
        RequireAvailable(chosen!.Standing == CandidateStanding.Available ? null : chosen);
        found.Approve(chosen.Candidate.Id, reason, candidates.Any(c => c.Candidate.List == SlateList.Short && c.MayBeQualifiedWoman), caller, time.Now());
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<SlateEntry>> RejectAsync(
        SlateId slate, RejectSlate request, RosterDb db, SlateKeeper keeper, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (found, candidates) = await FindAsync(slate, db, keeper, caller, http, cancellationToken);
        var check = new Violations();
        var reason = PublishableReason(request.Reason, candidates, check);
        check.ThrowIfAny();
        found.Reject(reason, caller, time.Now());
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<(Slate, IReadOnlyList<SeenCandidate>)> FindAsync(SlateId id, RosterDb db, SlateKeeper keeper, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindSlateToDecideAsync(id, caller, cancellationToken);
        http.Request.RequireRead(found);
        found.RequireDecider(caller);
        var candidates = await keeper.SeeAsync(found, caller, cancellationToken);
        return candidates.Any(c => caller.IsAnyOf(c.Account))
            ? throw Fail.Because(RosterReasons.SlateSamePerson, RosterReasons.SlateSamePerson.Title, ("slate", id.ToString()))
            : (found, candidates);
    }

    private static string PublishableReason(string? reason, IEnumerable<SeenCandidate> notChosen, Violations check)
    {
        var text = check.Text(reason, "reason", Slate.LongestReason);
        check.Check(!Names(text, notChosen), "reason", "It may be published, and names somebody who is not chosen.");
        return text;
    }

    // It stays when somebody is erased.
    private static void RefuseNames(string? text, string field, IEnumerable<SeenCandidate> candidates)
    {
        if (text is not null && Names(text, candidates))
        {
            throw Fail.Invalid(field, "It names somebody who stands on the slate.");
        }
    }

    private static bool Names(string text, IEnumerable<SeenCandidate> candidates) => candidates.Any(c => c.Person is { } person && text.Contains(person.DisplayName, StringComparison.OrdinalIgnoreCase));

    private static void RequireAvailable(SeenCandidate? gone)
    {
        if (gone is not null)
        {
            throw Fail.Because(RosterReasons.SlateCandidateGone, RosterReasons.SlateCandidateGone.Title, ("candidate", gone.Candidate.Name));
        }
    }

    private static async Task<Ok<SlateEntry>> SaveAsync(Slate slate, RosterDb db, HttpContext http, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(slate, SlateEntry.Of(slate)));
    }
}
