using Concord.Platform.Errors;

namespace Concord.Roster.Mediators;

internal static class ListChecks
{
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
