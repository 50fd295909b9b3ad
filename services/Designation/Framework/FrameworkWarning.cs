using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Framework;

/// <summary>Talks without a signed framework agreement are warned of and never forbidden (R52): also where the process is said to have one.</summary>
internal static class FrameworkWarning
{
    public const string Code = "NO_FRAMEWORK_AGREEMENT";

    /// <summary>What there is to say where a process stands in that state, or comes to it.</summary>
    public static IReadOnlyList<ProcessWarning> Of(ProcessState state, bool signed) => AtTheTable(state) && !signed
        ? [new ProcessWarning(Code, "R52", "No framework agreement is signed: too many processes falter for want of agreement on procedure.")]
        : [];

    /// <summary>The same, asked of the store.</summary>
    public static async Task<IReadOnlyList<ProcessWarning>> WarningsAsync(this DesignationDb db, Process process, CancellationToken cancellationToken) =>
        AtTheTable(process.State)
            ? Of(process.State, await db.FrameworkAgreements.AnyAsync(f => f.Process == process.Id && f.SignedRevision != null, cancellationToken))
            : [];

    private static bool AtTheTable(ProcessState state) => state is ProcessState.FrameworkAgreed or ProcessState.SubstantiveTalks;
}
