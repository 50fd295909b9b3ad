using System.ComponentModel;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Duplicates;

/// <summary>Records of one person in several rosters (R20): what is likely, and what people say of it.</summary>
internal static class DuplicateApi
{
    // Of each a search is made.
    private const int MostLookedAt = 1000;

    public static void MapDuplicates(this RouteGroupBuilder api)
    {
        var duplicates = api.MapGroup("").WithTags("Duplicates");
        duplicates.MapGet("/duplicateSuggestions", SuggestAsync).Needs(RosterPermissions.KeepDuplicates).WithName("ListDuplicateSuggestions").WithSummary("List records that are likely of the same person as one of one's organization")
            .WithDescription($"A page reads on until it is full, or has looked at {MostLookedAt:N0} people of one's organization: then it can be short or empty, and have another one behind it. All that is likely of one person stands on one page, which can so have some more items.");
        duplicates.MapGet("/duplicates", ListAsync).Needs(RosterPermissions.KeepDuplicates).WithName("ListDuplicates").WithSummary("List what was said of records that may be of one person");
        duplicates.MapGet("/duplicates/{duplicate}", GetAsync).Needs(RosterPermissions.KeepDuplicates).WithName("GetDuplicate").WithSummary("Get what was said of two records");
        duplicates.MapPost("/duplicates", SayAsync).Needs(RosterPermissions.KeepDuplicates).WithName("SayDuplicate").WithSummary("Say that two records are of the same person, and which is kept, or that they are not")
            .WithDescription("Where one may change both they are merged at once; else an officer of the other organization agrees. Both records stay as they are, and a search finds the kept one.");
    }

    private static async Task<Ok<Page<DuplicateSuggestion>>> SuggestAsync(
        RosterDb db, LikelyDuplicates likely, Caller caller, [AsParameters] PageRequest page, [Description("Only of this person, profiles/{uuid}.")] string? profile,
        [Description("Only of people in this state: DRAFT after an import.")] Choice<ProfileState>? state, CancellationToken cancellationToken)
    {
        var organization = caller.Organization;
        var own = db.Profiles.SeenBy(caller).Where(p => p.Owner == organization && p.State != ProfileState.Retired && p.MergedInto == null);
        if (profile is not null)
        {
            var id = NameIn(profile, "profile");
            own = own.Where(p => p.Id == id);
        }

        var only = state?.Value;
        own = only is null ? own : own.Where(p => p.State == only);
        return TypedResults.Ok(await ReadOn.PageAsync(
            page, MostLookedAt, part => own.PageAsync<Profile, ProfileId, Profile>(part, $"duplicateSuggestions?profile={profile}&state={state}", p => p, cancellationToken),
            people => likely.OfAsync(people, s => profile is null && (only is null || s == only), cancellationToken)));
    }

    private static async Task<Ok<Page<DuplicateAnswer>>> ListAsync(
        RosterDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<DuplicateState>? state, [Description("Only of this profile.")] string? profile, CancellationToken cancellationToken)
    {
        var (query, wanted) = (db.DuplicatesSeenBy(caller), state?.Value);
        query = wanted is null ? query : query.Where(d => d.State == wanted);
        if (profile is not null)
        {
            var id = NameIn(profile, "profile");
            query = query.Where(d => d.First == id || d.Second == id);
        }

        var said = await query.PageAsync<Duplicate, DuplicateId, Duplicate>(page, $"duplicates?state={state}&profile={profile}", d => d, cancellationToken);
        return TypedResults.Ok(new Page<DuplicateAnswer>(await db.AnswersAsync(said.Items, caller, cancellationToken), said.NextPageToken));
    }

    private static async Task<Ok<DuplicateAnswer>> GetAsync(DuplicateId duplicate, RosterDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindDuplicateAsync(duplicate, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, (await db.AnswersAsync([found], caller, cancellationToken))[0]));
    }

    private static async Task<Created<DuplicateAnswer>> SayAsync(SayDuplicate request, RosterDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var (first, second, now) = (NameIn(request.First, "first"), NameIn(request.Second, "second"), time.Now());
        if (first == second)
        {
            throw Fail.Invalid("second", "Name another record.");
        }

        var (one, other) = await db.FindBothAsync(first, second, caller, cancellationToken);
        var kept = request.Kept is null ? null : request.Kept == one.Id.ToString() ? one : request.Kept == other.Id.ToString() ? other : throw Fail.Invalid("kept", "Name one of the two.");
        var (low, high) = first < second ? (first, second) : (second, first);
        var said = await db.Duplicates.SingleOrDefaultAsync(d => d.First == low && d.Second == high, cancellationToken) ?? db.Add(Duplicate.Of(first, second, now)).Entity;
        if (kept is null)
        {
            said.SayNotTheSame(request.Reason, caller, now);
        }
        else
        {
            said.SayTheSame(kept.Id, caller.Keeps(one) && caller.Keeps(other), request.Reason, caller, now);
            await db.FollowAsync(said, kept == one ? other : one, kept, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{said.Id}", response.Tagged(said, (await db.AnswersAsync([said], caller, cancellationToken))[0]));
    }

    private static ProfileId NameIn(string? name, string field) => ResourceName.TryParse<ProfileId>(name, out var id) ? id : throw Fail.Invalid(field, "Expected the form profiles/{uuid}.");
}
