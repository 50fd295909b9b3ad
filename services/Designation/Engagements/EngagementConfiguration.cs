using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Engagements;

internal sealed class EngagementConfiguration : IEntityTypeConfiguration<Engagement>
{
    // A hundred entries of the longest texts there are, as JSON escapes them: six characters for one.
    private const int PartLength = 6_000_000;

    public void Configure(EntityTypeBuilder<Engagement> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.Name).Ignore(e => e.RecordName).Ignore(e => e.Classification).Ignore(e => e.Terms).Ignore(e => e.Phase);
        builder.Property(e => e.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.Versions).HasJson(PartLength);
        builder.Property(e => e.Steps).HasJson(PartLength);
        builder.Property(e => e.Phases).HasJson(PartLength);
        builder.Property(e => e.Findings).HasJson(PartLength);
        builder.Property(e => e.Risks).HasJson(PartLength);
        builder.Property(e => e.LegalChecks).HasJson(PartLength);
        builder.Property(e => e.Gestures).HasJson(PartLength);
        builder.HasOne<Process>().WithMany().HasForeignKey(e => e.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.Process, e.CreateTime, e.Id });
        builder.HasIndex(e => new { e.State, e.ReviewOn });
        builder.OwnsMany(e => e.Circle, circle =>
        {
            circle.ToTable("EngagementCircles");
            circle.WithOwner().HasForeignKey("EngagementId");
            circle.HasKey("EngagementId", nameof(CircleMember.Id));
            circle.Property(m => m.Id).ValueGeneratedNever();
            circle.Property(m => m.Account).HasMaxLength(60);
            circle.Property(m => m.Why).HasMaxLength(1000);
            circle.Property(m => m.NamedBy).HasJson(600);
            circle.Property(m => m.EndedBy!).HasJson(600);
            circle.Property(m => m.EndReason).HasMaxLength(2000);
            circle.HasIndex(m => m.Account);
        });
    }
}
