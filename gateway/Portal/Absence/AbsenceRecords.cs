using System.Globalization;

namespace Concord.Portal.Absence;

/// <summary>Who may act for whom, and until when.</summary>
public sealed record Delegation(string Name, DelegationPerson Person, DelegationPerson Delegate, string Reason, DateTimeOffset FromTime, DateTimeOffset UntilTime, DateTimeOffset? EndTime, bool Current)
{
    /// <summary>Whether it counts, or will.</summary>
    public bool IsOpen => EndTime is null && UntilTime > DateTimeOffset.UtcNow;
}

public sealed record DelegationPerson(string Name, string DisplayName);

/// <summary>Days of a form as instants: a last day counts as a whole.</summary>
internal static class Days
{
    /// <returns>Null where it is no day.</returns>
    public static DateTime? StartOf(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;

    /// <returns>Null where it is no day.</returns>
    public static DateTime? EndOf(string? day) => StartOf(day)?.AddDays(1).AddSeconds(-1);
}
