using System.Security.Cryptography;
using Concord.Contracts.Audit;

namespace Concord.Auditor;

/// <summary>Checks a whole chain, and that it passed through the heads that somebody kept.</summary>
internal static class ExportCheck
{
    public static async Task<int> RunAsync(string file, string? heads, IReadOnlyCollection<ECDsa> keys)
    {
        using var input = file == "-" ? Console.In : File.OpenText(file);
        var (check, fault) = await AuditExport.CheckAsync(input, heads is null ? [] : HeadFiles.Read(heads), keys, CancellationToken.None);
        Console.WriteLine(fault is null
            ? $"{check!.Service}: {check.Size} entries, unbroken; {check.Heads} signed heads agree{(keys.Count == 0 ? ", their signatures were not looked at" : "")}. Last {check.Last}, root {Convert.ToHexStringLower(check.Root)}."
            : $"Entry {fault.Sequence}: {fault.What}");
        return fault is null ? 0 : 1;
    }
}

/// <summary>Heads that a service or a witness has kept as files.</summary>
internal static class HeadFiles
{
    public static IReadOnlyList<SignedHead> Read(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*.json", SearchOption.AllDirectories).Select(f => SignedHead.Read(File.ReadAllText(f)) ?? throw new FormatException($"{f} is no signed head."))];
}
