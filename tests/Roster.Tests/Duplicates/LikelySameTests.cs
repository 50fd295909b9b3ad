using Concord.Roster.Duplicates;
using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Roster.SharingAgreements;
using Concord.Support;

namespace Concord.Roster.Tests.Duplicates;

public sealed class LikelySameTests
{
    [Theory, Rule("R20")]
    [InlineData("Mohammed Ali", "محمد علي", true)]
    [InlineData("Mohammed Ali", "Muhammad Aly", true)]
    [InlineData("Ama Mensah", "Mensah Ama", true)]
    [InlineData("Ama Mensah", "Ama Mensa", true)]
    [InlineData("Dado Alado", "Rado Malado", false)]
    [InlineData("Ama Mensah", "Ama Boateng", false)]
    [InlineData("Ama Mensah", "Ama", false)]
    public void Names_fit_each_other_word_by_word_both_ways_whatever_the_spelling(string one, string other, bool likely) =>
        Assert.Equal(likely, LikelySame.Of(Entry(one), Entry(other)) is not null);

    [Fact, Rule("R16"), Rule("R20")]
    public void What_is_shown_of_both_and_differs_speaks_against_it_and_what_is_withheld_of_one_says_nothing()
    {
        var (one, foreign) = (Entry("Ama Mensah"), Entry("Ama Mensah", Some.Fields with { Nationalities = ["FRA"] }));
        Assert.Null(LikelySame.Of(one, foreign));
        Assert.Null(LikelySame.Of(one, Entry("Ama Mensah", Some.Fields with { Gender = Gender.Man })));
        Assert.Null(LikelySame.Of(one, Entry("Ama Mensah", Some.Fields with { Languages = [new LanguageSkill("de", LanguageLevel.Basic)] })));
        var (_, nationalities, languages) = LikelySame.Of(one, foreign.Showing([SharedFields.Skills], own: false))!.Value;
        Assert.Empty(nationalities);
        Assert.Equal(["sw"], languages);
    }

    [Fact, Rule("R20")]
    public void Of_what_a_draft_does_not_say_nothing_follows()
    {
        var bare = new RosterEntry(Some.Draft(Some.Fields with { DisplayName = "Ama Mensah", Nationalities = [], Languages = [] }));
        Assert.NotNull(LikelySame.Of(bare, Entry("Ama Mensah")));
        Assert.Null(LikelySame.Of(bare, Entry("Ama Menash"))); // a slip alone
    }

    [Fact, Rule("R20")]
    public void A_slip_of_the_finger_alone_makes_nobody_likely()
    {
        var withheld = Entry("Ama Menash").Showing([], own: false);
        Assert.NotNull(LikelySame.Of(Entry("Ama Mensah"), Entry("Ama Menash")));
        Assert.Null(LikelySame.Of(Entry("Ama Mensah"), withheld));
    }

    private static RosterEntry Entry(string name, ProfileEdit? fields = null) => new(Some.In(ProfileState.Active, (fields ?? Some.Fields) with { DisplayName = name }));
}
