using Concord.Contracts.Access;
using Concord.Platform.Persistence;

namespace Concord.Platform.Security.Policy;

/// <summary>
/// Who may do what to which record: the one place that says it, as docs/access.md tells it. A caller needs a role that carries the permission; a machine, to have asked for it; the clearance for the record's
/// classification; where the record is Strictly Confidential and belongs to a process, to be named in the compartment of that process; and where it is Confidential and the caller
/// comes from outside, a share. Whatever is not allowed so is refused. A service adds what its own records ask for beside that, and takes nothing away.
/// </summary>
public static class AccessPolicy
{
    /// <summary>A role held in the caller's organization carries the permission; one that names no role is every signed-in caller's. Nobody is no person and has asked for nothing.</summary>
    public static bool Holds(this Caller caller, Permission permission) => caller.AskedFor(permission) && (permission.Roles.Length == 0 || permission.Roles.Any(caller.Roles.Contains));

    /// <summary>A machine does what its token asks for and nothing else that its roles would carry; a person's token narrows nothing.</summary>
    public static bool AskedFor(this Caller caller, Permission permission) => caller.IsPerson || caller.Scopes.Contains(permission.Name);

    /// <summary>The clearance covers the classification. Enough for a record of no process, and for what a caller may classify.</summary>
    public static bool IsClearedFor(this Caller caller, Classification label) => caller.Clearance >= label;

    /// <summary>Below Strictly Confidential nobody has to be named; there, the compartment names the caller now.</summary>
    public static bool IsNamedFor(this Caller caller, Classification label, string process) => label < Classification.StrictlyConfidential || caller.Compartments.Contains(process);

    /// <summary>Holds no role inside the system.</summary>
    public static bool IsOutside(this Caller caller) => !caller.Roles.Any(Roles.OfSystem.Contains);

    /// <summary>What a share opens: Unclassified asks for none, and Strictly Confidential is for those who are named, or keep it.</summary>
    public static bool IsByShare(Classification label) => label == Classification.Confidential;

    /// <summary>Whether the caller sees a record of this process only where it is shared.</summary>
    public static bool AsksForShare(this Caller caller, Classification label) => IsByShare(label) && caller.IsOutside();

    /// <summary>Whether the caller sees a record of this process.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="label">Of the record.</param>
    /// <param name="process">Resource name of the process it belongs to.</param>
    /// <param name="record">Its own resource name.</param>
    public static bool MaySee(this Caller caller, Classification label, string process, string record) =>
        caller.IsClearedFor(label) && caller.IsNamedFor(label, process) && (!caller.AsksForShare(label) || caller.Shared.Contains(record));

    /// <summary>Whether the caller sees a record that belongs to no process, but to the organization that keeps it, only where it is shared.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="label">Of the record.</param>
    /// <param name="keeper">Resource name of that organization.</param>
    /// <param name="beyond">The caller's work is with what every organization keeps.</param>
    public static bool AsksForShareOfKept(this Caller caller, Classification label, string keeper, bool beyond) => label != Classification.Unclassified && !beyond && keeper != caller.Organization;

    /// <summary>Whether the caller sees such a record.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="label">Of the record.</param>
    /// <param name="keeper">Resource name of the organization that keeps it.</param>
    /// <param name="beyond">The caller's work is with what every organization keeps.</param>
    /// <param name="record">Its own resource name.</param>
    public static bool MaySeeKept(this Caller caller, Classification label, string keeper, bool beyond, string record) =>
        caller.IsClearedFor(label) && (!caller.AsksForShareOfKept(label, keeper, beyond) || (IsByShare(label) && caller.Shared.Contains(record)));

    /// <summary>For a query: the classifications that clearance alone opens. The records of <see cref="NamedIn(Caller)"/> and of <see cref="SharedLabels"/> come beside them.</summary>
    public static IReadOnlyList<Classification> OpenLabels(this Caller caller) => [.. caller.ClearedLabels().Where(label => caller.IsNamedFor(label, "") && !caller.AsksForShare(label))];

    /// <summary>For a query of records that belong to no process: the classifications that clearance alone opens, whoever keeps them. Within <see cref="ClearedLabels"/> comes what the own organization keeps, and what <see cref="SharedLabels"/> say.</summary>
    public static IReadOnlyList<Classification> OpenKeptLabels(this Caller caller, bool beyond) => [.. caller.ClearedLabels().Where(label => !caller.AsksForShareOfKept(label, "", beyond))];

    /// <summary>For a query: the classifications of which the caller sees what is shared, <see cref="SharedWith{TId}"/>.</summary>
    public static IReadOnlyList<Classification> SharedLabels(this Caller caller) => [.. caller.ClearedLabels().Where(IsByShare)];

    /// <summary>For a query of records that belong to no process: the classifications within the clearance.</summary>
    public static IReadOnlyList<Classification> ClearedLabels(this Caller caller) => [.. Enum.GetValues<Classification>().Where(caller.IsClearedFor)];

    /// <summary>For a query: the processes whose Strictly Confidential records the caller sees.</summary>
    public static IReadOnlyList<string> NamedIn(this Caller caller) => [.. caller.Compartments.Where(process => caller.MaySee(Classification.StrictlyConfidential, process, process))];

    /// <summary>The same as ids.</summary>
    public static IReadOnlyList<TId> NamedIn<TId>(this Caller caller) where TId : struct, IStrongId<TId> => IdsOf<TId>(caller.NamedIn());

    /// <summary>For a query: the records of this kind that are shared with the caller.</summary>
    public static IReadOnlyList<TId> SharedWith<TId>(this Caller caller) where TId : struct, IStrongId<TId> => IdsOf<TId>(caller.Shared);

    private static IReadOnlyList<TId> IdsOf<TId>(IEnumerable<string> names) where TId : struct, IStrongId<TId> =>
        [.. names.Select(name => ResourceName.TryParse<TId>(name, out var id) ? (TId?)id : null).OfType<TId>()];
}
