using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Concord.Platform.Errors;

/// <summary>Collects every wrong field of a request, so that a person mends them all at once instead of one by one.</summary>
public sealed class Violations
{
    /// <summary>What is told of a name, or of a line, that holds signs which turn the direction of writing.</summary>
    public const string TurnedDirection = "Signs that turn the direction of writing are not allowed.";

    /// <summary>What is told of a name, or of a line, that goes on in another line or leaves a gap.</summary>
    public const string BrokenLine = "Line breaks and tabs are not allowed.";

    /// <summary>What is told of a name, or of a line, that holds what nobody sees.</summary>
    public const string Unseen = "Signs that nobody sees are not allowed.";

    // What may be no longer is entered and shown as a line, such as a title, whatever stands in it.
    private const int LongestLine = 400;

    private static readonly SearchValues<char> s_breaks = SearchValues.Create("\n\r\t\u2028\u2029");

    private readonly List<FieldError> _errors = [];

    public Violations Add(string field, string message)
    {
        _errors.Add(new FieldError(field, message));
        return this;
    }

    public Violations Check(bool holds, string field, string message) => holds ? this : Add(field, message);

    /// <summary>A required text, trimmed. Control characters other than line breaks and tabs are refused; in a line, which has at most 400 characters, those too, and what a name must not hold.</summary>
    public string Text(string? value, string field, int maxLength) => Needed(value, field, maxLength, isName: false);

    /// <summary>A required name or title, however long: a line without signs that turn the direction of writing or that nobody sees, by which one name is made to look like another.</summary>
    public string Name(string? value, string field, int maxLength) => Needed(value, field, maxLength, isName: true);

    /// <summary>A text that may be absent; blank counts as absent.</summary>
    public string? OptionalText(string? value, string field, int maxLength) =>
        HasSomethingToRead(value) ? Limited(value, field, maxLength, isName: false) : null;

    /// <summary>A required value; the type's default stands in while the violation is collected.</summary>
    public T Required<T>(T? value, string field) where T : struct
    {
        if (value is null)
        {
            Add(field, "Required.");
        }

        return value ?? default;
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new DomainException(PlatformReasons.InvalidField, string.Join(" ", _errors.Select(e => $"{e.Field}: {e.Message}")), _errors);
        }
    }

    /// <summary>Whether there is an embedding, an override or an isolate of direction in it. The plain marks (U+200E, U+200F) belong to names that are written from right to left, and are none.</summary>
    public static bool TurnsDirection(string text) => text.AsSpan().IndexOfAnyInRange('\u202A', '\u202E') >= 0 || text.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') >= 0;

    /// <summary>
    /// Whether there is a sign in it that is not seen and has no place in a name, such as U+200B, U+2060, U+FEFF and the tags. The joiners (U+200C, U+200D), without which Persian, Urdu and Indic names are
    /// written wrong, and the marks of direction are none.
    /// </summary>
    public static bool HidesSigns(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0xAD or 0x200B or (>= 0x2060 and <= 0x2065) or (>= 0x206A and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F))
            {
                return true;
            }
        }

        return false;
    }

    // Marks of direction and blanks without width look like nothing at all.
    private static bool HasSomethingToRead([NotNullWhen(true)] string? value) => value is not null && value.Any(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format);

    private string Needed(string? value, string field, int maxLength, bool isName)
    {
        if (!HasSomethingToRead(value))
        {
            Add(field, "Required.");
            return "";
        }

        return Limited(value, field, maxLength, isName);
    }

    private string Limited(string value, string field, int maxLength, bool isName)
    {
        var trimmed = value.Trim();
        if (trimmed.Length > maxLength)
        {
            Add(field, $"At most {maxLength} characters.");
        }

        if (trimmed.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            Add(field, "Control characters are not allowed.");
        }

        var isLine = isName || maxLength <= LongestLine;
        Check(!isLine || trimmed.AsSpan().IndexOfAny(s_breaks) < 0, field, BrokenLine);
        Check(!isLine || !HidesSigns(trimmed), field, Unseen);

        // Text of several lines often comes from other programs, which set such signs around words of another script.
        Check(!TurnsDirection(trimmed) || !(isLine || !trimmed.Contains('\n', StringComparison.Ordinal)), field, TurnedDirection);

        // A lone surrogate cannot be stored as UTF-8; the databases would answer with an error of their own. What is no character cannot be brought into a normal form.
        if (!IsWellFormed(trimmed))
        {
            Add(field, "Not valid Unicode text.");
        }

        return trimmed;
    }

    private static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var read) != OperationStatus.Done || IsNoCharacter(rune))
            {
                return false;
            }

            rest = rest[read..];
        }

        return true;
    }

    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
