using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;

namespace Concord.Roster.Compartments;

/// <summary>Records of the roster that belong to a process.</summary>
internal static class Compartment
{
    /// <summary>Nobody puts a record where they cannot see it themselves: a Strictly Confidential one of a process is for those whom that names.</summary>
    public static void RefuseUnnamed(Classification label, string? process, Caller caller)
    {
        if (process?.StartsWith("processes/", StringComparison.Ordinal) == true && !caller.IsNamedFor(label, process))
        {
            throw Fail.Invalid("process", "A Strictly Confidential record of a process is for those whom the process names, and it does not name you.");
        }
    }
}
