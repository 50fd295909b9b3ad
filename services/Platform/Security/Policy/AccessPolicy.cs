using Concord.Contracts.Access;
using Concord.Platform.Persistence;

namespace Concord.Platform.Security.Policy;

/// <summary>
/// Who may do what to which record: the one place that says it, as docs/access.md tells it. A caller needs a role that carries the permission; the clearance for the record's
/// classification; and where the record is Strictly Confidential and belongs to a process, to be named in the compartment of that process. Whatever is not allowed so is refused.
/// A service adds what its own records ask for beside that, and takes nothing away.
/// </summary>
public static class AccessPolicy
{
    /// <summary>A role held in the caller's organization carries the permission; one that names no role is every signed-in caller's.</summary>
    public static bool Holds(this Caller caller, Permission permission) => caller != Caller.Nobody && (permission.Roles.Length == 0 || permission.Roles.Any(caller.Roles.Contains));

    /// <summary>The clearance covers the classification. Enough for a record of no process, and for what a caller may classify.</summary>
    public static bool IsClearedFor(this Caller caller, Classification label) => caller.Clearance >= label;

    /// <summary>Below Strictly Confidential nobody has to be named; there, the compartment names the caller now.</summary>
    public static bool IsNamedFor(this Caller caller, Classification label, string process) => label < Classification.StrictlyConfidential || caller.Compartments.Contains(process);

    /// <summary>Whether the caller sees a record of this process.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="label">Of the record.</param>
    /// <param name="process">Resource name of the process it belongs to.</param>
    public static bool MaySee(this Caller caller, Classification label, string process) => caller.IsClearedFor(label) && caller.IsNamedFor(label, process);

    /// <summary>For a query: the classifications that clearance alone opens. The records of <see cref="NamedIn(Caller)"/> come beside them.</summary>
    public static IReadOnlyList<Classification> OpenLabels(this Caller caller) => [.. caller.ClearedLabels().Where(label => caller.IsNamedFor(label, ""))];

    /// <summary>For a query of records that belong to no process: the classifications within the clearance.</summary>
    public static IReadOnlyList<Classification> ClearedLabels(this Caller caller) => [.. Enum.GetValues<Classification>().Where(caller.IsClearedFor)];

    /// <summary>For a query: the processes whose Strictly Confidential records the caller sees.</summary>
    public static IReadOnlyList<string> NamedIn(this Caller caller) => [.. caller.Compartments.Where(process => caller.MaySee(Classification.StrictlyConfidential, process))];

    /// <summary>The same as ids.</summary>
    public static IReadOnlyList<TId> NamedIn<TId>(this Caller caller) where TId : struct, IStrongId<TId> =>
        [.. caller.NamedIn().Select(name => ResourceName.TryParse<TId>(name, out var id) ? (TId?)id : null).OfType<TId>()];
}
