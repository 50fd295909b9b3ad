using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Sharing;

/// <summary>For the store of a service whose records are shared.</summary>
public sealed class ShareConfiguration : IEntityTypeConfiguration<Share>
{
    public void Configure(EntityTypeBuilder<Share> builder)
    {
        builder.ToTable("Shares");
        builder.Property(s => s.Id).ValueGeneratedNever().HasConversion<StrongIdConverter<ShareId>>();
        builder.Ignore(s => s.Name);
        builder.Property(s => s.Record).HasMaxLength(60);
        builder.Property(s => s.Owner).HasMaxLength(60);
        builder.Property(s => s.Organization).HasMaxLength(60);
        builder.Property(s => s.LastingWith).HasMaxLength(60);
        builder.Property(s => s.OrganizationName).HasMaxLength(200);
        builder.Property(s => s.Scope).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Purpose).HasMaxLength(2000);
        builder.Property(s => s.ConsentBy).HasMaxLength(200);
        builder.Property(s => s.ConsentForm).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.ConsentEvidence).HasMaxLength(300);
        builder.Property(s => s.ExposedToReprisals).HasMaxLength(2000);
        builder.Property(s => s.GivenBy).HasMaxLength(60);
        builder.Property(s => s.GivenByName).HasMaxLength(200);
        builder.Property(s => s.EndedBy).HasMaxLength(60);
        builder.Property(s => s.EndedByName).HasMaxLength(200);
        builder.Property(s => s.EndReason).HasMaxLength(2000);
        builder.HasIndex(s => new { s.Record, s.LastingWith }).IsUnique();
        builder.HasIndex(s => new { s.Record, s.CreateTime, s.Id });
        builder.HasIndex(s => new { s.Organization, s.EndTime, s.UntilTime });
    }
}
