using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Compartments;

/// <summary>
/// A process that is Strictly Confidential, as far as this service has heard: what the roster was asked for it is for those whom it names, whatever its own label says (R127). Kept beside the records and not in them: one that is
/// made at the very moment cannot miss it.
/// </summary>
internal sealed class RestrictedProcess
{
    private RestrictedProcess() { } // EF

    private RestrictedProcess(string process) => Process = process;

    /// <summary>Resource name.</summary>
    public string Process { get; private init; } = "";

    /// <summary>Keeps it where it is not kept; saved with the caller's change.</summary>
    public static async Task KeepAsync(RosterDb db, string process, CancellationToken cancellationToken)
    {
        if (!await db.RestrictedProcesses.AnyAsync(p => p.Process == process, cancellationToken))
        {
            db.Add(new RestrictedProcess(process));
        }
    }
}

internal sealed class RestrictedProcessConfiguration : IEntityTypeConfiguration<RestrictedProcess>
{
    public void Configure(EntityTypeBuilder<RestrictedProcess> builder)
    {
        builder.ToTable("RestrictedProcesses");
        builder.HasKey(p => p.Process);
        builder.Property(p => p.Process).HasMaxLength(60);
    }
}
