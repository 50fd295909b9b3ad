using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Standby;

internal sealed class StandbyConfiguration : IEntityTypeConfiguration<StandbyRequest>
{
    public void Configure(EntityTypeBuilder<StandbyRequest> builder)
    {
        builder.ToTable("StandbyRequests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.RecordName).Ignore(r => r.Editable);
        builder.Property(r => r.Organization).HasMaxLength(60);
        builder.Property(r => r.RequestedBy).HasJson(Author.MaxLength);
        builder.Property(r => r.Requester).HasConversion<string>().HasMaxLength(30);
        builder.Property(r => r.Process).HasMaxLength(60);
        builder.Property(r => r.Classification).HasConversion<string>().HasMaxLength(30);
        builder.Property(r => r.Country).HasMaxLength(3);
        builder.Property(r => r.Place).HasMaxLength(300);
        builder.Property(r => r.Purpose).HasMaxLength(2000);
        builder.Property(r => r.Tasks).HasConversion(SkillText.Words<StandbyTask>(), SkillText.SameItems<StandbyTask>()).HasMaxLength(200);
        builder.Property(r => r.Functions).HasConversion(SkillText.Words<TeamFunction>(), SkillText.SameItems<TeamFunction>()).HasMaxLength(200);
        builder.Property(r => r.Themes).HasConversion(SkillText.Words<ExpertiseArea>(), SkillText.SameItems<ExpertiseArea>()).HasMaxLength(1000);
        builder.Property(r => r.Mode).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Package).HasJson(10_000);
        builder.Property(r => r.AcknowledgedBy!).HasJson(Author.MaxLength);
        builder.Property(r => r.ApprovedBy!).HasJson(Author.MaxLength);
        builder.Property(r => r.DeclinedBy!).HasJson(Author.MaxLength);
        builder.Property(r => r.DeclineReason).HasMaxLength(1000);
        builder.Property(r => r.Review).HasMaxLength(500);
        builder.HasIndex(r => new { r.State, r.DueTime });
        builder.HasIndex(r => new { r.CreateTime, r.Id });
    }
}
