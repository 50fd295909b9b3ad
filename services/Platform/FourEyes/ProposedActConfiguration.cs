using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.FourEyes;

/// <summary>For the store of a service that has acts of four eyes.</summary>
public sealed class ProposedActConfiguration : IEntityTypeConfiguration<ProposedAct>
{
    public void Configure(EntityTypeBuilder<ProposedAct> builder)
    {
        builder.ToTable("ProposedActs");
        builder.Property(a => a.Id).ValueGeneratedNever().HasConversion<StrongIdConverter<ProposedActId>>();
        builder.Property(a => a.Act).HasMaxLength(60);
        builder.Property(a => a.Record).HasMaxLength(60);
        builder.Property(a => a.Content).HasMaxLength(4000);
        builder.Property(a => a.Audience).HasMaxLength(60);
        builder.Property(a => a.Reason).HasMaxLength(2000);
        builder.Property(a => a.ProposedBy).HasMaxLength(60);
        builder.Property(a => a.ProposedByName).HasMaxLength(200);
        builder.Property(a => a.ProposedFor).HasMaxLength(60);
        builder.Property(a => a.ProposedForName).HasMaxLength(200);
        builder.Property(a => a.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.DecidedBy).HasMaxLength(60);
        builder.Property(a => a.DecidedByName).HasMaxLength(200);
        builder.Property(a => a.DecisionReason).HasMaxLength(2000);
        builder.HasIndex(a => new { a.CreateTime, a.Id });
        builder.HasIndex(a => new { a.Audience, a.CreateTime });
        builder.HasIndex(a => new { a.ProposedBy, a.CreateTime });
    }
}
