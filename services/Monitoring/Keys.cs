using System.Text.RegularExpressions;
using Concord.Platform.Errors;

namespace Concord.Monitoring;

/// <summary>Short keys inside one agreement: of parties, anchors and milestones.</summary>
internal static partial class Keys
{
    public const int MaxLength = 60;

    public static string Key(this Violations check, string? value, string field)
    {
        var key = check.Text(value, field, MaxLength);
        check.Check(key.Length == 0 || Form().IsMatch(key), field, "Lower-case letters, digits and hyphens, such as unified-forces.");
        return key;
    }

    /// <summary>A required day within the two centuries around the agreements that can be followed; outside it lies a slip of the keyboard.</summary>
    public static DateOnly Day(this Violations check, DateOnly? value, string field)
    {
        check.Check(value is null or { Year: >= 1900 and <= 2200 }, field, "Expected a day between 1900 and 2200.");
        return check.Required(value, field);
    }

    /// <summary>A list in which nothing is missing and nothing comes twice.</summary>
    public static IReadOnlyList<string> Distinct(this Violations check, IReadOnlyList<string?>? values, string field, int atLeast, int atMost)
    {
        var found = (values ?? []).OfType<string>().ToList();
        check.Check(found.Count == (values?.Count ?? 0), field, "An entry is null.");
        check.Check(found.Distinct(StringComparer.Ordinal).Count() == found.Count, field, "An entry comes twice.");
        check.Check(found.Count >= atLeast, field, "Required.");
        check.Check(found.Count <= atMost, field, $"At most {atMost} entries.");
        return found;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Form();
}
