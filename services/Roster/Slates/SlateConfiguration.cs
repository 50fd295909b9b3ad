using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Slates;

internal sealed class SlateConfiguration : IEntityTypeConfiguration<Slate>
{
    public void Configure(EntityTypeBuilder<Slate> builder)
    {
        builder.ToTable("Slates");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.RecordName);
        builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(30);
        builder.Property(s => s.Title).HasMaxLength(200);
        builder.Property(s => s.Organization).HasMaxLength(60);
        builder.Property(s => s.Authority).HasMaxLength(60);
        builder.Property(s => s.Process).HasMaxLength(60);
        builder.Property(s => s.Criteria).HasConversion(SkillText.Records<SlateCriterion>(), SkillText.SameItems<SlateCriterion>()).HasMaxLength(80_000);
        builder.Property(s => s.ConflictCountries).HasConversion(SkillText.Codes, SkillText.SameItems<string>()).HasMaxLength(300);
        builder.Property(s => s.ConflictParties).HasConversion(SkillText.Records<string>(), SkillText.SameItems<string>()).HasMaxLength(40_000);
        builder.Property(s => s.Classification).HasConversion<string>().HasMaxLength(30);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.ComposedBy).HasJson(Author.MaxLength);
        builder.Property(s => s.Composers).HasConversion(SkillText.Codes, SkillText.SameItems<string>()).HasMaxLength(6000);
        builder.Property(s => s.SubmittedBy!).HasJson(Author.MaxLength);
        builder.Property(s => s.NoWomanReason).HasMaxLength(Slate.LongestReason);
        builder.Property(s => s.Tally!).HasJson(1000);
        builder.Property(s => s.DecidedBy!).HasJson(Author.MaxLength);
        builder.Property(s => s.DecisionReason).HasMaxLength(Slate.LongestReason);
        builder.HasIndex(s => new { s.Organization, s.CreateTime, s.Id });
        builder.HasIndex(s => new { s.Authority, s.CreateTime, s.Id });
    }
}

internal sealed class SlateCandidateConfiguration : IEntityTypeConfiguration<SlateCandidate>
{
    // Every text at its longest, each character in the six that JSON may take for it, the statements once as they were said and once as they were submitted.
    private const int LongestText = 800_000;

    public void Configure(EntityTypeBuilder<SlateCandidate> builder)
    {
        builder.ToTable("SlateCandidates");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Name);
        builder.Ignore(c => c.Subject);
        builder.Property(c => c.List).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Text!).IsSealed(LongestText);
        builder.Property(c => c.ListedBy).HasJson(Author.MaxLength);
        builder.HasOne<Slate>().WithMany().HasForeignKey(c => c.Slate).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.Slate, c.CreateTime, c.Id });
        builder.HasIndex(c => c.Profile);
        builder.HasIndex(c => new { c.Slate, c.Profile }).IsUnique();
    }
}
