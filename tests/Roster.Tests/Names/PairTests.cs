using Concord.Roster.Names;
using Concord.Roster.Search;
using Concord.Support;

namespace Concord.Roster.Tests.Names;

/// <summary>
/// Spellings of one name that must find each other, and different names that must not: one file each beside this one. A line that ends with a star is known to go wrong, and is named so that it is seen when a change of the rules
/// mends it, or breaks another.
/// </summary>
public sealed class PairTests
{
    private const double LeastFound = 0.98;
    private const double MostConfused = 0.03;

    [Fact]
    public void Spellings_of_one_name_find_each_other()
    {
        var pairs = Read("same.tsv");
        var missed = pairs.Where(p => !Find(p)).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{pairs.Count - missed.Count} of {pairs.Count} spellings found");
        Assert.Equal(pairs.Where(p => p.Known), missed);
        Assert.True(pairs.Count - missed.Count >= LeastFound * pairs.Count);
        Assert.All((string[])["arabic-latin", "arabic-script", "cyrillic"], group => Assert.True(pairs.Count(p => p.Group == group) >= 60));
    }

    [Fact]
    public void Different_names_do_not_find_each_other_by_their_spelling()
    {
        var pairs = Read("different.tsv");
        var confused = pairs.Where(Find).ToList();
        Assert.Equal(pairs.Where(p => p.Known), confused);
        Assert.True(confused.Count <= MostConfused * pairs.Count);
    }

    // Both ways, in the index as it is searched; a beginning that is the same says nothing of the spelling.
    private static bool Find(Pair pair) => Finds(pair.One, pair.Other) && Finds(pair.Other, pair.One);

    private static bool Finds(string typed, string name)
    {
        var writer = new NameIndexWriter();
        writer.Rename(0, null, name);
        var (index, words) = (writer.Build(), NameWord.In(typed));
        if (words.Count == 1)
        {
            var alike = new Bitmap(1);
            index.AddSpelledOtherwise(words[0].Written, alike);
            return alike[0] || NameKey.Of(typed) == NameKey.Of(name);
        }

        var everybody = new Bitmap(1);
        everybody.Set(0);
        var fits = NameFits.Of(index, 1, everybody, words);
        return fits.Steps[0].People[0] || fits.Steps[1].People[0];
    }

    private static List<Pair> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "Roster.Tests", "Names", file)).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).Select(p => p switch
        {
            [var group, var one, var other, "*"] => new Pair(group, one, other, true),
            [var one, var other, "*"] => new Pair("", one, other, true),
            [var group, var one, var other] => new Pair(group, one, other, false),
            [var one, var other] => new Pair("", one, other, false),
            _ => throw new FormatException(string.Join('\t', p)),
        })];

    private sealed record Pair(string Group, string One, string Other, bool Known);
}
