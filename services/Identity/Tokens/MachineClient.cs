using System.Text.Json;
using Concord.Contracts.Access;

namespace Concord.Identity.Tokens;

/// <summary>A partner system that acts for an organization with its own credentials; kept as properties of its client.</summary>
internal sealed record MachineClient(string Id, string DisplayName, string? Organization, IReadOnlyList<string> Roles, Classification Clearance)
{
    private const string Property = "concord";

    private sealed record Kept(string? Organization, IReadOnlyList<string> Roles, string Clearance);

    /// <summary>Null where the client may not act for itself.</summary>
    public static MachineClient? Read(string id, string? displayName, IReadOnlyDictionary<string, JsonElement> properties) =>
        properties.TryGetValue(Property, out var json) && json.Deserialize<Kept>() is { } kept && Enum.TryParse<Classification>(kept.Clearance, out var clearance)
            ? new MachineClient(id, displayName ?? id, kept.Organization, kept.Roles, clearance)
            : null;

    public void WriteTo(IDictionary<string, JsonElement> properties) =>
        properties[Property] = JsonSerializer.SerializeToElement(new Kept(Organization, Roles, Clearance.ToString()));
}
