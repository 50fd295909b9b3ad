using Concord.Roster.Names;
using Concord.Roster.Search;

namespace Concord.Roster.Tests.Names;

public sealed class NameFitTests
{
    [Theory]
    [InlineData("Jane O'Neill-Øst", "JANE ONEILL OST")]
    [InlineData("  al-Haq,Zoë ", "AL HAQ ZOE")]
    [InlineData("عبد الرحمن", "عبد الرحمن")]
    [InlineData("राम कुमार", "रम कमर")]
    [InlineData("ﷺ", "صلى الله عليه وسلم")]
    [InlineData("...", "")]
    public void The_words_of_a_name_are_those_of_its_key(string name, string key)
    {
        Assert.Equal(key, string.Join(' ', NameWord.In(name).Select(w => w.Plain)));
        Assert.Equal(NameKey.Of(name), key);
    }

    [Theory]
    [InlineData("amina", "Ámina Haq", nameof(NameFit.SameSpelling))]
    [InlineData("haq ami", "Ámina Haq", nameof(NameFit.SameSpelling))]
    [InlineData("muhammad haq", "Mohammed Haq", nameof(NameFit.OtherSpelling))]
    [InlineData("محمد", "Mohammed Haq", nameof(NameFit.OtherSpelling))]
    [InlineData("Иванов", "Petr Ivanov", nameof(NameFit.OtherSpelling))]
    [InlineData("abdulrahman", "Abd al-Rahman Haq", nameof(NameFit.OtherSpelling))]
    [InlineData("abdel rahman", "Abdurrahman Haq", nameof(NameFit.OtherSpelling))]
    [InlineData("عبد الرحمن", "Abderrahmane Haq", nameof(NameFit.OtherSpelling))]
    [InlineData("bin ali", "Ibn Ali", nameof(NameFit.OtherSpelling))]
    [InlineData("benali", "Karim Ben Ali", nameof(NameFit.OtherSpelling))]
    [InlineData("al hassan", "Karim Hassan", nameof(NameFit.OtherSpelling))]
    [InlineData("noureddine", "Nour al-Din Haq", nameof(NameFit.OtherSpelling))]
    [InlineData("nour el din", "Nureddin Haq", nameof(NameFit.OtherSpelling))]
    [InlineData("نور الدين", "Noureddine Haq", nameof(NameFit.OtherSpelling))]
    [InlineData("hassan", "Karim Alhassan", nameof(NameFit.OtherSpelling))]
    [InlineData("jean pierre", "Jeanpierre Moulin", nameof(NameFit.OtherSpelling))]
    [InlineData("mohmamed", "Mohammed Haq", nameof(NameFit.SmallSlip))]
    [InlineData("mohmamed muler", "Mohammed Müller", nameof(NameFit.SmallSlip))]
    public void A_name_is_found_and_told_how_it_fits(string typed, string name, string fit) => Assert.Equal(fit, FitOf(typed, name)?.ToString());

    [Theory]
    [InlineData("ali", "Khalid Alami")] // a word within a word
    [InlineData("mohammed karim", "Mohammed Haq")] // only one of two
    [InlineData("al hassan", "Alia Haq")] // the article alone
    [InlineData("王", "李 明")]
    public void A_name_that_does_not_fit_is_not_found(string typed, string name) => Assert.Null(FitOf(typed, name));

    [Fact]
    public void It_is_said_which_word_of_the_name_fits_each_that_was_typed()
    {
        var fits = WordFit.Of(NameWord.In("haq Muhamed abd al rahman"), "Abdulrahman Mohammed al-Haq");
        Assert.Equal(["haq=Haq SameSpelling", "Muhamed=Mohammed OtherSpelling", "abd al rahman=Abdulrahman OtherSpelling"], fits.Select(f => $"{f.Typed}={f.Word} {f.Fit}"));
    }

    private static NameFit? FitOf(string typed, string name)
    {
        var writer = new NameIndexWriter();
        writer.Rename(0, null, "Somebody Else");
        writer.Rename(1, null, name);
        var everybody = new Bitmap(2);
        everybody.Set(0);
        everybody.Set(1);
        var fits = NameFits.Of(writer.Build(), 2, everybody, NameWord.In(typed));
        Assert.False(fits.All[0]);
        Assert.Equal(fits.All[1], fits.Steps.Any(s => s.People[1]));
        return fits.All[1] ? fits.Steps.Single(s => s.People[1]).Fit : null;
    }
}
