using System.Globalization;
using System.Text.RegularExpressions;
using Concord.Platform.Tables;

namespace Concord.Roster.Import;

/// <summary>
/// A day as people write it: 2024-03-05, 2024/3/5, 5 March 2024, 25/03/2024 where only one order makes it a day, 05/03/2024 where the order is stated, and the number that a spreadsheet keeps of a day.
/// What could be two days is neither.
/// </summary>
internal static partial class DayText
{
    public const string Ambiguous = "Could be two days: say in which order the file writes them, or write 2024-03-05.";
    public const string Unknown = "Not a day: write 2024-03-05.";

    private static readonly string[] s_years = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] s_words = ["d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy"];

    public static (DateOnly? Day, string? Problem) Read(string text, DateOrder? order)
    {
        var written = Digits(text).Trim();
        if ((Exact(written, s_years) ?? Exact(written, s_words)) is { } plain)
        {
            return Within(plain);
        }

        if (Serial().IsMatch(written))
        {
            return Within(XlsxDates.Day(double.Parse(written, CultureInfo.InvariantCulture)));
        }

        if (ThreeNumbers().Match(written) is not { Success: true } numbers)
        {
            return (null, Unknown);
        }

        int Part(int at) => int.Parse(numbers.Groups[at].Value, CultureInfo.InvariantCulture);
        var (dmy, mdy) = (DayOf(Part(3), Part(2), Part(1)), DayOf(Part(3), Part(1), Part(2)));
        return order switch
        {
            DateOrder.Dmy => Within(dmy),
            DateOrder.Mdy => Within(mdy),
            _ when dmy is not null && mdy is not null && dmy != mdy => (null, Ambiguous),
            _ => Within(dmy ?? mdy),
        };
    }

    /// <summary>Digits of Arabic, Persian, Indian and full-width writing as 0 to 9.</summary>
    public static string Digits(string text) =>
        string.Concat(text.Select(c => c > '\u007f' && char.IsDigit(c) && char.GetNumericValue(c) is >= 0 and <= 9 and var digit ? (char)('0' + (int)digit) : c));

    private static (DateOnly?, string?) Within(DateOnly? day) => day is { Year: >= 1900 and < 2200 } ? (day, null) : (null, Unknown);

    private static DateOnly? DayOf(int year, int month, int day) => month is >= 1 and <= 12 && year is > 0 and < 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? Exact(string text, string[] forms) => DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(day) : null;

    [GeneratedRegex(@"^([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ThreeNumbers();

    [GeneratedRegex(@"^[0-9]{5}(\.[0-9]+)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Serial();
}
