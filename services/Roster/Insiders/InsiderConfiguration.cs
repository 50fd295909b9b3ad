using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Roster.Contacts;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Insiders;

internal sealed class InsiderConfiguration : IEntityTypeConfiguration<Insider>
{
    // Every text at its longest, each character in the six that JSON may take for it, and what stands between them.
    private const int LongestPerson = 64_000;
    private const int LongestContacts = 64_000;
    private const int LongestReason = 7_000;

    public void Configure(EntityTypeBuilder<Insider> builder)
    {
        builder.ToTable("Insiders");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.RecordName);
        builder.Property(i => i.Kind).HasConversion<string>().HasMaxLength(30);
        builder.Property(i => i.Country).HasMaxLength(3);
        builder.Property(i => i.Organization).HasMaxLength(60);
        builder.Property(i => i.IntroducedBy).HasJson(Author.MaxLength);
        builder.Property(i => i.Classification).HasConversion<string>().HasMaxLength(30);
        builder.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(i => i.Person!).IsSealed(LongestPerson);
        builder.Property(i => i.ContactKinds).HasConversion(SkillText.Words<ContactKind>(), SkillText.SameItems<ContactKind>()).HasMaxLength(100);
        builder.Property(i => i.Contacts!).IsSealed(LongestContacts);
        builder.Property(i => i.CloseReason!).IsSealed(LongestReason);
        builder.Property(i => i.ErasureBasis).HasConversion<string>().HasMaxLength(40);
        builder.HasIndex(i => new { i.Country, i.CreateTime, i.Id });
    }
}
