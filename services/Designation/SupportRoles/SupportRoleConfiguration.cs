using Concord.Designation.Claims;
using Concord.Platform.Persistence;
using Concord.Designation.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.SupportRoles;

internal sealed class SupportRoleConfiguration : IEntityTypeConfiguration<SupportRole>
{
    public void Configure(EntityTypeBuilder<SupportRole> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Name);
        builder.Property(r => r.Organization).HasMaxLength(60);
        builder.Property(r => r.Role).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.Scope).HasMaxLength(2000);
        builder.Property(r => r.Coordinator).HasMaxLength(60);
        builder.Property(r => r.EndReason).HasMaxLength(2000);
        builder.Property(r => r.RegisteredBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(r => r.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Claim>().WithMany().HasForeignKey(r => r.Claim).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Process, r.CreateTime, r.Id });
        builder.HasIndex(r => new { r.Organization, r.CreateTime, r.Id });
    }
}
