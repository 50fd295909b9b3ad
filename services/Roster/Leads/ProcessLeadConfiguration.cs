using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Leads;

internal sealed class ProcessLeadConfiguration : IEntityTypeConfiguration<ProcessLead>, IEntityTypeConfiguration<LeadHolder>
{
    public void Configure(EntityTypeBuilder<ProcessLead> builder)
    {
        builder.ToTable("ProcessLeads");
        builder.HasKey(l => l.Process);
        builder.Property(l => l.Process).HasMaxLength(60);
        builder.HasMany(l => l.Holders).WithOne().HasForeignKey(h => h.Process).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(l => l.Holders).HasField("_holders").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<LeadHolder> builder)
    {
        builder.ToTable("LeadHolders");
        builder.HasKey(h => new { h.Process, h.Organization });
        builder.Property(h => h.Organization).HasMaxLength(60);
        builder.HasIndex(h => h.Organization);
    }
}
