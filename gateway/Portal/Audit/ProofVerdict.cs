using System.Security.Cryptography;
using Concord.Contracts.Audit;

namespace Concord.Portal.Audit;

/// <summary>What a check of a proof found; each has a text <c>audit.verdict.…</c>.</summary>
internal enum ProofVerdict
{
    /// <summary>The head is signed by a key of the service, and it counts the entry, or continues the smaller head.</summary>
    Good = 1,

    /// <summary>The service has no key, so nobody knows who signed.</summary>
    NoKey,

    /// <summary>No key of the service has signed the head.</summary>
    NotSigned,

    /// <summary>The head does not count the entry: one of them was changed.</summary>
    NotCounted,

    /// <summary>The larger head does not continue the smaller one: what that counts was changed.</summary>
    NotContinued,
}

/// <summary>Checks what the platform shows, as the auditor's own program does, with the keys that the platform tells.</summary>
internal static class ProofChecks
{
    public static ProofVerdict Of(EntryProof proof, string publicKeys) => WithKeys(publicKeys, keys =>
        !proof.Head.IsSignedBy(keys) ? ProofVerdict.NotSigned
        : proof.FaultOf(keys) is not null ? ProofVerdict.NotCounted
        : ProofVerdict.Good);

    /// <param name="proof">That the larger head continues the smaller one.</param>
    /// <param name="smaller">The smaller head, as it was kept.</param>
    /// <param name="publicKeys">As PEM.</param>
    public static ProofVerdict Of(HeadProof proof, SignedHead smaller, string publicKeys) => WithKeys(publicKeys, keys =>
        !proof.Head.IsSignedBy(keys) || !smaller.IsSignedBy(keys) ? ProofVerdict.NotSigned
        : proof.First == smaller.Size && proof.Extends(smaller.Root) ? ProofVerdict.Good
        : ProofVerdict.NotContinued);

    private static ProofVerdict WithKeys(string publicKeys, Func<IReadOnlyList<ECDsa>, ProofVerdict> check)
    {
        if (publicKeys.Length == 0)
        {
            return ProofVerdict.NoKey;
        }

        var keys = HeadKey.ReadAll(publicKeys);
        try
        {
            return check(keys);
        }
        finally
        {
            foreach (var key in keys)
            {
                key.Dispose();
            }
        }
    }
}
