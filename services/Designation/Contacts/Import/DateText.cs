using System.Globalization;
using System.Text.RegularExpressions;
using Concord.Platform.Tables;

namespace Concord.Designation.Contacts.Import;

/// <summary>
/// A date as people write it, in one of the forms of <see cref="PartialTime"/>: 2024-03-05, 5 March 2024, March 5, 2024, March 2024, and 05/03/2024 where the order is stated. What says less or other than
/// that ("early March") is refused: it would have to be guessed.
/// </summary>
internal static partial class DateText
{
    private static readonly string[] s_words = ["d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy"];
    private static readonly string[] s_months = ["MMMM yyyy", "MMM yyyy"];

    /// <returns>Null with the reason where it is not a date.</returns>
    public static (string? Date, string? Problem) Read(string text, DateOrder? order)
    {
        if (PartialTime.TryParse(text, out var time))
        {
            return (time.Text, null);
        }

        var written = Blanks().Replace(text.Trim(), " ");
        if (ThreeNumbers().Match(written) is { Success: true } numbers)
        {
            return order is null ? (null, "A date of three numbers: state dateOrder, DMY or MDY.") : Checked(Ordered(numbers, order.Value));
        }

        return Checked(DateOf(written, s_words, "yyyy-MM-dd") ?? DateOf(written, s_months, "yyyy-MM"));
    }

    private static (string?, string?) Checked(string? date) => date is not null && PartialTime.TryParse(date, out _)
        ? (date, null)
        : (null, "Not a date: write 2024-03-05, 5 March 2024, March 2024 or 2024, or leave it empty where it is not known.");

    private static string Ordered(Match numbers, DateOrder order)
    {
        var (first, second) = (int.Parse(numbers.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(numbers.Groups[2].Value, CultureInfo.InvariantCulture));
        var (day, month) = order == DateOrder.Dmy ? (first, second) : (second, first);
        return string.Create(CultureInfo.InvariantCulture, $"{numbers.Groups[3].Value}-{month:00}-{day:00}");
    }

    private static string? DateOf(string text, string[] forms, string into) =>
        DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.ToString(into, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ThreeNumbers();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
