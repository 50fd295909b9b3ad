using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SavedSearches;

/// <summary>The searches that a person keeps. Another's do not exist.</summary>
internal static class SavedSearchApi
{
    public static void MapSavedSearches(this RouteGroupBuilder api)
    {
        var searches = api.MapGroup("/savedSearches").WithTags("Saved searches");
        searches.MapGet("", ListAsync).Needs(RosterPermissions.KeepSavedSearches).WithName("ListSavedSearches").WithSummary("List the searches you keep");
        searches.MapGet("/{savedSearch}", GetAsync).Needs(RosterPermissions.KeepSavedSearches).WithName("GetSavedSearch").WithSummary("Get a search you keep");
        searches.MapPost("", KeepAsync).Needs(RosterPermissions.KeepSavedSearches).WithName("SaveSearch").WithSummary("Keep a search, and be told when somebody new is found")
            .WithDescription($"You are told once of each person, by an alert; of a search that finds more than {SavedSearchMatches.MostWithAlert} people you cannot be told.");
        searches.MapPatch("/{savedSearch}", EditAsync).Needs(RosterPermissions.KeepSavedSearches).WithName("EditSavedSearch").WithSummary("Change a search you keep")
            .WithDescription("What was found by the search as it was, is forgotten.");
        searches.MapDelete("/{savedSearch}", ForgetAsync).Needs(RosterPermissions.KeepSavedSearches).WithName("ForgetSavedSearch").WithSummary("Keep a search no more");
        searches.MapPost("/{savedSearch}:run", RunAsync).ReadsOnly().Needs(RosterPermissions.SearchProfiles).WithName("RunSavedSearch").WithSummary("Find whom a search you keep finds now");
    }

    private static async Task<Ok<Page<SavedSearchAnswer>>> ListAsync(RosterDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.SavedSearches.Of(caller).PageAsync<SavedSearch, SavedSearchId, SavedSearchAnswer>(page, "savedSearches", SavedSearchAnswer.Of, cancellationToken));

    private static async Task<Ok<SavedSearchAnswer>> GetAsync(SavedSearchId savedSearch, RosterDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.SavedSearches.FindOwnAsync(savedSearch, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, SavedSearchAnswer.Of(found)));
    }

    private static async Task<Created<SavedSearchAnswer>> KeepAsync(
        SavedSearchTerms request, RosterDb db, SavedSearchMatches matches, Caller caller, Atlas atlas, IConfiguration configuration, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var terms = request.Checked(atlas);
        if (await db.SavedSearches.Of(caller).CountAsync(cancellationToken) >= SavedSearch.MostOfOne.RequiredIn<int>(configuration))
        {
            throw Fail.Because(RosterReasons.TooManySearches, RosterReasons.TooManySearches.Title);
        }

        var now = time.Now();
        var saved = db.Add(SavedSearch.Keep(SavedSearchId.New(), terms, caller, now)).Entity;
        await matches.BeginAsync(saved, terms.Query, caller, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{saved.Id}", response.Tagged(saved, SavedSearchAnswer.Of(saved)));
    }

    private static async Task<Ok<SavedSearchAnswer>> EditAsync(
        SavedSearchId savedSearch, MergePatch<SavedSearchTerms> patch, RosterDb db, SavedSearchMatches matches, Caller caller, Atlas atlas, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.SavedSearches.FindOwnAsync(savedSearch, caller, cancellationToken);
        http.Request.RequireMatch(found);
        var (before, now) = (found.Editable, time.Now());
        var terms = patch.ApplyTo(before).Checked(atlas);
        found.Edit(terms, now);
        if (terms.Alert != before.Alert || terms.Query.Text != before.Search!.ToQuery(atlas).Text)
        {
            await matches.BeginAsync(found, terms.Query, caller, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, SavedSearchAnswer.Of(found)));
    }

    private static async Task<NoContent> ForgetAsync(SavedSearchId savedSearch, RosterDb db, SavedSearchMatches matches, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.SavedSearches.FindOwnAsync(savedSearch, caller, cancellationToken);
        http.Request.CheckMatch(found);
        await matches.RemoveAsync([found], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SearchAnswer>> RunAsync(SavedSearchId savedSearch, RunSavedSearch request, RosterDb db, Searching searching, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.SavedSearches.FindOwnAsync(savedSearch, caller, cancellationToken);
        return TypedResults.Ok(await searching.AnswerAsync(found.Search with { PageSize = request.PageSize, PageToken = request.PageToken }, cancellationToken));
    }

    private static IQueryable<SavedSearch> Of(this IQueryable<SavedSearch> searches, Caller caller)
    {
        var owner = caller.Subject;
        return searches.Where(s => s.Owner == owner);
    }

    private static async Task<SavedSearch> FindOwnAsync(this IQueryable<SavedSearch> searches, SavedSearchId id, Caller caller, CancellationToken cancellationToken) =>
        await searches.Of(caller).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());
}
