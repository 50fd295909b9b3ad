using System.Globalization;
using System.Text.RegularExpressions;
using Concord.Identity.Factors;
using QRCoder;

namespace Concord.Identity.Tests;

public sealed partial class QrCodeTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(90)]
    [InlineData(700)] // the longest address of all, percent-encoded
    public void Each_square_is_drawn_where_it_stands_and_no_other(int length)
    {
        var text = $"otpauth://totp/Concord:{new string('a', length)}?secret=ABC";
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var expected = code.ModuleMatrix.SelectMany((row, y) => row.Cast<bool>().Select((dark, x) => (x, y, dark))).Where(m => m.dark).Select(m => (m.x, m.y)).ToHashSet();
        var drawn = Runs().Matches(QrCode.Draw(text, "a name").ToString()).SelectMany(m => Enumerable.Range(Number(m, 1), Number(m, 3)).Select(x => (x, Number(m, 2)))).ToList();
        Assert.Equal(drawn.Count, drawn.Distinct().Count());
        Assert.True(expected.SetEquals(drawn));
    }

    [Fact]
    public void Its_name_cannot_end_the_picture() => Assert.DoesNotContain("<b>", QrCode.Draw("x", "\"><b>").ToString(), StringComparison.Ordinal);

    private static int Number(Match run, int group) => int.Parse(run.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("M([0-9]+) ([0-9]+)h([0-9]+)v1h-[0-9]+z")]
    private static partial Regex Runs();
}
