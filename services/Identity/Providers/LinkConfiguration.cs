using Concord.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Providers;

internal sealed class LinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("AccountLinks");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Issuer).HasMaxLength(AccountLink.LongestIssuer);
        builder.Property(l => l.Key).HasMaxLength(64);
        builder.Property(l => l.Label).HasMaxLength(AccountLink.LongestLabel);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.Key).IsUnique();
        builder.HasIndex(l => new { l.Account, l.Issuer }).IsUnique();
    }
}
