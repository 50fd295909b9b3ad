using Concord.Platform.Http;
using Concord.Roster.Search;

namespace Concord.Roster.SavedSearches;

/// <summary>A search that the caller keeps.</summary>
/// <param name="Name">Resource name, <c>savedSearches/{uuid}</c>.</param>
/// <param name="DisplayName">By which the person knows it again.</param>
/// <param name="Search">What is asked.</param>
/// <param name="Alert">Whether the person is told when somebody new is found.</param>
/// <param name="CreateTime">When it was saved, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record SavedSearchAnswer(string Name, string DisplayName, SearchRequest Search, bool Alert, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static SavedSearchAnswer Of(SavedSearch s) => new(s.Id.ToString(), s.DisplayName, s.Search, s.Alert, s.CreateTime, s.UpdateTime, ETag.Of(s));
}

/// <summary>Which page of what is found.</summary>
/// <param name="PageSize">1 to 500; 50 where absent.</param>
/// <param name="PageToken">The nextPageToken of the page before.</param>
internal sealed record RunSavedSearch(int? PageSize, string? PageToken);
