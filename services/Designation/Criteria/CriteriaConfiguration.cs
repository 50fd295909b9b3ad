using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Criteria;

internal sealed class CriteriaConfiguration : IEntityTypeConfiguration<CandidateStatement>, IEntityTypeConfiguration<PartyAcceptance>, IEntityTypeConfiguration<LeadRationale>
{
    public void Configure(EntityTypeBuilder<CandidateStatement> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Name);
        builder.Property(s => s.Organization).HasMaxLength(60);
        builder.Property(s => s.Criterion).HasMaxLength(60);
        builder.Property(s => s.Statement).HasMaxLength(CriterionStatement.LongestStatement);
        builder.Property(s => s.Evidence).HasMaxLength(CriterionStatement.LongestEvidence);
        builder.Property(s => s.Author).HasJson(600);
        builder.Property(s => s.WithdrawReason).HasMaxLength(2000);
        builder.HasOne<Process>().WithMany().HasForeignKey(s => s.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Process, s.CreateTime, s.Id });
    }

    public void Configure(EntityTypeBuilder<PartyAcceptance> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Name);
        builder.Property(a => a.Organization).HasMaxLength(60);
        builder.Property(a => a.Party).HasMaxLength(200);
        builder.Property(a => a.Position).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.Source).HasMaxLength(2000);
        builder.Property(a => a.RecordedBy).HasJson(600);
        builder.Property(a => a.WithdrawReason).HasMaxLength(2000);
        builder.HasOne<Process>().WithMany().HasForeignKey(a => a.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Process, a.CreateTime, a.Id });
    }

    public void Configure(EntityTypeBuilder<LeadRationale> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Text).HasMaxLength(8000);
        builder.Property(r => r.Criteria).HasJson(4000);
        builder.Property(r => r.Reason).HasMaxLength(4000);
        builder.Property(r => r.PublishedBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(r => r.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Process, r.CreateTime, r.Id });
    }
}
