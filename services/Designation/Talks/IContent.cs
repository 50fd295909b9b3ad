using Concord.Platform.Errors;

namespace Concord.Designation.Talks;

/// <summary>What callers write of a record of the talks: it is stored as one text with its record.</summary>
internal interface IContent<TSelf> where TSelf : IContent<TSelf>
{
    /// <summary>The same with its texts trimmed; what is wrong is collected.</summary>
    TSelf Checked(Violations check);

    /// <summary>The delegations it names, each with its field. They have to be of the same process.</summary>
    IEnumerable<(string Field, string? Delegation)> NamedDelegations() => [];
}
