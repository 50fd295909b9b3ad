using Concord.Platform.Errors;
using Concord.Roster.Geography;

namespace Concord.Roster.Mediators;

internal static class ListChecks
{
    private const int MaxLanguages = 60;

    /// <summary>Codes of the shipped reference data, each at most once.</summary>
    /// <param name="check">Collects what is wrong.</param>
    /// <param name="codes">As sent; absent is empty.</param>
    /// <param name="field">Name of the list.</param>
    /// <param name="max">How many there may be.</param>
    /// <param name="known">Whether there is such a code.</param>
    /// <param name="otherwise">What is told where there is not.</param>
    public static void Codes(this Violations check, IReadOnlyList<string?>? codes, string field, int max, Func<string, bool> known, string otherwise)
    {
        check.Check(codes is null || codes.Count <= max, field, $"At most {max}.");
        check.Check(codes is null || codes.Distinct(StringComparer.Ordinal).Count() == codes.Count, field, "Each at most once.");
        check.Check(codes is null || codes.Take(max).All(code => code is not null && known(code)), field, otherwise);
    }

    /// <summary>Languages of a person, under the name <c>languages</c>.</summary>
    public static void Languages(this Violations check, IReadOnlyList<LanguageSkill>? languages, Atlas atlas)
    {
        check.Codes(languages?.Select(s => s?.Code).ToList(), "languages", MaxLanguages, atlas.IsLanguage, "No such language; ISO 639 is expected.");
        check.Check(languages is null || languages.All(s => s is { Level: > 0 }), "languages", "Each needs a level.");
    }

    /// <summary>A list as it is kept, each item in its form; what is wrong is named by its place.</summary>
    /// <param name="check">Collects what is wrong.</param>
    /// <param name="items">As sent; absent is empty.</param>
    /// <param name="field">Name of the list.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="kept">The item in its form; takes its name among the fields.</param>
    public static IReadOnlyList<T> Items<T>(this Violations check, IReadOnlyList<T>? items, string field, int most, Func<T, string, T> kept) where T : class
    {
        check.Check(items is null || items.Count <= most, field, $"At most {most}.");
        check.Check(items is null || items.Take(most).All(item => item is not null), field, "None of them is empty.");
        return [.. (items ?? []).Take(most).Select((item, i) => item is null ? null : kept(item, $"{field}[{i}]")).OfType<T>()];
    }
}
