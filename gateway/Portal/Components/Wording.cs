using Concord.Platform.Texts;

namespace Concord.Portal.Components;

/// <summary>A text of a record, and the language it is in.</summary>
public readonly record struct Wording(string Text, string Language);

internal static class Wordings
{
    /// <summary>A text of ours, in the language of the page.</summary>
    public static Wording Own(this Speech say, string text) => new(text, say.Language.Tag);

    /// <summary>Keys with their words, in the order of the reader's alphabet.</summary>
    public static IEnumerable<(string Key, Wording Text)> Sorted(this Speech say, IEnumerable<string> keys, Func<string, string> word) =>
        keys.Select(key => (key, say.Own(word(key)))).OrderBy(o => o.Item2.Text, say.Alphabet);
}
