using System.Text;
using Concord.Contracts.Access;

namespace Concord.Platform.Sealing;

/// <summary>
/// Where a sealed value belongs. It is bound to it: a value that somebody puts into another row, column or table, or under another classification, does not open there.
/// </summary>
/// <param name="Subject">Resource name of the one whose key seals it, such as <c>profiles/{uuid}</c>; erasing the subject destroys that key.</param>
/// <param name="Table">As the model calls it.</param>
/// <param name="Row">Its key, as text.</param>
/// <param name="Column">As the model calls it.</param>
/// <param name="Label">Classification of the record it belongs to. Where that changes, the value is sealed anew.</param>
public sealed record SealedPlace(string Subject, string Table, string Row, string Column, Classification Label)
{
    // Each part with its length before it: no two places write the same bytes.
    internal byte[] Binding => Encoding.UTF8.GetBytes(string.Join('|', ((string[])[Subject, Table, Row, Column, Label.ToString()]).Select(part => $"{part.Length}:{part}")));
}
