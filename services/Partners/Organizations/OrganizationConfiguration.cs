using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Partners.Organizations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.DisplayName).HasMaxLength(200);
        builder.Property(o => o.Acronym).HasMaxLength(30);
        builder.Property(o => o.NameKey).HasMaxLength(200);
        builder.Property(o => o.ReferenceCode).HasMaxLength(30);
        builder.Property(o => o.Parent).HasMaxLength(60);
        builder.Property(o => o.LeaveReason).HasMaxLength(2000);
        builder.Property(o => o.Kind).HasConversion<string>().HasMaxLength(40);
        builder.HasIndex(o => o.NameKey).IsUnique();
        builder.HasIndex(o => new { o.CreateTime, o.Id });
    }
}
