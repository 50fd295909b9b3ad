using Concord.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Grants;

internal sealed class GrantConfiguration : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("Grants");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Role).HasMaxLength(40);
        builder.Property(g => g.Clearance).HasConversion<string>().HasMaxLength(40);
        builder.Property(g => g.Reason).HasMaxLength(2000);
        builder.Property(g => g.GivenBy).HasMaxLength(60);
        builder.Property(g => g.ApprovedBy).HasMaxLength(60);
        builder.Property(g => g.EndedBy).HasMaxLength(60);
        builder.Property(g => g.EndReason).HasMaxLength(2000);
        builder.HasOne<Account>().WithMany().HasForeignKey(g => g.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.Account, g.CreateTime, g.Id });
        builder.HasIndex(g => new { g.Role, g.UntilTime });
    }
}
