using Concord.Platform.Errors;
using Concord.Platform.Texts;

namespace Concord.Designation.Processes;

/// <summary>What a process is called and about, in another language than the one it was written in.</summary>
/// <param name="Language">Code of the reference data, such as ar.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Situation">1 to 4000 characters.</param>
/// <param name="MachineMade">No person has reviewed it.</param>
internal sealed record ProcessTranslation(string? Language, string? Title, string? Situation, bool MachineMade)
{
    public const int Most = 10;

    /// <returns>In the order of the languages, so that the same translations are the same record.</returns>
    public static IReadOnlyList<ProcessTranslation> Check(IReadOnlyList<ProcessTranslation?>? given, string original, Violations check)
    {
        given ??= [];
        check.Check(given.Count <= Most, "translations", $"At most {Most}.");
        check.Check(given.Select(t => t?.Language).Distinct().Count() == given.Count, "translations", "One for each language.");
        check.Check(given.All(t => t?.Language != original), "translations", "The original is the title and the situation themselves.");
        return [.. given.Take(Most).Select((t, i) => new ProcessTranslation(
            check.Language(t?.Language, $"translations[{i}].language"), check.Text(t?.Title, $"translations[{i}].title", 200),
            check.Text(t?.Situation, $"translations[{i}].situation", 4000), t?.MachineMade == true)).OrderBy(t => t.Language, StringComparer.Ordinal)];
    }
}
