using System.Globalization;
using System.Security.Cryptography;

namespace Concord.Identity.Tokens.Keys;

/// <summary>
/// What tells the files of one pair of keys from those of another: nothing for the first, and for others since when they sign. So the directory alone says it, and a copy of it says the same.
/// </summary>
/// <param name="FromTime">Since when tokens are made with it, UTC.</param>
/// <param name="Text">Between the name of a file and its ending.</param>
internal sealed record KeyName(DateTime FromTime, string Text) : IComparable<KeyName>
{
    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The pair that the first start makes; also that of an installation from before there were others.</summary>
    public static readonly KeyName First = new(DateTime.MinValue, "");

    /// <param name="time">UTC; whole seconds count.</param>
    public static KeyName From(DateTime time) =>
        TryParse(string.Create(CultureInfo.InvariantCulture, $"-{time.ToString(Form, CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}"))!; // two that are made at once do not meet

    /// <returns>Null where it is the name of no pair.</returns>
    public static KeyName? TryParse(string text)
    {
        if (text.Length == 0)
        {
            return First;
        }

        return text.Split('-') is ["", var time, { Length: 8 }] && DateTime.TryParseExact(time, Form, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var from)
            ? new KeyName(from, text)
            : null;
    }

    public int CompareTo(KeyName? other) => other is null ? 1 : FromTime.CompareTo(other.FromTime) is var order && order != 0 ? order : string.CompareOrdinal(Text, other.Text);
}
