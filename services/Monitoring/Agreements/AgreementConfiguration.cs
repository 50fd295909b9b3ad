using Concord.Platform.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Monitoring.Agreements;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Title).HasMaxLength(300);
        builder.Property(a => a.ShortTitle).HasMaxLength(60);
        builder.Property(a => a.Place).HasMaxLength(200);
        builder.Property(a => a.Process).HasMaxLength(60);
        builder.Property(a => a.ProcessClassification).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.Classification).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.Language).HasMaxLength(RecordLanguage.MaxLength);
        builder.Property(a => a.Notice).HasMaxLength(500);
        builder.Property(a => a.Source).HasMaxLength(500);
        builder.HasMany(a => a.Parties).WithOne().HasForeignKey(p => p.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Chapters).WithOne().HasForeignKey(c => c.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Anchors).WithOne().HasForeignKey(x => x.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Process);
        builder.HasIndex(a => new { a.CreateTime, a.Id });
    }
}

internal sealed class PartyConfiguration : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.ToTable("AgreementParties");
        builder.HasKey(p => new { p.Agreement, p.Key });
        builder.Property(p => p.Key).HasMaxLength(Keys.MaxLength);
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(p => p.Organization).HasMaxLength(60);
    }
}

internal sealed class ChapterConfiguration : IEntityTypeConfiguration<Chapter>
{
    public void Configure(EntityTypeBuilder<Chapter> builder)
    {
        builder.ToTable("AgreementChapters");
        builder.HasKey(c => new { c.Agreement, c.Number });
        builder.Property(c => c.Title).HasMaxLength(200);
    }
}

internal sealed class AnchorConfiguration : IEntityTypeConfiguration<Anchor>
{
    public void Configure(EntityTypeBuilder<Anchor> builder)
    {
        builder.ToTable("AgreementAnchors");
        builder.HasKey(a => new { a.Agreement, a.Key });
        builder.Property(a => a.Key).HasMaxLength(Keys.MaxLength);
        builder.Property(a => a.Title).HasMaxLength(200);
        builder.Property(a => a.OccurredReport).HasMaxLength(200);
        builder.HasMany(a => a.Changes).WithOne().HasForeignKey(c => new { c.Agreement, c.Anchor }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnchorChangeConfiguration : IEntityTypeConfiguration<AnchorChange>
{
    public void Configure(EntityTypeBuilder<AnchorChange> builder)
    {
        builder.ToTable("AnchorChanges");
        builder.HasKey(c => new { c.Agreement, c.Anchor, c.Ordinal });
        builder.Property(c => c.Ordinal).ValueGeneratedNever();
        builder.Property(c => c.Anchor).HasMaxLength(Keys.MaxLength);
        builder.Property(c => c.Reason).HasMaxLength(500);
        builder.Property(c => c.Report).HasMaxLength(200);
        builder.Property(c => c.RecordedBy).HasMaxLength(200);
    }
}
