namespace Concord.Roster.Names;

/// <summary>
/// Goes through words in their order and takes those that are the typed one but for a few slips. For each letter of the word at hand there is a row of how many slips lead to each letter of the typed one; words that begin alike
/// share rows, and where a beginning is too far off already, all words with it are passed over.
/// </summary>
internal sealed class SlipWalk
{
    private readonly string _typed;
    private readonly int _most;
    private readonly int _longest;
    private readonly int[][] _rows;
    private readonly char[] _word;
    private int _known;

    public SlipWalk(string typed, int most)
    {
        (_typed, _most, _longest) = (typed, most, typed.Length + most);
        _rows = [.. Enumerable.Range(0, _longest + 2).Select(_ => new int[typed.Length + 1])];
        _word = new char[_longest + 1];
        for (var j = 0; j <= typed.Length; j++)
        {
            _rows[0][j] = j;
        }
    }

    /// <param name="word">The word at hand, behind all that were asked about before.</param>
    /// <param name="next">Where to go on, when it is not with the next word.</param>
    public bool Takes(string word, out string? next)
    {
        next = null;
        var depth = 0;
        while (depth < _known && depth < word.Length && _word[depth] == word[depth])
        {
            depth++;
        }

        for (; depth < word.Length; depth++)
        {
            if (depth == _longest || !Extend(depth, word[depth]))
            {
                _known = depth;
                next = Beyond(word, depth);
                return false;
            }
        }

        _known = depth;
        return _rows[depth][_typed.Length] <= _most;
    }

    // False where no word that begins so can be near enough.
    private bool Extend(int depth, char letter)
    {
        _word[depth] = letter;
        var (before, row) = (_rows[depth], _rows[depth + 1]);
        var least = row[0] = depth + 1;
        for (var j = 1; j < row.Length; j++)
        {
            var slips = Math.Min(before[j - 1] + (_typed[j - 1] == letter ? 0 : 1), Math.Min(before[j], row[j - 1]) + 1);
            if (depth > 0 && j > 1 && _typed[j - 1] == _word[depth - 1] && _typed[j - 2] == letter)
            {
                slips = Math.Min(slips, _rows[depth - 1][j - 2] + 1);
            }

            row[j] = slips;
            least = Math.Min(least, slips);
        }

        return least <= _most;
    }

    // The first text after all that begin like this.
    private static string Beyond(string word, int last) => string.Concat(word.AsSpan(0, last), [(char)(word[last] + 1)]);
}
