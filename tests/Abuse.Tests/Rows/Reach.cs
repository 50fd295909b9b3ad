using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concord.Abuse.Tests.People;
using Operation = Concord.Abuse.Tests.Contract.Operation;

namespace Concord.Abuse.Tests.Rows;

/// <summary>A request that reaches its operation and would be carried out.</summary>
/// <param name="Person">Who may send it.</param>
/// <param name="Ids">In the places of the path's names.</param>
/// <param name="Body">Null where it takes none.</param>
/// <param name="Query">With its question mark; empty where none is needed.</param>
internal sealed record Reach(string Person, IReadOnlyList<string> Ids, JsonObject? Body, string Query);

/// <summary>How one operation is reached, and which cases do not apply to it.</summary>
internal sealed partial class Row(string operation, string person, Func<World, Task<string>> record)
{
    public string Operation => operation;

    public string Person => person;

    /// <summary>Made for each request that is carried out; the contract's example where null.</summary>
    public Func<World, string, JsonObject>? Body { get; init; }

    public Func<World, string>? Query { get; init; }

    /// <summary>Another person who holds the permission, of an organization or with a name that must not do this; null where the operation asks for neither.</summary>
    public string? Stranger { get; init; }

    /// <summary>Where even the right request cannot be carried out here: with this status, and why.</summary>
    public (HttpStatusCode Status, string Reason)? Ends { get; init; }

    /// <summary>Cases that do not apply, by name, and why.</summary>
    public Dictionary<string, string> NotFor { get; init; } = [];

    public async Task<Reach> ReachAsync(World world, Operation attacked)
    {
        var name = await record(world);
        var ids = Uuids().Matches(name).Select(m => m.Value).ToList();
        IReadOnlyList<string> given = name.Contains(',', StringComparison.Ordinal) || (ids.Count == 0 && name.Length > 0) ? name.Split(',') : ids;
        return new Reach(person, [.. given.Take(attacked.PathNames.Count)], Body?.Invoke(world, name) ?? attacked.Example?.DeepClone().AsObject(), Query?.Invoke(world) ?? "");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    public static partial Regex Uuids();
}
