using Concord.Platform.Errors;

namespace Concord.Roster.Mediators;

/// <summary>Days that can be meant. One beyond them was mistyped, and would be counted, sorted and warned of as if it were true.</summary>
internal static class MeantDays
{
    /// <summary>Not before the first day of that year.</summary>
    public static void NotBefore(this Violations check, DateOnly? day, int year, string field) => check.Check(day is null || day.Value.Year >= year, field, $"Not before {year}.");

    /// <summary>Not after that day.</summary>
    public static void NotAfter(this Violations check, DateOnly? day, DateOnly latest, string field) => check.Check(day is null || day <= latest, field, $"Not after {latest:O}.");
}
