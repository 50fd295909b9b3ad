using System.Collections.Frozen;

namespace Concord.Roster.Names;

/// <summary>Small words that some write together with the next one, some apart, and some not at all.</summary>
internal static class Particles
{
    private const int ShortestBehindArticle = 5; // Elsayed; not Albert, in whom nobody hears an article
    private static readonly FrozenSet<string> s_articles = FrozenSet.Create("al", "el", "ul", "il", "ال");
    private static readonly FrozenSet<string> s_assimilated = FrozenSet.Create("ad", "ed", "ud", "ar", "er", "ur", "as", "es", "us", "ash", "esh", "ech", "at", "et", "an", "en", "un", "az", "ez", "uz", "adh", "ath");
    private static readonly FrozenSet<string> s_servants = FrozenSet.Create("abd", "abdu", "abdul", "abdel", "abdal", "abdol", "abdur", "abdus", "abder", "abdou", "عبد", "абд", "абду", "абдул", "абдель");

    /// <summary>By how they are written in the joined word.</summary>
    private static readonly FrozenDictionary<string, string> s_tied = new Dictionary<string, string>
    {
        ["abu"] = "abu",
        ["abou"] = "abu",
        ["abo"] = "abu",
        ["abi"] = "abu",
        ["bu"] = "bu",
        ["bou"] = "bu",
        ["ben"] = "ben",
        ["bin"] = "ben",
        ["ibn"] = "ben",
        ["ould"] = "uld",
        ["uld"] = "uld",
        ["mac"] = "mac",
        ["mc"] = "mac",
        ["o"] = "o",
        ["de"] = "de",
        ["di"] = "di",
        ["da"] = "da",
        ["du"] = "du",
        ["dos"] = "dos",
        ["del"] = "del",
        ["le"] = "le",
        ["la"] = "la",
        ["van"] = "van",
        ["ter"] = "ter",
        ["der"] = "der",
        ["den"] = "den",
        ["von"] = "von",
        ["st"] = "st",
        ["san"] = "san",
        ["fitz"] = "fitz",
        ["أبو"] = "أبو",
        ["ابو"] = "أبو",
        ["أبي"] = "أبو",
        ["بن"] = "بن",
        ["ابن"] = "بن",
        ["بو"] = "بو",
        ["абу"] = "абу",
        ["бен"] = "бен",
        ["ибн"] = "бен",
        ["בן"] = "בן",
        ["בר"] = "בר",
    }.ToFrozenDictionary();

    /// <summary>Whether the word is an article of the next one, so that who leaves it out means the same.</summary>
    public static bool IsArticle(string written, string next) =>
        s_articles.Contains(written) || (s_assimilated.Contains(written) && next.Length > 2 && written[1..].TrimEnd('h') is { Length: > 0 } sun && next[0] == sun[0]) || (written == "ech" && next[0] == 'c');

    /// <summary>The word, and what it is without an article that is written together with it.</summary>
    public static IEnumerable<string> WithAndWithoutArticle(string word)
    {
        word = Servant(word) ?? word switch { "ibn" or "bin" => "ben", "ابن" => "بن", "ибн" or "бин" => "бен", _ => word };
        yield return word;
        if (word.StartsWith("ال", StringComparison.Ordinal) && word.Length >= 5)
        {
            yield return word[2..];
        }
        else if (word.IndexOf("ال", StringComparison.Ordinal) is >= 2 and var within && word.Length - within >= 5)
        {
            yield return word.Remove(within, 2); // Nasr al-Din, written as one
        }
        else if ((word.StartsWith("al", StringComparison.Ordinal) || word.StartsWith("el", StringComparison.Ordinal)) && word.Length - 2 >= ShortestBehindArticle && !"aeiouyléèêdtv".Contains(word[2], StringComparison.Ordinal))
        {
            yield return word[2..];
        }
    }

    /// <summary>Words that are one where others write them together, as they are written then.</summary>
    /// <param name="words">Of a name.</param>
    /// <param name="everyTwo">Whether any two beside each other are looked at: who types may have taken one word for two.</param>
    public static IEnumerable<Joined> Join(List<NameWord> words, bool everyTwo)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var (first, next) = (words[i].Written, words[i + 1].Written);
            var beyond = i + 2 < words.Count ? words[i + 2].Written : null;
            if (s_servants.Contains(first))
            {
                var servant = first[0] switch { 'a' => "abd", 'ع' => "عبد", _ => "абд" };
                yield return beyond is not null && IsArticle(next, beyond) ? new Joined(i, 3, servant + beyond) : new Joined(i, 2, servant + Without(next));
            }
            else if (s_tied.TryGetValue(first, out var tied))
            {
                yield return new Joined(i, 2, tied + Without(next));
                if (beyond is not null && (s_tied.ContainsKey(next) || IsArticle(next, beyond)))
                {
                    yield return new Joined(i, 3, tied + (s_tied.ContainsKey(next) ? next : "") + beyond);
                }
            }
            else
            {
                if (words[i].TiedToNext || everyTwo)
                {
                    yield return new Joined(i, 2, first + next);
                }

                if (beyond is not null && IsArticle(next, beyond))
                {
                    yield return new Joined(i, 3, first + beyond);
                }
            }
        }
    }

    // Abdul and whoever is served, of which the article belongs to both.
    private static string? Servant(string word)
    {
        if (word.StartsWith("abd", StringComparison.Ordinal) && word.Length > 6 && "aeiou".Contains(word[3], StringComparison.Ordinal))
        {
            var rest = word[4..];
            rest = rest[0] == 'u' ? rest[1..] : rest; // abdoul
            return rest.Length > 2 && rest[0] is 'l' ? "abd" + rest[1..] : rest.Length > 3 && rest[0] == rest[1] ? "abd" + rest[1..] : null;
        }

        return word.StartsWith("عبدال", StringComparison.Ordinal) && word.Length > 6 ? "عبد" + word[5..]
            : word.StartsWith("абдул", StringComparison.Ordinal) && word.Length > 6 ? "абд" + word[5..]
            : word.StartsWith("абдель", StringComparison.Ordinal) && word.Length > 7 ? "абд" + word[6..]
            : null;
    }

    private static string Without(string word) => word.StartsWith("ال", StringComparison.Ordinal) && word.Length > 4 ? word[2..] : word;
}

/// <summary>Words of a name that are one where others write them together.</summary>
/// <param name="First">Place of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="Written">The one word.</param>
internal sealed record Joined(int First, int Count, string Written);
