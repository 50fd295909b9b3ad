namespace Concord.Roster.Names;

/// <summary>Which word of the name fits what was typed, and how: why the person stands where he or she stands among those found.</summary>
/// <param name="Typed">One word, or several that are written as one in the name.</param>
/// <param name="Word">Of the name, as it stands there; absent where an article was typed that the name does without.</param>
/// <param name="Fit">How well.</param>
internal sealed record WordFit(string Typed, string? Word, NameFit Fit)
{
    /// <summary>For each word that was typed, the one that fits best; where that depends on which words are taken together, the way on which the worst of them fits best.</summary>
    public static IReadOnlyList<WordFit> Of(List<NameWord> typed, string name)
    {
        var words = NameWord.In(name);
        var sounds = new Lazy<List<(IReadOnlyList<string> Sounds, string Text)>>(() => [.. words.Select(w => (Spelling.Of(w.Written), w.Text))
            .Concat(Particles.Join(words, everyTwo: false).Select(j => (Spelling.Of(j.Written), string.Join(' ', words.GetRange(j.First, j.Count).Select(w => w.Text)))))]); // most names fit as they are spelled
        var joined = Particles.Join(typed, everyTwo: true).ToList();
        var ways = new List<WordFit>?[typed.Count + 1];
        ways[0] = [];
        for (var i = 0; i < typed.Count; i++)
        {
            if (ways[i] is not { } way)
            {
                continue;
            }

            var next = i + 1 < typed.Count ? typed[i + 1].Written : null;
            Extend(ways, i + 1, way, Alone(typed[i], words, sounds) ?? (next is not null && Particles.IsArticle(typed[i].Written, next) ? new WordFit(typed[i].Text, null, NameFit.OtherSpelling) : null));
            foreach (var j in joined.Where(j => j.First == i))
            {
                Extend(ways, i + j.Count, way, Sounding(string.Join(' ', typed.GetRange(i, j.Count).Select(w => w.Text)), j.Written, sounds));
            }
        }

        return ways[typed.Count] ?? [];
    }

    private static WordFit? Alone(NameWord typed, List<NameWord> words, Lazy<List<(IReadOnlyList<string> Sounds, string Text)>> sounds)
    {
        if (words.Find(w => w.Plain.StartsWith(typed.Plain, StringComparison.Ordinal)) is { Text: { } same })
        {
            return new WordFit(typed.Text, same, NameFit.SameSpelling);
        }

        return Sounding(typed.Text, typed.Written, sounds)
            ?? (words.Find(w => Slip.Is(typed.Plain, w.Plain)) is { Text: { } near } ? new WordFit(typed.Text, near, NameFit.SmallSlip) : null);
    }

    private static WordFit? Sounding(string typed, string written, Lazy<List<(IReadOnlyList<string> Sounds, string Text)>> sounds)
    {
        var asked = Spelling.Of(written);
        return sounds.Value.Find(s => Spelling.Fits(asked, s.Sounds)) is { Text: { } word } ? new WordFit(typed, word, NameFit.OtherSpelling) : null;
    }

    private static void Extend(List<WordFit>?[] ways, int to, List<WordFit> way, WordFit? step)
    {
        if (step is not null && (ways[to] is not { } known || Worst([.. way, step]) < Worst(known)))
        {
            ways[to] = [.. way, step];
        }
    }

    private static NameFit Worst(List<WordFit> way) => way.Max(w => w.Fit);
}
