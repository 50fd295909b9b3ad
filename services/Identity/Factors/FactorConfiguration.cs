using Concord.Identity.Accounts;
using Concord.Platform.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Factors;

internal sealed class FactorConfiguration : IEntityTypeConfiguration<Authenticator>, IEntityTypeConfiguration<RecoveryCodes>, IEntityTypeConfiguration<Passkey>
{
    private const int LongestSecret = 100; // as JSON

    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.ToTable("Authenticators");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Secret).IsSealed(LongestSecret);
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Account).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RecoveryCodes> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hashes).HasMaxLength(RecoveryCodes.Count * 65).HasConversion(
            hashes => string.Join(' ', hashes),
            text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), hashes => string.Join(' ', hashes).GetHashCode(StringComparison.Ordinal), hashes => hashes));
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Account).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("Passkeys");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(Passkey.LongestName);
        builder.Property(p => p.CredentialId).HasMaxLength(Passkey.LongestCredential);
        builder.Property(p => p.PublicKey).HasMaxLength(Passkey.LongestKey);
        builder.Property(p => p.Transports).HasMaxLength(200);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.Account);
    }
}
