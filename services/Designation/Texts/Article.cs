using Concord.Designation.Talks;
using Concord.Platform.Errors;

namespace Concord.Designation.Texts;

/// <summary>How far the parties are with an article.</summary>
internal enum ArticleState
{
    Open = 1,

    /// <summary>Agreed as long as everything else is: nothing is agreed until everything is agreed (R53).</summary>
    ProvisionallyAgreed,

    /// <summary>Answered, never written: the whole is agreed, or the text is one whose articles are agreed one by one.</summary>
    Agreed,
}

/// <summary>One article of a version.</summary>
/// <param name="Key">Its own mark, by which it is the same article in every version though its number changes; its number where absent. At most 40 characters.</param>
/// <param name="Number">Such as 3 or 3.1; 1 to 20 characters.</param>
/// <param name="Heading">1 to 300 characters.</param>
/// <param name="Body">1 to 20000 characters.</param>
/// <param name="State">Open where absent.</param>
internal sealed record Article(string? Key, string? Number, string? Heading, string? Body, ArticleState? State)
{
    public const int Most = 200;

    /// <summary>Of all bodies of a version together.</summary>
    public const int MostCharacters = 200_000;

    public static IReadOnlyList<Article> Checked(IReadOnlyList<Article?>? given, Violations check)
    {
        var articles = check.Each(given, "articles", Most, (a, field) =>
        {
            var number = check.Text(a.Number, $"{field}.number", 20);
            check.Check(a.State is null or ArticleState.Open or ArticleState.ProvisionallyAgreed, $"{field}.state", "OPEN or PROVISIONALLY_AGREED; a text is agreed as a whole.");
            return new Article(
                check.OptionalText(a.Key, $"{field}.key", 40) ?? number, number, check.Text(a.Heading, $"{field}.heading", 300), check.Text(a.Body, $"{field}.body", 20_000), a.State ?? ArticleState.Open);
        });
        check.Check(articles.Count > 0, "articles", "At least one article.");
        check.Check(articles.Select(a => a.Key).Distinct().Count() == articles.Count, "articles", "Each key once.");
        check.Check(articles.Select(a => a.Number).Distinct().Count() == articles.Count, "articles", "Each number once.");
        check.Check(articles.Sum(a => a.Body!.Length) <= MostCharacters, "articles", $"At most {MostCharacters} characters in all bodies together.");
        return articles;
    }
}
