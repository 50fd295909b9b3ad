using Concord.Platform.Errors;
using Concord.Platform.Texts;
using Concord.Portal.Components;
using Concord.Portal.Texts;

namespace Concord.Portal.Tests;

/// <summary>What the API says of a field, as a person reads it.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("ar")]
    [InlineData("zh")]
    public void Every_fault_that_any_text_field_can_have_is_told_in_the_reader_s_language(string language)
    {
        var say = PortalTexts.In(Language.Find(language)!);
        var wrong = new Violations();
        wrong.Text(" ", "absent", 10);
        wrong.Text("\u200b\u202e\u200e", "invisible", 10);
        wrong.Text(new string('a', 11), "long", 10);
        wrong.Text("a\u0001", "control", 10);
        wrong.Text("a\ud800", "unicode", 10);
        wrong.Name("a\u202e", "turned", 10);
        wrong.Name("a\nb", "broken", 10);
        wrong.Name("a\u2060b", "unseen", 10);
        wrong.Add("late", "Not after 2027-03-31.");
        var refused = Assert.Throws<DomainException>(wrong.ThrowIfAny);
        Assert.Equal(9, refused.Errors.Count);
        Assert.All(refused.Errors, f => Assert.Equal(language, say.Fault(f.Message).Language));
    }

    [Fact]
    public void A_fault_that_has_no_words_of_ours_is_told_as_the_api_tells_it_and_marked_as_english()
    {
        var say = PortalTexts.In(Language.Find("ar")!);
        Assert.Equal(new Wording("Expected the form agreements/{uuid}.", "en"), say.Fault("Expected the form agreements/{uuid}."));
        Assert.Equal("ar", say.Fault("desk.reference.wrong").Language);
    }
}
