using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Tests;

public sealed class SpeechTests
{
    [Theory]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("es", 1, "one")]
    [InlineData("zh", 1, "other")]
    [InlineData("ru", 1, "one")]
    [InlineData("ru", 11, "many")]
    [InlineData("ru", 21, "one")]
    [InlineData("ru", 22, "few")]
    [InlineData("ru", 112, "many")]
    [InlineData("ru", 25, "many")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 1, "one")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 3, "few")]
    [InlineData("ar", 110, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("ar", 102, "other")]
    public void A_number_takes_the_form_that_cldr_gives_it(string language, int number, string form) => Assert.Equal(form, Plural.Form(language, number));

    [Theory]
    [InlineData("en", "12 September 2018")]
    [InlineData("fr", "12 septembre 2018")]
    [InlineData("es", "12 de septiembre de 2018")]
    [InlineData("ru", "12 сентября 2018 г.")]
    [InlineData("zh", "2018年9月12日")]
    [InlineData("ar", "12 أيلول/سبتمبر 2018")]
    public void A_date_is_written_as_the_language_writes_it(string language, string written) => Assert.Equal(written, In(language).Date(new DateOnly(2018, 9, 12)));

    [Theory]
    [InlineData("en", "12,345")]
    [InlineData("es", "12.345")]
    [InlineData("ar", "12,345")]
    public void A_number_is_grouped_as_the_language_groups_it(string language, string written) => Assert.Equal(written, In(language).Number(12345));

    [Fact]
    public void States_languages_regions_and_organizations_have_their_names_in_the_reader_s_language()
    {
        var french = In("fr");
        Assert.Equal("Soudan du Sud", french.Area("SSD"));
        Assert.Equal("arabe", french.LanguageName("ar"), ignoreCase: true);
        Assert.Equal("Afrique", french.Region("002"));
        Assert.Equal("Union africaine", french.Organization(Contracts.Reference.WellKnown.Organization("AU")));
    }

    [Theory]
    [InlineData("concord.lang=ar", "fr", "ar")]
    [InlineData("concord.lang=xx", "fr-CA,en;q=0.5", "fr")]
    [InlineData("", "de,ru;q=0.8,en;q=0.9", "en")]
    [InlineData("", "de", "en")]
    [InlineData("", "", "en")]
    public void The_language_is_the_chosen_one_else_the_browser_s_else_english(string cookie, string accepted, string spoken)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = cookie;
        http.Request.Headers.AcceptLanguage = accepted;
        Assert.Equal(spoken, Language.Of(http.Request).Tag);
    }

    private static Speech In(string language) => PortalTexts.In(Language.Find(language)!);

    [Fact]
    public void French_counts_the_first_day_of_a_month()
    {
        var say = PortalTexts.In(Language.Find("fr")!);
        Assert.Equal(["1er décembre 2026", "2 décembre 2026", "11 décembre 2026"], new[] { 1, 2, 11 }.Select(day => say.Date(new DateOnly(2026, 12, day))));
    }
}
