using System.Text;
using Concord.Platform.Texts;

namespace Concord.Platform.Tests.Texts;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("Ama", "Ama")]
    [InlineData("e\u0301", "é")]
    [InlineData("Ama\uFFFE", "Ama")]
    [InlineData("葛\U000E0100城", "葛\U000E0100城")]
    public void In_BringsEachTextIntoTheForm(string text, string expected) => Assert.Equal(expected, NormalForm.In(text, NormalizationForm.FormC));

    [Fact]
    public void In_TakesHalfACharacterForTheSignOfWhatIsUnknown() => Assert.Equal("A\uFFFDma", NormalForm.In($"A{(char)0xD800}ma", NormalizationForm.FormC));
}
