using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Assessments;

internal sealed class AttributeAssessmentConfiguration : IEntityTypeConfiguration<AttributeAssessment>
{
    // Every text at its longest, each character in the six that JSON may take for it, and what stands between them.
    private const int LongestText = 60_000;
    private const int LongestReply = 13_000;
    private const int LongestReason = 7_000;

    public void Configure(EntityTypeBuilder<AttributeAssessment> builder)
    {
        builder.ToTable("AttributeAssessments");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Name).Ignore(a => a.RecordName).Ignore(a => a.Classification);
        builder.Property(a => a.Criterion).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(a => a.Text).IsSealed(LongestText);
        builder.Property(a => a.Reply!).IsSealed(LongestReply);
        builder.Property(a => a.WithdrawReason!).IsSealed(LongestReason);
        builder.Property(a => a.AssessedBy).HasJson(Author.MaxLength);
        builder.Property(a => a.WithdrawnBy!).HasJson(Author.MaxLength);
        builder.HasOne<Profile>().WithMany().HasForeignKey(a => a.Profile).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Profile, a.CreateTime, a.Id });
    }
}
