using System.Globalization;

namespace Concord.Portal.Components;

/// <summary>Days as forms send them.</summary>
internal static class Days
{
    /// <returns>Null where it is no day.</returns>
    public static DateOnly? Of(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <returns>The same of a minute of a day, UTC.</returns>
    public static DateTimeOffset? MinuteOf(string? text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var minute) ? minute : null;

    /// <summary>As a field for minutes shows it.</summary>
    public static string ToMinute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>As an instant, where it counts from its beginning.</summary>
    public static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>The same where it counts as a whole: a last day.</summary>
    public static DateTime EndOf(DateOnly day) => day.ToDateTime(new TimeOnly(23, 59, 59), DateTimeKind.Utc);
}
