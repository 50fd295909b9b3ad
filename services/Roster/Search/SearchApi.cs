using Concord.Contracts.Access;
using Concord.Platform.Idempotency;
using Concord.Platform.Security;
using Concord.Roster.Acceptance;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Names;
using Concord.Roster.SharingAgreements;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Search;

/// <summary>Somebody who matched, and why. There is no score: criteria and reasons stand side by side (R157).</summary>
/// <param name="Name">Resource name of the profile.</param>
/// <param name="DisplayName">As the person is addressed.</param>
/// <param name="Synthetic">Whether the person is invented.</param>
/// <param name="Gender">As stated.</param>
/// <param name="SeniorityLevel">The level.</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3.</param>
/// <param name="Languages">With levels.</param>
/// <param name="Expertise">With levels.</param>
/// <param name="Regions">Experience there: M49 codes.</param>
/// <param name="Countries">Experience there: ISO 3166-1 alpha-3.</param>
/// <param name="Functions">What the person does in a team.</param>
/// <param name="Owner">Resource name of the organization that keeps the profile.</param>
/// <param name="Classification">Who may see it at all.</param>
/// <param name="Reasons">Why the person matched each wish.</param>
/// <param name="Flags">Possible conflicts of interest (R16).</param>
/// <param name="ConflictsUnknown">True where countries were named and nationality or declared interests are withheld from the caller, who cannot tell that there is no conflict of interest (R16, R20).</param>
/// <param name="Availability">Whether the person can take work on the days asked for, today where none are; absent where nothing is said, or it is withheld (R26).</param>
/// <param name="NameFit">How well the name fits what was typed: what the order depends on before the name itself, and nothing else. Absent where no name was asked for.</param>
/// <param name="Withheld">What the agreement that opens the person to the caller's organization does not open: these fields are empty here, and no wish about them finds the person (R20).</param>
/// <param name="Acceptances">How each party of the process that the search names takes the person, by the party's name; empty where nothing is known, or no process was named (R27).</param>
/// <param name="NameWords">For each word that was typed, which word of the name fits and how; empty where no name was asked for.</param>
internal sealed record SearchHit(
    string Name, string DisplayName, bool Synthetic, Gender Gender, SeniorityLevel SeniorityLevel, IReadOnlyList<string> Nationalities, IReadOnlyList<LanguageSkill> Languages,
    IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<string> Regions, IReadOnlyList<string> Countries, IReadOnlyList<TeamFunction> Functions, string Owner,
    Classification Classification, IReadOnlyList<MatchReason> Reasons, IReadOnlyList<ConflictFlag> Flags, bool ConflictsUnknown, AvailabilityState? Availability, NameFit? NameFit, IReadOnlyList<SharedFields> Withheld,
    IReadOnlyList<PartyTake> Acceptances, IReadOnlyList<WordFit> NameWords)
{
    public static SearchHit Of(RosterEntry e, NameFit fit, SearchQuery query, Atlas atlas, IReadOnlyList<PartyTake> acceptances, DateOnly today, Caller caller) => new(
        e.Id.ToString(), e.DisplayName, e.Synthetic, e.Gender, e.SeniorityLevel, e.Nationalities, e.Languages, e.Expertise, e.Regions, e.Countries, e.Functions, e.Owner, e.Classification,
        MatchReason.Of(query, e, atlas), ConflictFlag.Of(query, e), e.ConflictsUnknown && query.FlaggedCountries.Any(), e.StateOn(query.Availability?.Days ?? new DaySpan(today.DayNumber, today.DayNumber), caller.IsToldOfDuties(e.Owner)),
        query.Words.Length == 0 ? null : fit, e.Withheld, acceptances, query.Words.Length == 0 ? [] : WordFit.Of(query.Typed, e.DisplayName));
}

/// <summary>One page of the people found.</summary>
/// <param name="Items">Where a name was asked for, by how well the name fits it; then by name without case and accents, then by id. The order says nothing about suitability (R157).</param>
/// <param name="Total">People found whom the caller may see, on all pages.</param>
/// <param name="Facets">Counts over all people found.</param>
/// <param name="NextPageToken">Absent on the last page.</param>
internal sealed record SearchAnswer(IReadOnlyList<SearchHit> Items, int Total, FacetCounts Facets, string? NextPageToken);

/// <summary>The search of the roster (R27): only active people (R26) who consent to be found, only within the caller's clearance.</summary>
internal static class SearchApi
{
    public static void MapSearch(this RouteGroupBuilder api) =>
        api.MapPost("/profiles:search", SearchAsync).ReadsOnly().Needs(RosterPermissions.SearchProfiles).WithTags("Search").WithName("SearchProfiles")
            .WithSummary("Find people by what a process needs");

    private static async ValueTask<Ok<SearchAnswer>> SearchAsync(SearchRequest request, Searching searching, CancellationToken cancellationToken) => TypedResults.Ok(await searching.AnswerAsync(request, cancellationToken));
}
