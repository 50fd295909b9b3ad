using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Mandates;

internal sealed class MandateConfiguration : IEntityTypeConfiguration<Mandate>, IEntityTypeConfiguration<MandateRenewal>, IEntityTypeConfiguration<MediatorRequest>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.Name);
        builder.Property(m => m.Organization).HasMaxLength(60);
        builder.Property(m => m.Organ).HasMaxLength(200);
        builder.Property(m => m.Reference).HasMaxLength(200);
        builder.Property(m => m.Summary).HasMaxLength(4000);
        builder.Property(m => m.Documents).HasJson(DocumentReference.ColumnLength);
        builder.Property(m => m.RegisteredBy).HasJson(600);
        builder.Property(m => m.EndReason).HasMaxLength(2000);
        builder.Property(m => m.EndedBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(m => m.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.Process, m.CreateTime, m.Id });
        builder.HasIndex(m => m.ExpireOn);
    }

    public void Configure(EntityTypeBuilder<MandateRenewal> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reference).HasMaxLength(200);
        builder.Property(r => r.Documents).HasJson(DocumentReference.ColumnLength);
        builder.Property(r => r.RegisteredBy).HasJson(600);
        builder.HasOne<Mandate>().WithMany().HasForeignKey(r => r.Mandate).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Mandate, r.CreateTime, r.Id });
    }

    public void Configure(EntityTypeBuilder<MediatorRequest> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Name);
        builder.Property(r => r.Entry).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.Party).HasMaxLength(200);
        builder.Property(r => r.Organization).HasMaxLength(60);
        builder.Property(r => r.Form).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.Text).HasMaxLength(4000);
        builder.Property(r => r.Documents).HasJson(DocumentReference.ColumnLength);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.Note).HasMaxLength(2000);
        builder.Property(r => r.RecordedBy).HasJson(600);
        builder.Property(r => r.ClosedBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(r => r.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Process, r.CreateTime, r.Id });
    }
}
