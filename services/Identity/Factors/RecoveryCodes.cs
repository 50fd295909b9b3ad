using System.Security.Cryptography;
using System.Text;
using Concord.Identity.Accounts;
using Concord.Platform.Audit;
using Concord.Platform.Persistence;

namespace Concord.Identity.Factors;

/// <summary>Codes for a person who has lost everything else: ten, each good once, shown when they are made and never again.</summary>
internal sealed class RecoveryCodes : IVersioned
{
    public const int Count = 10;
    private const int Length = 28; // 140 bits: a plain hash of it cannot be searched
    private const int Group = 4;
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // no characters that are mistaken for one another

    private RecoveryCodes() { } // EF

    public FactorId Id { get; private init; }
    public AccountId Account { get; private init; }

    /// <summary>SHA-256 of each that is left.</summary>
    [Personal]
    public IReadOnlyList<string> Hashes { get; private set; } = [];
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    /// <returns>What is kept, and the codes as the person gets them.</returns>
    public static (RecoveryCodes Kept, IReadOnlyList<string> Codes) Make(AccountId account, DateTime now)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length)).ToList();
        return (new() { Id = FactorId.New(), Account = account, Hashes = [.. codes.Select(Hash)], CreateTime = now },
            [.. codes.Select(c => string.Join('-', c.Chunk(Group).Select(part => new string(part))))]);
    }

    /// <summary>Others in place of those that are left.</summary>
    public void Replace(RecoveryCodes by) => Hashes = by.Hashes;

    /// <summary>Whether the code is one that is left; it then is not any more.</summary>
    public bool Spend(string code)
    {
        var hash = Hash(code);
        if (!Hashes.Contains(hash))
        {
            return false;
        }

        Hashes = [.. Hashes.Where(h => h != hash)];
        return true;
    }

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
