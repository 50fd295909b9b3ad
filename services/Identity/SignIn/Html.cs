using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Concord.Identity.SignIn;

/// <summary>A piece of a page. What is put into its gaps is encoded, unless it is such a piece itself; the default is nothing.</summary>
[InterpolatedStringHandler]
internal readonly struct Html(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All); // else every letter of Arabic, Chinese and Russian leaves as six or more
    private readonly StringBuilder? _text = new(literalLength + formattedCount * 16);

    public void AppendLiteral(string text) => _text!.Append(text);

    public void AppendFormatted(Html piece) => _text!.Append(piece._text);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
        {
            AppendFormatted(piece);
        }
    }

    public void AppendFormatted(string? text) => _text!.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => _text!.Append(number);

    public override string ToString() => _text?.ToString() ?? "";
}
