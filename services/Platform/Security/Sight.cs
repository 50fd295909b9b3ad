using Concord.Contracts.Access;
using Concord.Platform.Persistence;

namespace Concord.Platform.Security;

/// <summary>
/// Who may see a record: the one place that says it (docs/access.md). Cleared for its classification; and where it is Strictly Confidential and belongs to a process,
/// named in the compartment of that process too. Whatever does not pass does not exist for the caller.
/// </summary>
public static class Sight
{
    /// <summary>Whether the clearance reaches so high. Enough for a record of no process, and for what a caller may classify.</summary>
    public static bool IsClearedFor(this Caller caller, Classification label) => caller.Clearance >= label;

    /// <summary>Whether the caller sees a record of this process.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="label">Of the record.</param>
    /// <param name="process">Resource name of the process it belongs to.</param>
    public static bool MaySee(this Caller caller, Classification label, string process) =>
        caller.IsClearedFor(label) && (label < Classification.StrictlyConfidential || caller.Compartments.Contains(process));

    /// <summary>The classifications that clearance alone opens, for a query; the records of <see cref="NamedIn(Caller)"/> come beside them.</summary>
    public static IReadOnlyList<Classification> OpenLabels(this Caller caller) =>
        [.. Enum.GetValues<Classification>().Where(label => label < Classification.StrictlyConfidential && caller.IsClearedFor(label))];

    /// <summary>The classifications within the clearance, for a query of records that belong to no process.</summary>
    public static IReadOnlyList<Classification> ClearedLabels(this Caller caller) => [.. Enum.GetValues<Classification>().Where(caller.IsClearedFor)];

    /// <summary>The processes whose Strictly Confidential records the caller sees, for a query.</summary>
    public static IReadOnlyList<string> NamedIn(this Caller caller) => caller.IsClearedFor(Classification.StrictlyConfidential) ? [.. caller.Compartments] : [];

    /// <summary>The same as ids.</summary>
    public static IReadOnlyList<TId> NamedIn<TId>(this Caller caller) where TId : struct, IStrongId<TId> =>
        [.. caller.NamedIn().Select(name => ResourceName.TryParse<TId>(name, out var id) ? (TId?)id : null).OfType<TId>()];
}
