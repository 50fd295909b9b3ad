using Concord.Monitoring.Agreements;
using Concord.Monitoring.Persistence;
using Concord.Monitoring.Provisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Monitoring.Milestones;

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Key).HasMaxLength(Keys.MaxLength);
        builder.Property(m => m.Title).HasMaxLength(200);
        builder.Property(m => m.Responsible).HasKeyList();
        builder.OwnsOne(m => m.Deadline, d => d.Property(x => x.Anchor).HasMaxLength(Keys.MaxLength));
        builder.HasOne<Agreement>().WithMany().HasForeignKey(m => m.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Provision>().WithMany().HasForeignKey(m => m.Provision).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Predecessors).WithOne().HasForeignKey(p => p.Milestone).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Entries).WithOne().HasForeignKey(e => e.Milestone).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.Agreement, m.Key }).IsUnique();
    }
}

internal sealed class PredecessorConfiguration : IEntityTypeConfiguration<Predecessor>
{
    public void Configure(EntityTypeBuilder<Predecessor> builder)
    {
        builder.ToTable("MilestonePredecessors");
        builder.HasKey(p => new { p.Milestone, p.Before });
        builder.HasOne<Milestone>().WithMany().HasForeignKey(p => p.Before).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MilestoneEntryConfiguration : IEntityTypeConfiguration<MilestoneEntry>
{
    public void Configure(EntityTypeBuilder<MilestoneEntry> builder)
    {
        builder.ToTable("MilestoneEntries");
        builder.HasKey(e => new { e.Milestone, e.Ordinal });
        builder.Property(e => e.Ordinal).ValueGeneratedNever();
        builder.Property(e => e.Event).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.AgreedBy).HasKeyList();
        builder.Property(e => e.Report).HasMaxLength(200);
        builder.Property(e => e.Note).HasMaxLength(1000);
        builder.Property(e => e.By).HasMaxLength(200);
        builder.Property(e => e.ByName).HasMaxLength(200);
        builder.Property(e => e.ActsFor).HasMaxLength(60);
        builder.Property(e => e.ByOrganization).HasMaxLength(60);
    }
}
