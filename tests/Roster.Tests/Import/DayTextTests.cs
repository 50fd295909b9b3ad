using Concord.Platform.Tables;
using Concord.Roster.Import;
using Concord.Support;

namespace Concord.Roster.Tests.Import;

public sealed class DayTextTests
{
    [Theory, Rule("R20")]
    [InlineData("2024-03-05", null, "2024-03-05")]
    [InlineData("2024/3/5", null, "2024-03-05")]
    [InlineData("2024-03-05 00:00:00", null, "2024-03-05")]
    [InlineData("5 March 2024", null, "2024-03-05")]
    [InlineData("25/03/2024", null, "2024-03-25")]
    [InlineData("03/25/2024", null, "2024-03-25")]
    [InlineData("05.05.2024", null, "2024-05-05")]
    [InlineData("05/03/2024", DateOrder.Dmy, "2024-03-05")]
    [InlineData("05/03/2024", DateOrder.Mdy, "2024-05-03")]
    [InlineData("٢٠٢٤-٠٣-٠٥", null, "2024-03-05")]
    [InlineData("۲۵/۰۳/۲۰۲۴", null, "2024-03-25")]
    [InlineData("45356", null, "2024-03-05")]
    [InlineData("45356.5", null, "2024-03-05")]
    public void A_day_is_read_in_the_forms_that_people_write(string text, DateOrder? order, string day) => Assert.Equal((DateOnly.Parse(day), null), DayText.Read(text, order));

    [Theory, Rule("R20")]
    [InlineData("05/03/2024", null, DayText.Ambiguous)]
    [InlineData("25/03/2024", DateOrder.Mdy, DayText.Unknown)]
    [InlineData("31/02/2024", null, DayText.Unknown)]
    [InlineData("early March", null, DayText.Unknown)]
    [InlineData("12", null, DayText.Unknown)]
    [InlineData("00012", null, DayText.Unknown)]
    public void What_could_be_two_days_or_none_is_told_and_not_guessed(string text, DateOrder? order, string problem) => Assert.Equal((null, problem), DayText.Read(text, order));
}
