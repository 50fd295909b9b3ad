namespace Concord.Roster.Names;

/// <summary>How a word of a name may sound: what is the same for its spellings in other languages and scripts.</summary>
internal static class Spelling
{
    private const int Longest = 40; // of what a word of a name is; more is read no further

    /// <summary>Each way to read the word, once; none where its script is not read.</summary>
    /// <param name="written">In small letters, as in <see cref="NameWord"/>.</param>
    public static IReadOnlyList<string> Of(string written)
    {
        var sounds = new List<string>();
        foreach (var word in Particles.WithAndWithoutArticle(written.Length > Longest ? written[..Longest] : written))
        {
            foreach (var reading in Readings(word))
            {
                var sound = Sound.Tidied(reading);
                if (sound.Length > 0 && !sounds.Contains(sound))
                {
                    sounds.Add(sound);
                }
            }
        }

        return sounds;
    }

    /// <summary>Whether two words are spellings of one name.</summary>
    public static bool Fits(IReadOnlyList<string> sounds, IReadOnlyList<string> others) => sounds.Any(a => others.Any(b => SoundFit.Fits(a, b)));

    private static IEnumerable<string> Readings(string word)
    {
        bool Is(Func<char, bool> has) => word.All(has);
        return Is(LatinAlphabet.Has) ? LatinAlphabet.Read(word)
            : Is(Cyrillic.Has) ? Cyrillic.Read(word)
            : Is(ArabicScript.Has) ? ArabicScript.Read(word)
            : Is(HebrewScript.Has) ? HebrewScript.Read(word)
            : Is(OtherAlphabets.Has) ? OtherAlphabets.Read(word)
            : Is(EthiopicScript.Has) ? EthiopicScript.Read(word)
            : Is(DevanagariScript.Has) ? DevanagariScript.Read(word)
            : [];
    }
}
