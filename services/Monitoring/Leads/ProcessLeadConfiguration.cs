using Concord.Monitoring.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Monitoring.Leads;

internal sealed class ProcessLeadConfiguration : IEntityTypeConfiguration<ProcessLead>
{
    public void Configure(EntityTypeBuilder<ProcessLead> builder)
    {
        builder.HasKey(l => l.Process);
        builder.Property(l => l.Process).HasMaxLength(60);
        builder.Property(l => l.Organizations).HasKeyList();
        builder.Property(l => l.DisplayName).HasMaxLength(500);
        builder.Ignore(l => l.HasLead);
        builder.HasMany(l => l.Log).WithOne().HasForeignKey(e => e.Process).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeadLogEntryConfiguration : IEntityTypeConfiguration<LeadLogEntry>
{
    public void Configure(EntityTypeBuilder<LeadLogEntry> builder)
    {
        builder.ToTable("LeadLog");
        builder.HasKey(e => new { e.Process, e.Ordinal });
        builder.Property(e => e.Ordinal).ValueGeneratedNever();
        builder.Property(e => e.Process).HasMaxLength(60);
        builder.Property(e => e.Notice).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Organizations).HasKeyList();
        builder.Property(e => e.DisplayName).HasMaxLength(500);
    }
}
