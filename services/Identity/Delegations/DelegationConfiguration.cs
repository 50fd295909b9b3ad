using Concord.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Delegations;

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("Delegations");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Reason).HasMaxLength(2000);
        builder.Property(d => d.NamedBy).HasMaxLength(60);
        builder.Property(d => d.EndedBy).HasMaxLength(60);
        builder.Property(d => d.EndReason).HasMaxLength(2000);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.Person).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.Delegate).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.Person, d.CreateTime, d.Id });
        builder.HasIndex(d => new { d.Delegate, d.CreateTime, d.Id });
        builder.HasIndex(d => new { d.CreateTime, d.Id });
    }
}
