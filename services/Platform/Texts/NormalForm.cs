using System.Text;

namespace Concord.Platform.Texts;

/// <summary>Texts in a normal form of Unicode, whatever stands in them.</summary>
public static class NormalForm
{
    private const char NoCharacter = '\uFFFE';

    /// <summary>The text in that form. What the framework refuses to bring into one is left out: U+FFFE; half a character becomes U+FFFD.</summary>
    public static string In(string text, NormalizationForm form) =>
        (text.Contains(NoCharacter, StringComparison.Ordinal) || text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 ? Whole(text) : text).Normalize(form);

    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value != NoCharacter));
}
