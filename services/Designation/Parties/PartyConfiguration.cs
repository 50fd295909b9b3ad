using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Parties;

internal sealed class PartyConfiguration
    : IEntityTypeConfiguration<Party>, IEntityTypeConfiguration<PartyVersion>, IEntityTypeConfiguration<ActorFact>, IEntityTypeConfiguration<Consent>
{
    // Thirty-one names and two reasons, as JSON escapes them.
    private const int FieldsLength = 70_000;

    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Name);
        builder.Property(p => p.Fields).HasJson(FieldsLength);
        builder.Property(p => p.NameKey).HasMaxLength(100);
        builder.Property(p => p.By).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(p => p.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Party>().WithMany().HasForeignKey(p => p.MergedInto).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.Process, p.NameKey }).IsUnique();
        builder.HasIndex(p => new { p.Process, p.CreateTime, p.Id });
    }

    public void Configure(EntityTypeBuilder<PartyVersion> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Fields).HasJson(FieldsLength);
        builder.Property(v => v.By).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(v => v.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Party>().WithMany().HasForeignKey(v => v.Party).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Party>().WithMany().HasForeignKey(v => v.MergedInto).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.Party, v.CreateTime, v.Id });
    }

    public void Configure(EntityTypeBuilder<ActorFact> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Name);
        builder.Property(f => f.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(f => f.Statement).HasMaxLength(2000);
        builder.Property(f => f.Source).HasMaxLength(1000);
        builder.Property(f => f.Relation).HasConversion<string>().HasMaxLength(40);
        builder.Property(f => f.Counterpart).HasMaxLength(400);
        builder.Property(f => f.Listing!).HasJson(5000);
        builder.Property(f => f.By).HasJson(600);
        builder.Property(f => f.End!).HasJson(Closing.Length);
        builder.HasOne<Process>().WithMany().HasForeignKey(f => f.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Party>().WithMany().HasForeignKey(f => f.Party).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Party>().WithMany().HasForeignKey(f => f.To).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.Process, f.CreateTime, f.Id });
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Name);
        builder.Property(c => c.Scope).HasMaxLength(2000);
        builder.Property(c => c.Form).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.ReportedBy).HasMaxLength(400);
        builder.Property(c => c.Source).HasMaxLength(1000);
        builder.Property(c => c.By).HasJson(600);
        builder.Property(c => c.Withdrawal!).HasJson(22_000);
        builder.Property(c => c.Retraction!).HasJson(Closing.Length);
        builder.HasOne<Process>().WithMany().HasForeignKey(c => c.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Party>().WithMany().HasForeignKey(c => c.Party).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Process, c.CreateTime, c.Id });
    }
}
