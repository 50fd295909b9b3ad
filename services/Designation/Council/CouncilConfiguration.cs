using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Council;

internal sealed class CouncilConfiguration : IEntityTypeConfiguration<CouncilSummary>, IEntityTypeConfiguration<CouncilMission>, IEntityTypeConfiguration<Recommendation>
{
    // Five sections of 4000 characters, each of which JSON may write as two.
    private const int SectionsLength = 42_000;

    public void Configure(EntityTypeBuilder<CouncilSummary> builder)
    {
        builder.ToTable("CouncilSummaries");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Name);
        builder.Ignore(s => s.RecordName);
        builder.Property(s => s.Classification).HasConversion<string>().HasMaxLength(40);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(s => s.Sections).HasJson(SectionsLength);
        builder.Property(s => s.DraftedBy).HasJson(600);
        builder.Property(s => s.EditedBy).HasJson(600);
        builder.Property(s => s.Writers).HasJson(10_000); // 101 at most, of 48 characters and their marks
        builder.Property(s => s.IssuedBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(s => s.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CouncilSummary>().WithMany().HasForeignKey(s => s.Corrects).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Process, s.CreateTime, s.Id });
    }

    public void Configure(EntityTypeBuilder<CouncilMission> builder)
    {
        builder.ToTable("CouncilMissions");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.Name);
        builder.Property(m => m.Objective).HasMaxLength(4000);
        builder.Property(m => m.Coordination).HasMaxLength(4000);
        builder.Property(m => m.Members).HasJson(2000);
        builder.Property(m => m.RecordedBy).HasJson(600);
        builder.Property(m => m.WithdrawReason).HasMaxLength(2000);
        builder.Property(m => m.WithdrawnBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(m => m.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.Process, m.CreateTime, m.Id });
    }

    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("CouncilRecommendations");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Name);
        builder.Property(r => r.Text).HasMaxLength(4000);
        builder.Property(r => r.Status).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.RecordedBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(r => r.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CouncilMission>().WithMany().HasForeignKey(r => r.Mission).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Mission, r.CreateTime, r.Id });
        builder.HasIndex(r => new { r.Status, r.CreateTime, r.Id });
        builder.OwnsMany(r => r.FollowUps, follow =>
        {
            follow.ToTable("CouncilFollowUps");
            follow.WithOwner().HasForeignKey("RecommendationId");
            follow.HasKey("RecommendationId", nameof(RecommendationStep.Number));
            follow.Property(f => f.Number).ValueGeneratedNever();
            follow.Property(f => f.Status).HasConversion<string>().HasMaxLength(40);
            follow.Property(f => f.Text).HasMaxLength(4000);
            follow.Property(f => f.By).HasJson(600);
        });
    }
}
