using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concord.Contracts.Audit;

/// <summary>
/// A chain in a file: a line that says whose it is and where it ends, then the text of each entry in a line of its own. Whoever has the file can check it
/// without the platform.
/// </summary>
/// <param name="Service">Whose chain.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Last">Hash of the last entry, in hexadecimal digits.</param>
/// <param name="Head">The newest signed head; absent where the service has signed none.</param>
public sealed record AuditExport(string Service, long Size, string Last, SignedHead? Head = null)
{
    public const string MediaType = "application/jsonl";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string Write() => JsonSerializer.Serialize(this, s_options);

    /// <summary>Checks a file.</summary>
    /// <param name="file">The export.</param>
    /// <param name="heads">Signed heads kept elsewhere, besides the one in the file; those of other services are left out.</param>
    /// <param name="keys">Trusted keys of the service; none: signatures are not looked at.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was checked, and the first thing wrong; no check where the first line is none of an export.</returns>
    public static async Task<(ChainCheck? Check, ChainFault? Fault)> CheckAsync(TextReader file, IEnumerable<SignedHead> heads, IReadOnlyCollection<ECDsa> keys, CancellationToken cancellationToken)
    {
        if (FirstLine(await file.ReadLineAsync(cancellationToken)) is not { } head)
        {
            return (null, new ChainFault(0, "The first line is none of an export."));
        }

        var check = new ChainCheck(head.Service, [.. heads.Where(h => h.Service == head.Service), .. head.Head is { } own ? new[] { own } : []], keys);
        long key = 0;
        while (await file.ReadLineAsync(cancellationToken) is { } line)
        {
            // An empty line, as a shell may put at the end, holds no entry.
            if (line.Length > 0 && check.Add(new FoundEntry(key++, line)) is { } fault)
            {
                return (check, fault);
            }
        }

        return (check, check.End(head.Size, Convert.FromHexString(head.Last)));
    }

    private static AuditExport? FirstLine(string? line)
    {
        try
        {
            return line is null ? null : JsonSerializer.Deserialize<AuditExport>(line, s_options) is { Service: not null, Last: { Length: 2 * MerkleTree.HashLength } last } head && last.All(char.IsAsciiHexDigit) ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
