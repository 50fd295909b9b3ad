using Concord.Platform.Errors;
using Concord.Platform.Texts;

namespace Concord.Designation.Mandates;

/// <summary>Where a document is found; the file itself is kept elsewhere.</summary>
/// <param name="Title">1 to 300 characters.</param>
/// <param name="Symbol">Such as S/RES/2046 (2012); at most 100 characters.</param>
/// <param name="Address">An https address; at most 500 characters.</param>
/// <param name="Archive">Reference in an archive; at most 200 characters. One of symbol, address and archive is given.</param>
/// <param name="Language">Code of the reference data, such as ar; absent where unknown.</param>
/// <param name="Date">Of the document.</param>
/// <param name="Sha256">Of the file, 64 hexadecimal digits, where it is known.</param>
internal sealed record DocumentReference(string? Title, string? Symbol, string? Address, string? Archive, string? Language, DateOnly? Date, string? Sha256)
{
    public const int Most = 10;

    /// <summary>Ten of the longest, as JSON escapes them.</summary>
    public const int ColumnLength = 40_000;

    public static IReadOnlyList<DocumentReference> Check(IReadOnlyList<DocumentReference?>? given, Violations check)
    {
        given ??= [];
        check.Check(given.Count <= Most, "documents", $"At most {Most}.");
        return [.. given.Take(Most).Select((d, i) => Checked(d, $"documents[{i}].", check))];
    }

    private static DocumentReference Checked(DocumentReference? given, string prefix, Violations check)
    {
        var checkedOne = new DocumentReference(
            check.Text(given?.Title, $"{prefix}title", 300), check.OptionalText(given?.Symbol, $"{prefix}symbol", 100), check.OptionalText(given?.Address, $"{prefix}address", 500),
            check.OptionalText(given?.Archive, $"{prefix}archive", 200), given?.Language, given?.Date, given?.Sha256?.ToLowerInvariant());
        check.Check(checkedOne.Symbol is not null || checkedOne.Address is not null || checkedOne.Archive is not null, $"{prefix}symbol", "Give a symbol, an address or an archive reference.");
        check.Check(checkedOne.Address is null || IsHttps(checkedOne.Address), $"{prefix}address", "Expected an https address without a user in it.");
        check.Check(checkedOne.Sha256 is null || (checkedOne.Sha256.Length == 64 && checkedOne.Sha256.All(char.IsAsciiHexDigit)), $"{prefix}sha256", "Expected 64 hexadecimal digits.");
        if (checkedOne.Language is not null)
        {
            check.Language(checkedOne.Language, $"{prefix}language");
        }

        return checkedOne;
    }

    private static bool IsHttps(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;
}
