namespace Concord.Designation.Texts;

/// <summary>What became of an article from one version to another.</summary>
internal enum ArticleChange
{
    Same = 1,
    Changed,
    Added,
    Removed,
}

/// <summary>One article in two versions.</summary>
/// <param name="Key">By which it is the same one.</param>
/// <param name="Change">What became of its heading, body or number.</param>
/// <param name="Moved">It stands elsewhere among the articles that both versions have.</param>
/// <param name="FromNumber">Absent where it was added.</param>
/// <param name="ToNumber">Absent where it was removed.</param>
/// <param name="FromState">As its number.</param>
/// <param name="ToState">The same.</param>
/// <param name="Heading">Word by word.</param>
/// <param name="Body">Word by word.</param>
internal sealed record ComparedArticle(
    string Key, ArticleChange Change, bool Moved, string? FromNumber, string? ToNumber, ArticleState? FromState, ArticleState? ToState, IReadOnlyList<TextSegment> Heading, IReadOnlyList<TextSegment> Body);

/// <summary>Two versions of a text side by side: the second one's articles in their order, and those that it left out after the article they followed.</summary>
internal static class VersionComparison
{
    public static IReadOnlyList<ComparedArticle> Compare(IReadOnlyList<Article> from, IReadOnlyList<Article> to)
    {
        var (before, after) = (from.ToDictionary(a => a.Key!, StringComparer.Ordinal), to.Select(a => a.Key!).ToHashSet(StringComparer.Ordinal));
        var stayed = Stayed([.. from.Select(a => a.Key!).Where(after.Contains)], [.. to.Select(a => a.Key!).Where(before.ContainsKey)]);
        List<ComparedArticle> compared = [.. to.Select(a => before.TryGetValue(a.Key!, out var old) ? Both(old, a, !stayed.Contains(a.Key!)) : Alone(a, ArticleChange.Added))];
        string? last = null;
        foreach (var article in from)
        {
            if (!after.Contains(article.Key!))
            {
                compared.Insert(last is null ? 0 : compared.FindIndex(c => c.Key == last) + 1, Alone(article, ArticleChange.Removed));
            }

            last = article.Key;
        }

        return compared;
    }

    private static ComparedArticle Both(Article from, Article to, bool moved)
    {
        var same = from.Number == to.Number && from.Heading == to.Heading && from.Body == to.Body;
        return new ComparedArticle(
            to.Key!, same ? ArticleChange.Same : ArticleChange.Changed, moved, from.Number, to.Number, from.State, to.State, WordDiff.Compare(from.Heading!, to.Heading!), WordDiff.Compare(from.Body!, to.Body!));
    }

    private static ComparedArticle Alone(Article article, ArticleChange change)
    {
        var (added, kind) = (change == ArticleChange.Added, change == ArticleChange.Added ? SegmentKind.Added : SegmentKind.Removed);
        return new ComparedArticle(
            article.Key!, change, false, added ? null : article.Number, added ? article.Number : null, added ? null : article.State, added ? article.State : null,
            [new TextSegment(kind, article.Heading!)], [new TextSegment(kind, article.Body!)]);
    }

    // Of the articles in both, the most that keep their order among each other; whatever is not of them was moved.
    private static HashSet<string> Stayed(List<string> from, List<string> to)
    {
        var place = from.Select((key, i) => (key, i)).ToDictionary(p => p.key, p => p.i, StringComparer.Ordinal);
        var (length, previous) = (new int[to.Count], new int[to.Count]);
        var last = -1;
        for (var i = 0; i < to.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (place[to[j]] < place[to[i]] && length[j] + 1 > length[i])
                {
                    (length[i], previous[i]) = (length[j] + 1, j);
                }
            }

            last = last < 0 || length[i] > length[last] ? i : last;
        }

        HashSet<string> stayed = new(StringComparer.Ordinal);
        for (; last >= 0; last = previous[last])
        {
            stayed.Add(to[last]);
        }

        return stayed;
    }
}
