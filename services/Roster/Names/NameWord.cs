using System.Text;
using Concord.Platform.Texts;
using Concord.Roster.Search;

namespace Concord.Roster.Names;

/// <summary>One word of a name, or of a text that is looked for in names.</summary>
/// <param name="Plain">Without case and accents, as in <see cref="NameKey"/>: what is compared letter by letter.</param>
/// <param name="Written">In small letters with its accents, from which its sound is read.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="TiedToNext">Whether only a hyphen stands between it and the next one.</param>
internal readonly record struct NameWord(string Plain, string Written, string Text, bool TiedToNext)
{
    /// <summary>The words in their order; their plain forms with blanks between them are the key of the name.</summary>
    public static List<NameWord> In(string name)
    {
        var words = new List<NameWord>();
        for (var (from, at) = (0, 0); at <= name.Length; at++)
        {
            if (at < name.Length && IsOfAWord(name[at]))
            {
                continue;
            }

            Add(words, name[from..at], at < name.Length && name[at] is '-' or '\u2010' or '\u2011');
            from = at + 1;
        }

        if (words.Count > 0)
        {
            words[^1] = words[^1] with { TiedToNext = false };
        }

        return words;
    }

    private static bool IsOfAWord(char c) => c is '\'' or '\u2019' || char.IsLetterOrDigit(c) || char.IsSurrogate(c) || NameKey.IsMark(c);

    // A single sign may stand for several words, as some of the Arabic script do.
    private static void Add(List<NameWord> words, string run, bool hyphen)
    {
        var plain = NameKey.Of(run);
        if (plain.Length == 0)
        {
            return;
        }

        var parts = plain.Split(' ');
        foreach (var part in parts)
        {
            words.Add(new NameWord(part, parts.Length > 1 ? part.ToLowerInvariant() : NormalForm.In(run, NormalizationForm.FormC).ToLowerInvariant(), parts.Length > 1 ? part : run, hyphen && part == parts[^1]));
        }
    }
}
