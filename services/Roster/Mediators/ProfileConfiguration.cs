using Concord.Roster.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Mediators;

internal sealed class ProfileConfiguration : IEntityTypeConfiguration<Profile>
{
    public void Configure(EntityTypeBuilder<Profile> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.DisplayName).HasMaxLength(200);
        builder.Property(p => p.Gender).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.SeniorityLevel).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Nationalities).HasConversion(SkillText.Codes, SkillText.SameItems<string>()).HasMaxLength(100);
        builder.Property(p => p.Languages).HasConversion(SkillText.Languages, SkillText.SameItems<LanguageSkill>()).HasMaxLength(SkillText.MaxLength);
        builder.Property(p => p.Expertise).HasConversion(SkillText.Expertise, SkillText.SameItems<ExpertiseSkill>()).HasMaxLength(SkillText.MaxLength);
        builder.Property(p => p.Regions).HasConversion(SkillText.Codes, SkillText.SameItems<string>()).HasMaxLength(SkillText.MaxLength);
        builder.Property(p => p.Countries).HasConversion(SkillText.Codes, SkillText.SameItems<string>()).HasMaxLength(SkillText.MaxLength);
        builder.Property(p => p.ContactKinds).HasConversion(SkillText.Words<ContactKind>(), SkillText.SameItems<ContactKind>()).HasMaxLength(100);
        builder.Property(p => p.Functions).HasConversion(SkillText.Words<TeamFunction>(), SkillText.SameItems<TeamFunction>()).HasMaxLength(200);
        HasRecords(builder.Property(p => p.Evidence), 60_000);
        HasRecords(builder.Property(p => p.Conflicts), 130_000);
        HasRecords(builder.Property(p => p.CulturalKnowledge), 160_000);
        HasRecords(builder.Property(p => p.Assignments), 260_000);
        HasRecords(builder.Property(p => p.Trainings), 260_000);
        HasRecords(builder.Property(p => p.Consents), 8000);
        HasRecords(builder.Property(p => p.Interests), 220_000);
        HasRecords(builder.Property(p => p.Duties), 25_000);
        builder.Property(p => p.DeploymentModes).HasConversion(SkillText.Words<DeploymentMode>(), SkillText.SameItems<DeploymentMode>()).HasMaxLength(100);
        builder.Ignore(p => p.Deployability);
        builder.Ignore(p => p.OwnEditable);
        builder.Ignore(p => p.ContactClassification);
        builder.Property(p => p.Owner).HasMaxLength(60);
        builder.Property(p => p.Person).HasMaxLength(60);
        builder.Property(p => p.Classification).HasConversion<string>().HasMaxLength(30);
        builder.Property(p => p.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Submitter).HasMaxLength(200);
        builder.Property(p => p.Vetter).HasMaxLength(200);
        builder.Property(p => p.SubmitterFor).HasMaxLength(60);
        builder.Property(p => p.VetterFor).HasMaxLength(60);
        builder.Property(p => p.Activator).HasMaxLength(200);
        builder.Property(p => p.StateNote).HasMaxLength(1000);
        builder.Property(p => p.ErasureBasis).HasConversion<string>().HasMaxLength(40);
        builder.HasMany(p => p.Availability).WithOne().HasForeignKey(w => w.Profile).OnDelete(DeleteBehavior.Cascade);
        // The aggregate is always whole: windows are checked against each other, and the index takes them from the record that was saved.
        builder.Navigation(p => p.Availability).HasField("_availability").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasIndex(p => new { p.CreateTime, p.Id });
        builder.HasIndex(p => p.UpdateTime);
        builder.HasIndex(p => p.StandbyUntil);
        builder.HasIndex(p => p.Owner);
        builder.HasIndex(p => p.Person).IsUnique();
        builder.HasIndex(p => p.MergedInto);
    }

    // As long as every text at its longest, each character in the six that JSON may take for it.
    private static void HasRecords<T>(PropertyBuilder<IReadOnlyList<T>> property, int longest) where T : class =>
        property.HasConversion(SkillText.Records<T>(), SkillText.SameItems<T>()).HasMaxLength(longest);
}

internal sealed class AvailabilityWindowConfiguration : IEntityTypeConfiguration<AvailabilityWindow>
{
    public void Configure(EntityTypeBuilder<AvailabilityWindow> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(w => new { w.Profile, w.CreateTime, w.Id });
    }
}
