using Concord.Platform.Errors;

namespace Concord.Platform.Tests;

public sealed class ViolationTests
{
    [Theory]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    public void A_name_and_a_line_hold_no_sign_that_turns_the_direction_of_writing_and_it_is_told_once(char sign)
    {
        var check = new Violations();
        check.Name($"Ama {sign}Mensah", "displayName", 200);
        check.Text($"Talks\n{sign}on the lake", "title", 200);
        check.Text($"To {sign}mediate", "purpose", 4000);
        check.OptionalText($"By the {sign}lake", "place", 300);
        var refused = Assert.Throws<DomainException>(check.ThrowIfAny);
        Assert.Equal([new("displayName", Violations.TurnedDirection), new("title", Violations.TurnedDirection), new("purpose", Violations.TurnedDirection), new("place", Violations.TurnedDirection)], refused.Errors);
    }

    [Fact]
    public void Marks_of_direction_belong_to_what_is_written_from_right_to_left_and_text_of_several_lines_may_come_with_more()
    {
        var check = new Violations();
        Assert.Equal("السلام\u200F (R147)\u200E", check.Name("السلام\u200F (R147)\u200E", "title", 200));
        check.Text("السلام\u200F\n(\u2067ب\u2069)", "purpose", 4000);
        check.ThrowIfAny();
    }
}
