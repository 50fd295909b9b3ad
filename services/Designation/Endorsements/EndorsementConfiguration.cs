using Concord.Designation.Mandates;
using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Endorsements;

internal sealed class EndorsementConfiguration : IEntityTypeConfiguration<Endorsement>
{
    public void Configure(EntityTypeBuilder<Endorsement> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.Name);
        builder.Ignore(e => e.RolesToClarify);
        builder.Property(e => e.Organ).HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.OrganName).HasMaxLength(200);
        builder.Property(e => e.Scope).HasMaxLength(2000);
        builder.Property(e => e.Documents).HasJson(DocumentReference.ColumnLength);
        builder.Property(e => e.RequestedBy).HasJson(600);
        builder.Property(e => e.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.Symbol).HasMaxLength(100);
        builder.Property(e => e.Text).HasMaxLength(4000);
        builder.Property(e => e.GrantProposedBy!).HasJson(600);
        builder.Property(e => e.GrantApprovedBy!).HasJson(600);
        builder.Property(e => e.Clarification).HasMaxLength(4000);
        builder.Property(e => e.ClarifiedBy!).HasJson(600);
        builder.Property(e => e.CloseReason).HasMaxLength(2000);
        builder.Property(e => e.ClosedBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(e => e.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.Process, e.CreateTime, e.Id });
    }
}
