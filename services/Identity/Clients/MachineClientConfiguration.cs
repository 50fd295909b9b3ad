using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Clients;

internal sealed class MachineClientConfiguration : IEntityTypeConfiguration<MachineClient>, IEntityTypeConfiguration<ClientUse>
{
    public void Configure(EntityTypeBuilder<MachineClient> builder)
    {
        builder.ToTable("Clients");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.ProtocolId).Ignore(c => c.Rights);
        builder.Property(c => c.DisplayName).HasMaxLength(200);
        builder.Property(c => c.Organization).HasMaxLength(60);
        builder.Property(c => c.Clearance).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.SecretHash).HasMaxLength(64);
        builder.Property(c => c.FormerSecretHash).HasMaxLength(64);
        Words(builder.Property(c => c.Roles).HasMaxLength(400));
        Words(builder.Property(c => c.Scopes).HasMaxLength(2000));
        builder.HasOne(c => c.Use).WithOne().HasForeignKey<ClientUse>(u => u.Client).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.CreateTime, c.Id });
        builder.HasIndex(c => new { c.Organization, c.CreateTime, c.Id });
    }

    public void Configure(EntityTypeBuilder<ClientUse> builder)
    {
        builder.ToTable("ClientUses");
        builder.HasKey(u => u.Client);
        builder.Property(u => u.Client).ValueGeneratedNever();
    }

    // Read and written with the client, never asked for alone.
    private static void Words(PropertyBuilder<IReadOnlyList<string>> property) => property.HasConversion(
        words => string.Join(' ', words),
        text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), words => string.Join(' ', words).GetHashCode(StringComparison.Ordinal), words => words));
}
