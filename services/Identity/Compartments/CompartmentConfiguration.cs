using Concord.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Compartments;

internal sealed class CompartmentConfiguration : IEntityTypeConfiguration<Compartment>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Compartment> builder)
    {
        builder.ToTable("Compartments");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.Compartment).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(m => m.Function).HasMaxLength(100);
        builder.Property(m => m.Reason).HasMaxLength(2000);
        builder.Property(m => m.NamedBy).HasMaxLength(60);
        builder.Property(m => m.ApprovedBy).HasMaxLength(60);
        builder.Property(m => m.EndedBy).HasMaxLength(60);
        builder.Property(m => m.EndReason).HasMaxLength(2000);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.Compartment, m.CreateTime, m.Id });
        builder.HasIndex(m => new { m.Account, m.EndTime });
        builder.HasIndex(m => new { m.EndTime, m.UntilTime });
    }
}
