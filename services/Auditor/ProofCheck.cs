using System.Security.Cryptography;
using Concord.Contracts.Audit;

namespace Concord.Auditor;

/// <summary>Checks one entry against the head that counts it.</summary>
internal static class ProofCheck
{
    public static async Task<int> RunAsync(string file, IReadOnlyCollection<ECDsa> keys)
    {
        var proof = EntryProof.Read(await File.ReadAllTextAsync(file)) ?? throw new FormatException($"{file} is no proof.");
        var fault = proof.FaultOf(keys);
        Console.WriteLine(fault ?? $"{proof.Head.Service}: entry {proof.Sequence} is counted by the head of {proof.Head.Size} entries signed at {proof.Head.Head.Time:O}{(keys.Count == 0 ? "; the signature was not looked at" : "")}.");
        return fault is null ? 0 : 1;
    }
}
