using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Email).HasMaxLength(200);
        builder.Property(a => a.EmailKey).HasMaxLength(200);
        builder.Property(a => a.DisplayName).HasMaxLength(200);
        builder.Property(a => a.Organization).HasMaxLength(60);
        builder.Property(a => a.Clearance).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.PasswordHash).HasMaxLength(400);
        builder.Property(a => a.SecurityStamp).HasMaxLength(40);
        builder.Property(a => a.Language).HasMaxLength(10);
        builder.Property(a => a.HandedOverTo).HasMaxLength(60);

        // Read and written with the account, never asked for alone.
        builder.Property(a => a.Roles).HasMaxLength(400).HasConversion(
            roles => string.Join(' ', roles),
            text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), roles => string.Join(' ', roles).GetHashCode(StringComparison.Ordinal), roles => roles));
        builder.HasIndex(a => a.EmailKey).IsUnique();
        builder.HasIndex(a => new { a.CreateTime, a.Id });
        builder.HasIndex(a => new { a.Organization, a.CreateTime, a.Id });
    }
}
