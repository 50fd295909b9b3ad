using Concord.Designation.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Lead;

/// <summary>
/// Keeps acts in the lead's name and changes of the lead apart (R143). Whoever acts for the lead writes this row where it still has the epoch that was read, and a change of the lead writes the next epoch into it:
/// the database lets one of the two through. Acts of the same lead do not get in each other's way, for they leave the epoch as it is.
/// </summary>
internal sealed class LeadFence
{
    private LeadFence() { } // EF

    public ProcessId Process { get; private init; }
    public long Epoch { get; private set; }
    public DateTime ActTime { get; private set; }

    public static LeadFence Of(Process process, DateTime now) => new() { Process = process.Id, Epoch = process.LeadEpoch, ActTime = now };

    /// <summary>The row changes, whatever the clock says: a row that does not change is not sent.</summary>
    public void Pass(DateTime now) => ActTime = now > ActTime ? now : ActTime.AddMicroseconds(1);

    public void Move(long epoch) => Epoch = epoch;
}

internal sealed class LeadFenceConfiguration : IEntityTypeConfiguration<LeadFence>
{
    public void Configure(EntityTypeBuilder<LeadFence> builder)
    {
        builder.ToTable("LeadFences");
        builder.HasKey(f => f.Process);
        builder.Property(f => f.Process).ValueGeneratedNever();
        builder.Property(f => f.Epoch).IsConcurrencyToken();
        builder.HasOne<Process>().WithOne().HasForeignKey<LeadFence>(f => f.Process).OnDelete(DeleteBehavior.Restrict);
    }
}
