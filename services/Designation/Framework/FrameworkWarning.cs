using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Framework;

/// <summary>Substantive talks without a framework agreement are warned of and never forbidden (R52).</summary>
internal static class FrameworkWarning
{
    public const string Code = "NO_FRAMEWORK_AGREEMENT";

    /// <summary>What there is to say where a process stands in that state, or comes to it.</summary>
    public static IReadOnlyList<ProcessWarning> Of(ProcessState state, bool signed) => state == ProcessState.SubstantiveTalks && !signed
        ? [new ProcessWarning(Code, "R52", "Substantive talks without a signed framework agreement: too many processes falter for want of agreement on procedure.")]
        : [];

    /// <summary>The same, asked of the store.</summary>
    public static async Task<IReadOnlyList<ProcessWarning>> WarningsAsync(this DesignationDb db, Process process, CancellationToken cancellationToken) =>
        process.State == ProcessState.SubstantiveTalks
            ? Of(process.State, await db.FrameworkAgreements.AnyAsync(f => f.Process == process.Id && f.SignedRevision != null, cancellationToken))
            : [];
}
