using System.Globalization;
using Concord.Platform.Persistence;

namespace Concord.Designation.Contacts;

/// <summary>
/// A time as far as it is known (R141): a year <c>2024</c>, a month <c>2024-03</c>, a day <c>2024-03-05</c> or an instant <c>2024-03-05T10:00:00Z</c>. What is not known is an interval, never a guess.
/// </summary>
/// <param name="Text">As it was written, in one of the four forms.</param>
/// <param name="Start">First instant of it, UTC.</param>
/// <param name="End">First instant after it, UTC.</param>
internal readonly record struct PartialTime(string Text, DateTime Start, DateTime End)
{
    public const string Expected = "Expected a year, a month, a day or an instant with its offset, such as 2024, 2024-03, 2024-03-05 or 2024-03-05T10:00:00Z.";

    /// <summary>Nothing on record is older, and no contact of the platform is.</summary>
    public static readonly DateTime Beginning = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime s_end = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static bool TryParse(string? text, out PartialTime time)
    {
        var written = text?.Trim() ?? "";
        time = written.Length switch
        {
            4 when Day(written, "yyyy") is { } year => new PartialTime(written, year, year.AddYears(1)),
            7 when Day(written, "yyyy-MM") is { } month => new PartialTime(written, month, month.AddMonths(1)),
            10 when Day(written, "yyyy-MM-dd") is { } day => new PartialTime(written, day, day.AddDays(1)),
            > 10 when InstantOf(written) is { } instant => new PartialTime(written, instant, instant.AddMicroseconds(1)),
            _ => default,
        };
        return time.Text is not null && time.Start >= Beginning && time.Start < s_end;
    }

    private static DateTime? Day(string text, string form) =>
        DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) && day < s_end ? day : null;

    // Without its offset an instant could be another day.
    private static DateTime? InstantOf(string text) =>
        text.Length <= 40 && DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        && (text[^1] is 'Z' || text[^6] is '+' or '-') && instant.UtcDateTime < s_end
            ? Instant.Truncate(instant.UtcDateTime)
            : null;
}
