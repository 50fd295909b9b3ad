namespace Concord.Identity.Accounts;

/// <summary>
/// Words that whoever guesses tries on this person: those of the platform, of the person and of the organization. A password may contain them; beside them it needs <see cref="OwnCharacters"/> letters or digits of its own.
/// </summary>
internal sealed class NearWords
{
    /// <summary>Letters and digits that are left when these words are taken out.</summary>
    public const int OwnCharacters = 8;

    /// <summary>A shorter one stands in many words that have nothing to do with it.</summary>
    private const int Shortest = 4;

    private static readonly string[] s_ofThePlatform = ["concord", "mediation", "mediator", "mediators", "unitednations", "administrator", "password", "passwort", "motdepasse", "contraseña", "пароль"];
    private readonly List<string> _words;

    /// <param name="texts">Names and addresses; each gives its words, and all of them together as one.</param>
    public NearWords(params IEnumerable<string> texts) =>
        _words = [.. texts.SelectMany(WordsOf).Concat(s_ofThePlatform).Where(w => w.Length >= Shortest).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length)];

    /// <summary>Whether little of a password is left without them.</summary>
    public bool MakeMostOf(string password)
    {
        var own = Plain(password);
        var before = own.Length;
        foreach (var word in _words)
        {
            own = own.Replace(word, "", StringComparison.Ordinal);
        }

        return own.Length < before && own.Length < OwnCharacters;
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var apart = new string([.. CommonPasswords.FormOf(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]);
        return apart.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(Plain(text));
    }

    private static string Plain(string text) => new([.. CommonPasswords.FormOf(text).Where(char.IsLetterOrDigit)]);
}
