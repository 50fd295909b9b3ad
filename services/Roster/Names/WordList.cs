namespace Concord.Roster.Names;

/// <summary>
/// Words in order, each with the slots of those who have it; never changed once made. It lies in blocks: the next state shares every block in which nothing changed, so that a change costs the same however many words there are,
/// but for the list of the blocks.
/// </summary>
internal sealed class WordList
{
    private const int MostInBlock = 256;

    private readonly Block[] _blocks;

    private WordList(Block[] blocks) => _blocks = blocks;

    public static WordList Empty { get; } = new([]);

    /// <summary>The words from a text on.</summary>
    public Cursor From(ReadOnlySpan<char> text)
    {
        var cursor = new Cursor(_blocks);
        cursor.Seek(text);
        return cursor;
    }

    /// <summary>The next state.</summary>
    public WordList With(Dictionary<string, SlotChange> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var sorted = changes.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var blocks = new List<Block>(_blocks.Length + (sorted.Length / MostInBlock) + 1);
        var (copied, change) = (0, 0);
        while (change < sorted.Length)
        {
            var at = Math.Max(BlockOf(_blocks, sorted[change].Key), 0);
            blocks.AddRange(_blocks.AsSpan(copied, at - copied));
            var end = change + 1;
            while (end < sorted.Length && (at + 1 >= _blocks.Length || string.CompareOrdinal(sorted[end].Key, _blocks[at + 1].Words[0]) < 0))
            {
                end++;
            }

            Merge(at < _blocks.Length ? _blocks[at] : new Block([], []), sorted.AsSpan(change..end), blocks);
            (copied, change) = (Math.Min(at + 1, _blocks.Length), end);
        }

        blocks.AddRange(_blocks.AsSpan(copied));
        return new WordList([.. blocks]);
    }

    // The last block that begins with the text or before it; -1 where none does.
    private static int BlockOf(Block[] blocks, ReadOnlySpan<char> text)
    {
        var (low, high) = (0, blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = blocks[middle].Words[0].AsSpan().SequenceCompareTo(text) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static void Merge(Block block, ReadOnlySpan<KeyValuePair<string, SlotChange>> changes, List<Block> into)
    {
        var words = new List<string>(block.Words.Length + changes.Length);
        var slots = new List<int[]>(words.Capacity);
        var at = 0;
        foreach (var (word, change) in changes)
        {
            for (; at < block.Words.Length && string.CompareOrdinal(block.Words[at], word) < 0; at++)
            {
                words.Add(block.Words[at]);
                slots.Add(block.Slots[at]);
            }

            var held = at < block.Words.Length && block.Words[at] == word;
            if (change.ApplyTo(held ? block.Slots[at] : []) is { Length: > 0 } left)
            {
                words.Add(held ? block.Words[at] : word);
                slots.Add(left);
            }

            at += held ? 1 : 0;
        }

        words.AddRange(block.Words.AsSpan(at));
        slots.AddRange(block.Slots.AsSpan(at));
        Cut(words, slots, into);
    }

    private static void Cut(List<string> words, List<int[]> slots, List<Block> into)
    {
        var parts = (words.Count + MostInBlock - 1) / MostInBlock;
        for (var part = 0; part < parts; part++)
        {
            var (from, to) = (words.Count * part / parts, words.Count * (part + 1) / parts);
            into.Add(new Block([.. words[from..to]], [.. slots[from..to]]));
        }
    }

    /// <summary>Some words that follow each other, none of them without slots.</summary>
    internal sealed record Block(string[] Words, int[][] Slots);

    /// <summary>A place between two words of the list, or at its end.</summary>
    internal struct Cursor(Block[] blocks)
    {
        private int _block;
        private int _at;

        public readonly bool IsAtWord => _block < blocks.Length;

        public readonly string Word => blocks[_block].Words[_at];

        public readonly int[] Slots => blocks[_block].Slots[_at];

        public void Next()
        {
            if (++_at == blocks[_block].Words.Length)
            {
                (_block, _at) = (_block + 1, 0);
            }
        }

        /// <summary>To the first word that is the text or comes after it.</summary>
        public void Seek(ReadOnlySpan<char> text)
        {
            _block = Math.Max(BlockOf(blocks, text), 0);
            _at = 0;
            Within(text);
        }

        /// <summary>The same, where that word does not stand before this place.</summary>
        public void SeekAhead(ReadOnlySpan<char> text)
        {
            if (blocks[_block].Words[^1].AsSpan().SequenceCompareTo(text) < 0)
            {
                Seek(text);
                return;
            }

            Within(text);
        }

        private void Within(ReadOnlySpan<char> text)
        {
            if (_block == blocks.Length)
            {
                return;
            }

            var words = blocks[_block].Words;
            var (low, high) = (_at, words.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = words[middle].AsSpan().SequenceCompareTo(text) < 0 ? (middle + 1, high) : (low, middle);
            }

            (_block, _at) = low == words.Length ? (_block + 1, 0) : (_block, low);
        }
    }
}
