using Concord.Designation.Texts;
using Concord.Support;

namespace Concord.Designation.Tests.Texts;

public sealed class VersionComparisonTests
{
    [Fact, Rule("R53")]
    public void Added_removed_changed_and_moved_articles_are_told_apart()
    {
        var compared = VersionComparison.Compare(
            [Of("a", "1", "Ceasefire"), Of("b", "2", "Prisoners"), Of("c", "3", "Land"), Of("d", "4", "Elections")],
            [Of("d", "1", "Elections"), Of("a", "2", "Ceasefire at once"), Of("e", "3", "Victims"), Of("c", "4", "Land")]);
        Assert.Equal(["d", "a", "b", "e", "c"], compared.Select(c => c.Key));
        Assert.Equal([ArticleChange.Changed, ArticleChange.Changed, ArticleChange.Removed, ArticleChange.Added, ArticleChange.Changed], compared.Select(c => c.Change));
        Assert.Equal(["d"], compared.Where(c => c.Moved).Select(c => c.Key));
        Assert.Equal(("2", null), (compared[2].FromNumber, compared[2].ToNumber));
        Assert.Equal([new TextSegment(SegmentKind.Kept, "Ceasefire"), new TextSegment(SegmentKind.Added, " at once")], compared[1].Body);
    }

    [Fact]
    public void A_state_alone_is_no_change_of_the_text()
    {
        var only = Assert.Single(VersionComparison.Compare([Of("a", "1", "Ceasefire")], [Of("a", "1", "Ceasefire") with { State = ArticleState.ProvisionallyAgreed }]));
        Assert.Equal((ArticleChange.Same, ArticleState.Open, ArticleState.ProvisionallyAgreed, false), (only.Change, only.FromState, only.ToState, only.Moved));
    }

    [Fact]
    public void Every_article_of_both_is_there_once_and_the_second_ones_in_their_order()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (from, to) = (Some(random), Some(random));
            var compared = VersionComparison.Compare(from, to);
            Assert.Equal(to.Select(a => a.Key), compared.Where(c => c.Change != ArticleChange.Removed).Select(c => c.Key));
            Assert.Equal(from.Select(a => a.Key).Except(to.Select(a => a.Key)).Order(), compared.Where(c => c.Change == ArticleChange.Removed).Select(c => c.Key).Order());
            var unmoved = compared.Where(c => c is { Moved: false, Change: ArticleChange.Same or ArticleChange.Changed }).Select(c => c.Key).ToList();
            Assert.Equal(from.Select(a => a.Key).Where(unmoved.Contains!), unmoved);
        }
    }

    private static Article Of(string key, string number, string body) => new(key, number, "Heading", body, ArticleState.Open);

    private static List<Article> Some(Random random)
    {
        var keys = "abcdefgh".Select(c => $"{c}").ToArray();
        random.Shuffle(keys);
        return [.. keys.Take(random.Next(1, 9)).Select((k, i) => Of(k, $"{i}", k))];
    }
}
