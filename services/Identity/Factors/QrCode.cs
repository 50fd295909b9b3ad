using System.Globalization;
using System.Text;
using Concord.Identity.SignIn;
using QRCoder;

namespace Concord.Identity.Factors;

/// <summary>A text as a picture that a phone reads: drawn into the page itself, so that no secret gets an address of its own.</summary>
internal static class QrCode
{
    /// <param name="text">Up to some 2000 characters.</param>
    /// <param name="name">What the picture is, for whoever does not see it.</param>
    public static Html Draw(string text, string name)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder()); // with the quiet zone around it
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var first = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > first)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{first} {y}h{x - first}v1h{first - x}z");
                }
            }
        }

        var side = rows.Count;
        return $"""
            <svg class="qr" role="img" aria-label="{name}" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path.ToString()}"/></svg>
            """;
    }
}
