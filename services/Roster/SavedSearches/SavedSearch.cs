using Concord.Platform.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Search;

namespace Concord.Roster.SavedSearches;

/// <summary>A search that a person keeps, to ask it again and to be told when somebody new is found. It holds what is asked and never who was found: each time it is asked with what the person may see by then.</summary>
internal sealed class SavedSearch : IVersioned, IListed<SavedSearchId>
{
    public static readonly Setting MostOfOne = new("Roster:SavedSearches:MostOfOne", "How many searches one person can keep.", "50", SettingForm.Amount);

    private SavedSearch() { } // EF

    public SavedSearchId Id { get; private init; }

    /// <summary>Resource name of the account; nobody else sees it.</summary>
    public string Owner { get; private init; } = "";

    [Personal]
    public string DisplayName { get; private set; } = "";

    /// <summary>What is asked; it may name a person.</summary>
    [Personal]
    public SearchRequest Search { get; private set; } = null!;

    /// <summary>Whether the owner is told when somebody new is found.</summary>
    public bool Alert { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public SavedSearchTerms Editable => new(DisplayName, Search, Alert);

    public static SavedSearch Keep(SavedSearchId id, CheckedSavedSearch terms, Caller caller, DateTime now)
    {
        var saved = new SavedSearch { Id = id, Owner = caller.Subject, CreateTime = now };
        saved.Edit(terms, now);
        return saved;
    }

    public void Edit(CheckedSavedSearch terms, DateTime now) => (DisplayName, Search, Alert, UpdateTime) = (terms.DisplayName, terms.Search, terms.Alert, now);
}
