using Concord.Platform.Errors;
using Concord.Roster.Geography;
using Concord.Roster.Search;

namespace Concord.Roster.SavedSearches;

/// <summary>What a person keeps of a search.</summary>
/// <param name="DisplayName">By which the person knows it again; 1 to 100 characters.</param>
/// <param name="Search">What is asked, without size and token of a page.</param>
/// <param name="Alert">Whether the person is told when somebody new is found; not where absent, and not together with acceptability.</param>
internal sealed record SavedSearchTerms(string? DisplayName, SearchRequest? Search, bool? Alert)
{
    public CheckedSavedSearch Checked(Atlas atlas)
    {
        var check = new Violations();
        var name = check.Name(DisplayName, "displayName", 100);
        check.Check(Search is not null, "search", "Required.");
        check.Check(Search?.PageSize is null, "search.pageSize", "Is said when the search is run.");
        check.Check(Search?.PageToken is null, "search.pageToken", "Is said when the search is run.");
        check.Check(Alert != true || Search?.Acceptability is null, "alert", "Not with acceptability: what parties say is read with the eyes of whoever searches, and the watch has nobody's. Keep it without an alert, and run it.");
        var query = Query(check, atlas);
        check.ThrowIfAny();
        return new CheckedSavedSearch(name, Search!, query!, Alert ?? false);
    }

    // The fields lie one deeper here than where the search is asked at once.
    private SearchQuery? Query(Violations check, Atlas atlas)
    {
        try
        {
            return Search?.ToQuery(atlas);
        }
        catch (DomainException e) when (e.Reason == PlatformReasons.InvalidField)
        {
            foreach (var error in e.Errors)
            {
                check.Add($"search.{error.Field}", error.Message);
            }

            return null;
        }
    }
}

/// <summary>Terms in which everything is as it must be.</summary>
internal sealed record CheckedSavedSearch(string DisplayName, SearchRequest Search, SearchQuery Query, bool Alert);
