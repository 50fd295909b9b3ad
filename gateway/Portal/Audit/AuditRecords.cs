using System.Text;
using System.Text.Json;
using Concord.Contracts.Audit;
using Concord.Portal.Api;

namespace Concord.Portal.Audit;

/// <summary>The chains there are, one of each service.</summary>
internal static class Chains
{
    public static IReadOnlyList<string> All { get; } = ["designation", "identity", "monitoring", "partners", "roster"];
}

/// <summary>An entry as the list tells it, or as its own text does.</summary>
public sealed record AuditedEntry(
    string? Name, long Sequence, DateTimeOffset Time, string Actor, string? Organization, string? Client, string Action, string Outcome, string? Reason, string? Trace,
    IReadOnlyList<string> Resources, IReadOnlyList<AuditedChange> Changes, string Previous, string? Hash, string? ActsFor = null)
{
    public bool IsDone => Outcome == "DONE";

    /// <summary>The service whose chain it is in, where the list tells it.</summary>
    public string Chain => Name!.Split('/')[1];

    /// <summary>The entry that a text is: what is shown is then what was hashed. Null where the text is no entry.</summary>
    public static AuditedEntry? Of(string text) => AuditContent.Read(text) is null
        ? null
        : JsonSerializer.Deserialize<AuditedEntry>(text, PlatformApi.Json)! with { Hash = Convert.ToHexStringLower(MerkleTree.Leaf(Encoding.UTF8.GetBytes(text))) };
}

/// <summary>What happened to one record.</summary>
public sealed record AuditedChange(string Record, string Kind, IReadOnlyDictionary<string, FieldChange> Fields);

/// <summary>The public keys of a chain's heads.</summary>
internal sealed record ChainKeys(string PublicKeys);
