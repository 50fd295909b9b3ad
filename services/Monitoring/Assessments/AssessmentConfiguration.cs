using Concord.Monitoring.Agreements;
using Concord.Monitoring.Provisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Monitoring.Assessments;

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Report).HasMaxLength(200);
        builder.Property(a => a.ReportTitle).HasMaxLength(300);
        builder.Property(a => a.Note).HasMaxLength(1000);
        builder.Property(a => a.Assessor).HasMaxLength(200);
        builder.Property(a => a.AssessorName).HasMaxLength(200);
        builder.Property(a => a.AssessorOrganization).HasMaxLength(60);
        builder.Property(a => a.RetractReason).HasMaxLength(500);
        builder.Property(a => a.RetractedBy).HasMaxLength(200);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(a => a.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Provision>().WithMany().HasForeignKey(a => a.Provision).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Agreement, a.CreateTime, a.Id });
        builder.HasIndex(a => new { a.Provision, a.AsOf, a.CreateTime, a.Id });
    }
}
