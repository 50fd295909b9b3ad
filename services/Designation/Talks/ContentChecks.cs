using Concord.Platform.Errors;

namespace Concord.Designation.Talks;

/// <summary>Checks that contents share.</summary>
internal static class ContentChecks
{
    /// <summary>Every part of a list, checked under its place; absent counts as empty, and a null in it is missing.</summary>
    public static IReadOnlyList<T> Each<T>(this Violations check, IReadOnlyList<T?>? given, string field, int most, Func<T, string, T> part) where T : class
    {
        given ??= [];
        check.Check(given.Count <= most, field, $"At most {most}.");
        List<T> parts = [];
        for (var i = 0; i < Math.Min(given.Count, most); i++)
        {
            if (given[i] is { } one)
            {
                parts.Add(part(one, $"{field}[{i}]"));
            }
            else
            {
                check.Add($"{field}[{i}]", "Required.");
            }
        }

        return parts;
    }

    /// <summary>A list of words, each once, in the order of the enumeration.</summary>
    public static IReadOnlyList<T> Words<T>(this Violations check, IReadOnlyList<T>? given, string field, bool required = true) where T : struct, Enum
    {
        check.Check(!required || given is { Count: > 0 }, field, "Name at least one.");
        return [.. (given ?? []).Distinct().Order()];
    }

    /// <summary>What happened has happened: its day is not after today.</summary>
    public static DateOnly Past(this Violations check, DateOnly? day, string field, DateTime now)
    {
        check.Check(day is null || day <= DateOnly.FromDateTime(now).AddDays(1), field, "Not in the future."); // somewhere it is tomorrow already
        return check.Required(day, field);
    }
}
