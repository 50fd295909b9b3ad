using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Conduct;

internal sealed class ConductConfiguration : IEntityTypeConfiguration<ConductCode>, IEntityTypeConfiguration<ConductAcceptance>
{
    public void Configure(EntityTypeBuilder<ConductCode> builder)
    {
        builder.ToTable("ConductCodes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Name);
        builder.Property(c => c.Title).HasMaxLength(200);
        builder.Property(c => c.Version).HasMaxLength(60);
        builder.Property(c => c.Reference).HasMaxLength(400);
        builder.Property(c => c.Text).HasMaxLength(ConductCode.LongestText);
        builder.Property(c => c.Sha256).HasMaxLength(64);
        builder.Property(c => c.AdoptedBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(c => c.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Process, c.Number }).IsUnique();
        builder.HasIndex(c => new { c.Process, c.CreateTime, c.Id });
    }

    public void Configure(EntityTypeBuilder<ConductAcceptance> builder)
    {
        builder.ToTable("ConductAcceptances");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Organization).HasMaxLength(60);
        builder.Property(a => a.AcceptedBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(a => a.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ConductCode>().WithMany().HasForeignKey(a => a.Code).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Code, a.Organization }).IsUnique();
    }
}
