using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.SupportRequests;

internal sealed class SupportRequestConfiguration : IEntityTypeConfiguration<SupportRequest>
{
    public void Configure(EntityTypeBuilder<SupportRequest> builder)
    {
        builder.ToTable("SupportRequests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.RecordName);
        builder.Property(r => r.Organization).HasMaxLength(60);
        builder.Property(r => r.AskedBy).HasJson(Author.MaxLength);
        builder.Property(r => r.Requester).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.FocalPoints).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Title).HasMaxLength(200);
        builder.Property(r => r.Purpose).HasMaxLength(4000);
        builder.Property(r => r.Place).HasMaxLength(3);
        builder.Property(r => r.Expertise).HasConversion(SkillText.Words<ExpertiseArea>(), SkillText.SameItems<ExpertiseArea>()).HasMaxLength(SkillText.MaxLength);
        builder.Property(r => r.Languages).HasConversion(SkillText.Codes, SkillText.SameItems<string>()).HasMaxLength(300);
        builder.Property(r => r.Process).HasMaxLength(60);
        builder.Property(r => r.Classification).HasConversion<string>().HasMaxLength(30);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Urgency).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.TriagedBy!).HasJson(Author.MaxLength);
        builder.Property(r => r.Assignee).HasMaxLength(60);
        builder.Property(r => r.AssigneeName).HasMaxLength(200);
        builder.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.AnswerText).HasMaxLength(4000);
        builder.Property(r => r.Provided).HasConversion(SkillText.Codes, SkillText.SameItems<string>()).HasMaxLength(3000);
        builder.Property(r => r.RedirectedTo).HasMaxLength(60);
        builder.Property(r => r.AnsweredBy!).HasJson(Author.MaxLength);
        builder.Property(r => r.Usefulness).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Feedback).HasMaxLength(4000);
        builder.Property(r => r.ClosedBy!).HasJson(Author.MaxLength);
        builder.HasIndex(r => new { r.CreateTime, r.Id });
        builder.HasIndex(r => new { r.Organization, r.CreateTime, r.Id });
        builder.HasIndex(r => new { r.State, r.DueTime });
    }
}
