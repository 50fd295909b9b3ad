using Concord.Designation.Processes;
using Concord.Designation.Texts;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Texts;

public sealed class NegotiatingTextTests
{
    private readonly Process _process = Given.Process();

    [Fact, Rule("R53")]
    public void Nothing_is_agreed_until_everything_is_agreed()
    {
        var text = Text();
        Assert.True(text.NothingIsAgreedUntilEverythingIsAgreed);
        var first = Written(text, null, Of("1", ArticleState.ProvisionallyAgreed), Of("2"));
        text.Present(first, Given.Start);
        Assert.Equal(ArticleState.ProvisionallyAgreed, text.StateOf(first, first.Articles[0]));
        var refusal = Given.Refused(DesignationReasons.ArticlesOpen, () => text.Agree(first, Given.Start));
        Assert.Contains(("articles", "2"), refusal.Metadata);

        var second = Written(text, first, Of("1", ArticleState.ProvisionallyAgreed), Of("2", ArticleState.ProvisionallyAgreed));
        Given.Refused(DesignationReasons.VersionOvertaken, () => text.Agree(second, Given.Start)); // the parties do not have it before them
        text.Present(second, Given.Start);
        Given.Refused(DesignationReasons.VersionOvertaken, () => text.Agree(first, Given.Start));
        text.Agree(second, Given.Start);
        Assert.Equal((ArticleState.Agreed, ArticleState.ProvisionallyAgreed, 2), (text.StateOf(second, second.Articles[0]), text.StateOf(first, first.Articles[0]), text.AgreedNumber));
        Given.Refused(DesignationReasons.TextAgreed, () => Written(text, second, Of("1")));
        Given.Refused(DesignationReasons.TextAgreed, () => text.Agree(second, Given.Start));
        Given.Refused(DesignationReasons.TextAgreed, () => text.Present(second, Given.Start));
    }

    [Fact, Rule("R53")]
    public void Where_articles_are_agreed_one_by_one_an_agreed_one_stays_as_the_parties_have_it()
    {
        var text = Text(nothingUntilAll: false);
        var first = Written(text, null, Of("1", ArticleState.ProvisionallyAgreed), Of("2"));
        text.Present(first, Given.Start);
        Assert.Equal(ArticleState.Agreed, text.StateOf(first, first.Articles[0]));
        Given.Refused(DesignationReasons.ArticleAgreed, () => Written(text, first, Of("1", ArticleState.ProvisionallyAgreed, "Other words"), Of("2")));
        Given.Refused(DesignationReasons.ArticleAgreed, () => Written(text, first, Of("1"), Of("2")));
        Given.Refused(DesignationReasons.ArticleAgreed, () => Written(text, first, Of("2")));
        Assert.Equal(1, text.LastNumber);
        Assert.Equal(2, Written(text, first, Of("1", ArticleState.ProvisionallyAgreed), Of("2", body: "Other words")).Number);
    }

    [Fact]
    public void A_version_earlier_than_the_one_the_parties_have_is_not_put_to_them()
    {
        var text = Text();
        var (first, second) = (Written(text, null, Of("1")), Written(text, null, Of("1")));
        text.Present(second, Given.Start);
        Given.Refused(DesignationReasons.VersionOvertaken, () => text.Present(first, Given.Start));
        Given.Refused(DesignationReasons.VersionOvertaken, () => text.Present(second, Given.Start));
        Assert.Null(first.PresentTime);
    }

    [Fact]
    public void A_version_names_each_article_once_and_writes_no_state_that_only_the_whole_can_have()
    {
        var text = Text();
        var wrong = Given.Refused(PlatformReasons.InvalidField, () => Written(text, null, Of("1"), Of("1"), Of("3", ArticleState.Agreed), null));
        Assert.Equal(["articles", "articles", "articles[2].state", "articles[3]"], wrong.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
        Given.Refused(PlatformReasons.InvalidField, () => Written(text, null));
        Given.Refused(PlatformReasons.InvalidField, () => Written(text, null, [.. Enumerable.Range(0, 11).Select(i => Of($"{i}", body: new string('x', 20_000)))]));
        Assert.Equal("7", Written(text, null, new Article(null, "7", "Heading", "Body", null)).Articles[0].Key);
    }

    private NegotiatingText Text(bool nothingUntilAll = true) =>
        NegotiatingText.Begin(_process, new BeginText(1, "Text", null, nothingUntilAll ? null : false), Given.Proposer, Given.Start);

    private static Article Of(string key, ArticleState? state = null, string body = "Body") => new(key, key, "Heading", body, state);

    private static TextVersion Written(NegotiatingText text, TextVersion? presented, params Article?[] articles) => text.Write(new WriteVersion(1, null, articles), presented, Given.Proposer, Given.Start);
}
