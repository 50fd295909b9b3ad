using Concord.Roster.Names;
using Concord.Roster.Search;

namespace Concord.Roster.Tests.Names;

public sealed class SlipTests
{
    [Theory]
    [InlineData("AMAL", "AMAN")] // another letter
    [InlineData("AMAL", "AMALI")] // one too few
    [InlineData("KAMAL", "KMAL")] // one too many
    [InlineData("KAMAL", "AKMAL")] // two that changed places
    [InlineData("ZAMAL", "KAMAL")] // the first one
    [InlineData("KONSTANTIN", "KONTSANTINE")] // two slips in a long word
    public void A_slip_is_forgiven(string typed, string name) => Assert.True(Slip.Is(typed, name));

    [Theory]
    [InlineData("ALI", "ALA")] // too short
    [InlineData("AMAL", "AMINA")]
    [InlineData("KAMALI", "KMALIA")] // two in a word of six letters
    [InlineData("KONSTANTIN", "KNSTATINE")] // three
    public void More_than_that_is_another_name(string typed, string name) => Assert.False(Slip.Is(typed, name));

    [Fact]
    public void The_walk_over_all_words_takes_those_that_a_look_at_each_of_them_takes()
    {
        var random = new Random(5);
        var words = Enumerable.Range(0, 4000).Select(_ => Word(random, random.Next(1, 12))).Distinct().ToList();
        var index = Index(words);
        for (var round = 0; round < 400; round++)
        {
            var typed = random.Next(2) == 0 ? Word(random, random.Next(1, 12)) : Slipped(random, Slipped(random, words[random.Next(words.Count)]));
            var found = new Bitmap(words.Count);
            index.AddSlipped(typed, found);
            Assert.Equal(words.Where(w => Slip.Allowed(typed) > 0 && Distance(typed, w) <= Slip.Allowed(typed)).Order(), found.Slots().Select(s => words[s]).Order());
        }
    }

    private static NameIndex Index(List<string> words)
    {
        var writer = new NameIndexWriter();
        for (var slot = 0; slot < words.Count; slot++)
        {
            writer.Rename(slot, null, words[slot]);
        }

        return writer.Build();
    }

    private static string Word(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('A' + random.Next(4))));

    private static string Slipped(Random random, string word)
    {
        var (at, letter) = (random.Next(word.Length), (char)('A' + random.Next(5)));
        return random.Next(3) switch
        {
            0 => word.Remove(at, 1).Insert(at, letter.ToString()),
            1 => word.Insert(at, letter.ToString()),
            _ => word.Length > 1 ? word.Remove(at, 1) : word,
        };
    }

    // By the definition, every pair of beginnings.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j : Math.Min(d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
