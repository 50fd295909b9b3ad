using Concord.Designation.Texts;

namespace Concord.Designation.Tests.Texts;

public sealed class WordDiffTests
{
    private static readonly string[] Lexicon = ["a", "the", "party", "parties", "shall", " ", " ", "  ", "\n", ",", ".", "وقف", "إطلاق", "النار", "停火", "协", "é", "e\u0301", "😀", "3.1", "'"];

    [Fact]
    public void Applying_the_segments_gives_both_texts_whatever_they_are()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var from = Words(random, random.Next(0, 60));
            var to = random.Next(3) == 0 ? Words(random, random.Next(0, 60)) : Edited(from, random);
            var (a, b) = (string.Concat(from), string.Concat(to));
            var segments = WordDiff.Compare(a, b);
            Assert.Equal(a, Of(segments, SegmentKind.Removed));
            Assert.Equal(b, Of(segments, SegmentKind.Added));
            Assert.All(segments, s => Assert.NotEqual("", s.Text));
        }
    }

    [Fact]
    public void Nothing_shorter_would_do()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            List<string> from = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => $"{(char)('a' + random.Next(4))}")], to = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => $"{(char)('a' + random.Next(4))}")];
            var segments = WordDiff.Compare(string.Join(' ', from), string.Join(' ', to));
            var (a, b) = (WordDiff.Words(string.Join(' ', from)), WordDiff.Words(string.Join(' ', to)));
            Assert.Equal(CommonLength(a, b), segments.Where(s => s.Kind == SegmentKind.Kept).Sum(s => WordDiff.Words(s.Text).Count));
        }
    }

    [Theory]
    [InlineData("The parties shall meet.", "The parties may meet.", "The parties |-shall|+may| meet.")]
    [InlineData("", "New.", "+New.")]
    [InlineData("Same", "Same", "Same")]
    [InlineData("يلتزم الطرفان بوقف النار", "يلتزم الطرفان فورا بوقف النار", "يلتزم الطرفان |+فورا |بوقف النار")]
    [InlineData("双方停火三天", "双方停火五天", "双方停火|-三|+五|天")]
    [InlineData("cafe\u0301", "cafe", "-cafe\u0301|+cafe")]
    public void Words_are_whole_in_every_script(string from, string to, string expected) =>
        Assert.Equal(expected, string.Join('|', WordDiff.Compare(from, to).Select(s => s.Kind switch { SegmentKind.Added => "+", SegmentKind.Removed => "-", _ => "" } + s.Text)));

    [Fact]
    public void Texts_that_have_little_in_common_are_given_as_removed_and_added()
    {
        var (a, b) = (string.Concat(Enumerable.Range(0, 4000).Select(i => $"a{i} ")), string.Concat(Enumerable.Range(0, 4000).Select(i => $"b{i} ")));
        var segments = WordDiff.Compare($"Begin {a}end", $"Begin {b}end");
        Assert.Equal([SegmentKind.Kept, SegmentKind.Removed, SegmentKind.Added, SegmentKind.Kept], segments.Select(s => s.Kind));
        Assert.Equal(($"Begin {a}end", $"Begin {b}end"), (Of(segments, SegmentKind.Removed), Of(segments, SegmentKind.Added)));
    }

    private static string Of(IEnumerable<TextSegment> segments, SegmentKind own) => string.Concat(segments.Where(s => s.Kind == SegmentKind.Kept || s.Kind == own).Select(s => s.Text));

    private static List<string> Words(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Lexicon[random.Next(Lexicon.Length)])];

    private static List<string> Edited(List<string> from, Random random)
    {
        List<string> to = [.. from];
        for (var i = random.Next(6); i > 0; i--)
        {
            var at = random.Next(to.Count + 1);
            if (at < to.Count && random.Next(2) == 0)
            {
                to.RemoveAt(at);
            }
            else
            {
                to.Insert(at, Lexicon[random.Next(Lexicon.Length)]);
            }
        }

        return to;
    }

    // The longest common subsequence, by the book.
    private static int CommonLength(List<string> a, List<string> b)
    {
        var length = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                length[i, j] = a[i] == b[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        return length[0, 0];
    }
}
