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
        check.Text($"Talks {sign}on the lake", "title", 200);
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

    [Theory]
    [InlineData("\n", Violations.BrokenLine)]
    [InlineData("\r\n", Violations.BrokenLine)]
    [InlineData("\t", Violations.BrokenLine)]
    [InlineData("\u2028", Violations.BrokenLine)]
    [InlineData("\u2029", Violations.BrokenLine)]
    [InlineData("\u0085", "Control characters are not allowed.")]
    [InlineData("\u200B", Violations.Unseen)]
    [InlineData("\u00AD", Violations.Unseen)]
    [InlineData("\u2060", Violations.Unseen)]
    [InlineData("\uFEFF", Violations.Unseen)]
    [InlineData("\U000E0041", Violations.Unseen)]
    public void A_name_and_a_line_go_on_in_no_other_line_and_hide_nothing(string sign, string told)
    {
        var check = new Violations();
        check.Name($"Ama{sign}Mensah", "displayName", 600);
        check.Text($"Talks{sign}on the lake", "title", 400);
        check.OptionalText($"By the{sign}lake", "place", 300);
        Assert.Equal([new("displayName", told), new("title", told), new("place", told)], Assert.Throws<DomainException>(check.ThrowIfAny).Errors);
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("\uFDD0")]
    [InlineData("\U0001FFFE")]
    [InlineData("\U0010FFFF")]
    public void What_is_no_character_is_in_no_text(string sign)
    {
        var check = new Violations();
        check.Name($"Ama{sign}", "displayName", 200);
        check.Text($"To {sign}mediate\nby the lake", "purpose", 4000);
        Assert.Equal([new("displayName", "Not valid Unicode text."), new("purpose", "Not valid Unicode text.")], Assert.Throws<DomainException>(check.ThrowIfAny).Errors);
    }

    [Theory]
    [InlineData("نیلوفر می\u200Cخواهد")]
    [InlineData("ക്\u200Dഷമ")]
    [InlineData("葛\U000E0100城")]
    [InlineData("Anne-Marie O’Brien")]
    public void What_a_name_is_rightly_written_with_stays_in_it(string name)
    {
        var check = new Violations();
        Assert.Equal(name, check.Name(name, "displayName", 200));
        check.ThrowIfAny();
    }

    [Fact]
    public void A_text_that_may_have_several_lines_keeps_them_and_what_another_program_put_between_its_words()
    {
        var check = new Violations();
        const string text = "First.\r\n\tSecond.\u2028Thi\u00ADrd\u200B.";
        Assert.Equal(text, check.Text(text, "note", 500));
        Assert.Equal(text, check.OptionalText(text, "purpose", 4000));
        check.ThrowIfAny();
    }
}
