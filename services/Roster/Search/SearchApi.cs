using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Search;

/// <summary>Somebody who matched, and why. There is no score: criteria and reasons stand side by side (R157).</summary>
internal sealed record SearchHit(
    string Name, string DisplayName, bool Synthetic, Gender Gender, SeniorityLevel SeniorityLevel, IReadOnlyList<string> Nationalities, IReadOnlyList<LanguageSkill> Languages,
    IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<string> Regions, IReadOnlyList<string> Countries, IReadOnlyList<TeamFunction> Functions, string Owner,
    Classification Classification, IReadOnlyList<MatchReason> Reasons, IReadOnlyList<ConflictFlag> Flags)
{
    public static SearchHit Of(RosterEntry e, SearchQuery query, Atlas atlas) => new(
        e.Id.ToString(), e.DisplayName, e.Synthetic, e.Gender, e.SeniorityLevel, e.Nationalities, e.Languages, e.Expertise, e.Regions, e.Countries, e.Functions, e.Owner, e.Classification,
        MatchReason.Of(query, e, atlas), ConflictFlag.Of(query, e));
}

/// <summary>One page of the people found.</summary>
/// <param name="Items">By name without case and accents, then by id; the order says nothing about suitability.</param>
/// <param name="Total">People found whom the caller may see, on all pages.</param>
/// <param name="Facets">Counts over all people found.</param>
/// <param name="NextPageToken">Absent on the last page.</param>
internal sealed record SearchAnswer(IReadOnlyList<SearchHit> Items, int Total, FacetCounts Facets, string? NextPageToken);

/// <summary>The search of the roster (R27): only active people (R26) who consent to be found, only within the caller's clearance.</summary>
internal static class SearchApi
{
    public static void MapSearch(this RouteGroupBuilder api) =>
        api.MapPost("/profiles:search", Search).ReadsOnly().Needs(RosterPermissions.SearchProfiles).WithTags("Search").WithName("SearchProfiles")
            .WithSummary("Find people by what a process needs");

    private static Ok<SearchAnswer> Search(SearchRequest request, RosterIndexKeeper keeper, RosterDb db, Atlas atlas, Caller caller, TimeProvider time)
    {
        var query = request.ToQuery(atlas);
        var size = new PageRequest { PageSize = request.PageSize, PageToken = request.PageToken }.Size;
        var bound = $"profiles:search?{caller.Clearance}&{JsonSerializer.Serialize(query, ConcordJson.Options)}";
        var after = ReadToken(request.PageToken, bound);

        var index = keeper.Current;
        using var found = Finder.Find(index, query, caller.Clearance, DateOnly.FromDateTime(time.Now()));
        var total = found.Count();
        var page = FoundPage.Of(index, found, total, after, size + 1);
        RosterEntry[] items = [.. page.Take(size).Select(slot => index[slot])];
        var last = page.Count > size ? items[^1] : null;
        foreach (var shown in items)
        {
            db.NoteRead(shown.Id.ToString(), shown.Classification);
        }

        return TypedResults.Ok(new SearchAnswer(
            [.. items.Select(entry => SearchHit.Of(entry, query, atlas))], total, FacetCounts.Of(index, found),
            last is null ? null : PageToken.Make(bound, last.NameKey, last.Id.Value.ToString())));
    }

    private static (string NameKey, Guid Id)? ReadToken(string? token, string bound) => PageToken.Read(token, bound, keys: 2) switch
    {
        null => null,
        [var nameKey, var id] when Guid.TryParse(id, out var parsed) => (nameKey, parsed),
        _ => throw PageToken.NotOurs(),
    };
}
