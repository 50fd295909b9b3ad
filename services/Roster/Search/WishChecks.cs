using Concord.Platform.Errors;
using Concord.Roster.Geography;

namespace Concord.Roster.Search;

/// <summary>What must hold for the lists of a wish, for one person or for a team.</summary>
internal static class WishChecks
{
    private const int MaxItems = 100;

    /// <summary>Items of a wish; absent is none.</summary>
    public static void Wished<T>(this Violations check, IReadOnlyList<T>? items, string field, Func<T, bool> known) =>
        check.Check(items is null || (items.Count <= MaxItems && items.All(known)), field, $"At most {MaxItems}, each one known.");

    public static void WishedLanguages(this Violations check, IReadOnlyList<LanguageWish>? languages, Atlas atlas) => check.Wished(languages, "languages", wish => wish?.Code is { } code && atlas.IsLanguage(code));

    public static void WishedExpertise(this Violations check, IReadOnlyList<ExpertiseWish>? expertise) => check.Wished(expertise, "expertise", wish => wish?.Area is not null);
}
