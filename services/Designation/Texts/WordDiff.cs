using System.Globalization;
using System.Text;

namespace Concord.Designation.Texts;

/// <summary>What became of a piece of text.</summary>
internal enum SegmentKind
{
    Kept = 1,
    Removed,
    Added,
}

/// <summary>A piece of one text or of both. Kept and removed pieces make the first text, kept and added ones the second.</summary>
internal sealed record TextSegment(SegmentKind Kind, string Text);

/// <summary>
/// The shortest edit from one text to another in whole words (E. W. Myers, 1986), in any script: a word is letters and digits with their marks, and where a script writes
/// no spaces each sign is one. Texts that have very little in common are given as removed and added, so that no pair of texts takes long.
/// </summary>
internal static class WordDiff
{
    /// <summary>Work and memory grow with its square.</summary>
    private const int MostEdits = 1000;

    public static IReadOnlyList<TextSegment> Compare(string from, string to)
    {
        var (a, b) = (Words(from), Words(to));
        var start = 0;
        while (start < a.Count && start < b.Count && a[start] == b[start])
        {
            start++;
        }

        var end = 0;
        while (end < a.Count - start && end < b.Count - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        var script = new Script();
        script.Add(SegmentKind.Kept, a.Take(start));
        Between([.. a.Skip(start).SkipLast(end)], [.. b.Skip(start).SkipLast(end)], script);
        script.Add(SegmentKind.Kept, a.TakeLast(end));
        return script.Segments();
    }

    /// <summary>The words of a text; put together they are the text.</summary>
    internal static List<string> Words(string text)
    {
        List<string> words = [];
        var (start, kind) = (0, Kind.None);
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var next = KindOf(rune);
            if (i > start && next != Kind.Mark && (next != kind || kind is Kind.Sign))
            {
                words.Add(text[start..i]);
                start = i;
            }

            kind = next == Kind.Mark && i > start ? kind : next;
            i += length;
        }

        if (start < text.Length)
        {
            words.Add(text[start..]);
        }

        return words;
    }

    private static void Between(string[] a, string[] b, Script script)
    {
        if (a.Length == 0 || b.Length == 0 || Path(a, b) is not { } trace)
        {
            script.Add(SegmentKind.Removed, a);
            script.Add(SegmentKind.Added, b);
            return;
        }

        var (x, y) = (a.Length, b.Length);
        List<(SegmentKind Kind, string Word)> backwards = [];
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var v = trace[d]; // furthest points with d edits, as they were before the step
            var k = x - y;
            var down = k == -d || (k != d && At(v, k - 1) < At(v, k + 1));
            var before = down ? k + 1 : k - 1;
            var startX = d == 0 ? 0 : down ? At(v, before) : At(v, before) + 1; // where the step ended and the words in common began
            while (x > startX)
            {
                backwards.Add((SegmentKind.Kept, a[--x]));
                y--;
            }

            if (d > 0)
            {
                backwards.Add(down ? (SegmentKind.Added, b[--y]) : (SegmentKind.Removed, a[--x]));
            }
        }

        foreach (var (kind, word) in Enumerable.Reverse(backwards))
        {
            script.Add(kind, [word]);
        }
    }

    // For each number of edits, the furthest points before it, by diagonal; null where it takes more than MostEdits.
    private static List<int[]>? Path(string[] a, string[] b)
    {
        List<int[]> trace = [];
        var v = new int[] { 0 };
        for (var d = 0; d <= Math.Min(a.Length + b.Length, MostEdits); d++)
        {
            trace.Add(v);
            var next = new int[(2 * d) + 1];
            for (var k = -d; k <= d; k += 2)
            {
                var down = k == -d || (k != d && At(v, k - 1) < At(v, k + 1));
                var x = d == 0 ? 0 : down ? At(v, k + 1) : At(v, k - 1) + 1;
                while (x < a.Length && x - k < b.Length && x - k >= 0 && a[x] == b[x - k])
                {
                    x++;
                }

                next[k + d] = x;
                if (x >= a.Length && x - k >= b.Length)
                {
                    return trace;
                }
            }

            v = next;
        }

        return null;
    }

    // The array of d edits holds the diagonals from -d to d.
    private static int At(int[] v, int k) => k + (v.Length / 2) is var place && place >= 0 && place < v.Length ? v[place] : -1;

    private enum Kind
    {
        None,
        Word,
        Space,
        Mark,
        Sign,
    }

    private static Kind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Kind.Mark,
        _ when Rune.IsWhiteSpace(rune) => Kind.Space,
        UnicodeCategory.OtherLetter when rune.Value is >= 0x2E80 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 => Kind.Sign, // Chinese and Japanese
        _ when Rune.IsLetterOrDigit(rune) => Kind.Word,
        _ => Kind.Sign,
    };

    /// <summary>Puts pieces together; within one change what was removed comes first.</summary>
    private sealed class Script
    {
        private readonly List<TextSegment> _done = [];
        private readonly StringBuilder _kept = new();
        private readonly StringBuilder _removed = new();
        private readonly StringBuilder _added = new();

        public void Add(SegmentKind kind, IEnumerable<string> words)
        {
            foreach (var word in words)
            {
                if (kind == SegmentKind.Kept)
                {
                    Flush(_removed, SegmentKind.Removed);
                    Flush(_added, SegmentKind.Added);
                    _kept.Append(word);
                }
                else
                {
                    Flush(_kept, SegmentKind.Kept);
                    (kind == SegmentKind.Removed ? _removed : _added).Append(word);
                }
            }
        }

        public List<TextSegment> Segments()
        {
            Flush(_kept, SegmentKind.Kept);
            Flush(_removed, SegmentKind.Removed);
            Flush(_added, SegmentKind.Added);
            return _done;
        }

        private void Flush(StringBuilder pieces, SegmentKind kind)
        {
            if (pieces.Length > 0)
            {
                _done.Add(new TextSegment(kind, pieces.ToString()));
                pieces.Clear();
            }
        }
    }
}
