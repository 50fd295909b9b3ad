using Concord.Monitoring.Agreements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Monitoring.Provisions;

internal sealed class ProvisionConfiguration : IEntityTypeConfiguration<Provision>
{
    public void Configure(EntityTypeBuilder<Provision> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Clause).HasMaxLength(40);
        builder.Property(p => p.Title).HasMaxLength(200);
        builder.Property(p => p.Area).HasConversion<string>().HasMaxLength(60);
        builder.Property(p => p.Beneficiaries).HasMaxLength(300);
        builder.Property(p => p.Priority).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.VerificationMethod).HasMaxLength(500);
        builder.Property(p => p.Monitor).HasMaxLength(Keys.MaxLength);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(p => p.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Obligated).WithOne().HasForeignKey(o => o.Provision).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.Agreement, p.Clause }).IsUnique();
        builder.HasIndex(p => new { p.Agreement, p.CreateTime, p.Id });
    }
}

internal sealed class ObligatedPartyConfiguration : IEntityTypeConfiguration<ObligatedParty>
{
    public void Configure(EntityTypeBuilder<ObligatedParty> builder)
    {
        builder.ToTable("ProvisionParties");
        builder.HasKey(o => new { o.Provision, o.Party });
        builder.Property(o => o.Party).HasMaxLength(Keys.MaxLength);
    }
}
