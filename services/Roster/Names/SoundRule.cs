namespace Concord.Roster.Names;

/// <summary>
/// Letters that are read as one sound, such as <c>sch=X</c>. Signs of where it holds: <c>^</c> before the letters, only at the beginning of a word; after them <c>$</c>, only at its end, <c>+</c>, only before e and i,
/// <c>~</c>, only before a vowel.
/// </summary>
/// <param name="From">The letters, without the signs.</param>
/// <param name="To">The sound, as in <see cref="Sound"/>.</param>
/// <param name="AtStart">Only at the beginning.</param>
/// <param name="Next">The sign of what has to follow; a blank where anything may.</param>
internal sealed record SoundRule(string From, string To, bool AtStart, char Next)
{
    private const string Front = "eiyéèêëíìîïýęě" + "εηιυ";
    private const string Vowels = "aouáàâäãåąăāóòôöőøõúùûüůűıæœ" + "αοω" + Front;

    /// <summary>One rule for each word of the text.</summary>
    public static IEnumerable<SoundRule> Read(string rules) => rules.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(One);

    public bool Holds(string word, int at) => (!AtStart || at == 0) && string.CompareOrdinal(word, at, From, 0, From.Length) == 0 && Follows(word, at + From.Length);

    private bool Follows(string word, int next) => Next switch
    {
        '$' => next == word.Length,
        '+' => next < word.Length && Front.Contains(word[next], StringComparison.Ordinal),
        '~' => next < word.Length && Vowels.Contains(word[next], StringComparison.Ordinal),
        _ => true,
    };

    private static SoundRule One(string rule)
    {
        var (from, to) = (rule[..rule.IndexOf('=', StringComparison.Ordinal)], rule[(rule.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var start = from[0] == '^';
        var next = "$+~".Contains(from[^1], StringComparison.Ordinal) ? from[^1] : ' ';
        return new SoundRule(from[(start ? 1 : 0)..(next == ' ' ? from.Length : from.Length - 1)], to, start, next);
    }
}
