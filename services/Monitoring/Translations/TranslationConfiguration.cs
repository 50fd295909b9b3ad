using Concord.Monitoring.Agreements;
using Concord.Platform.Persistence;
using Concord.Platform.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Monitoring.Translations;

internal sealed class TranslationConfiguration : IEntityTypeConfiguration<AgreementTranslation>
{
    private const int MostCharacters = 4_000_000; // 4 kinds of 1000 parts, each at its longest and written as JSON

    public void Configure(EntityTypeBuilder<AgreementTranslation> builder)
    {
        builder.ToTable("AgreementTranslations");
        builder.HasKey(t => new { t.Agreement, t.Language });
        builder.Property(t => t.Language).HasMaxLength(RecordLanguage.MaxLength);
        builder.Property(t => t.Title).HasMaxLength(600);
        builder.Property(t => t.ShortTitle).HasMaxLength(120);
        builder.Property(t => t.Notice).HasMaxLength(1000);
        builder.Property(t => t.Parts).HasJson(MostCharacters);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(t => t.Agreement).OnDelete(DeleteBehavior.Restrict);
    }
}
