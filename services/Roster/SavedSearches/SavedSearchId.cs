using Concord.Platform.Persistence;

namespace Concord.Roster.SavedSearches;

internal readonly record struct SavedSearchId(Guid Value) : IStrongId<SavedSearchId>
{
    public static string Collection => "savedSearches";
    public static SavedSearchId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out SavedSearchId id) => StrongId.TryParse(segment, out id);
    public static SavedSearchId New() => new(Guid.CreateVersion7());
    public static bool operator >(SavedSearchId left, SavedSearchId right) => left.Value > right.Value;
    public static bool operator <(SavedSearchId left, SavedSearchId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
