using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Contacts;

/// <summary>How a person is reached, sealed. A table of its own: no query of profiles comes near it.</summary>
internal sealed class ProfileContacts : IVersioned
{
    private ProfileContacts() { } // EF

    public ProfileContacts(ProfileId profile, Sealed content, DateTime now) => (Profile, Content, CreateTime, UpdateTime) = (profile, content, now, now);

    public ProfileId Profile { get; private init; }

    /// <summary>A <see cref="ContactData"/>.</summary>
    public Sealed Content { get; private set; } = null!;
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }

    public void Replace(Sealed content, DateTime now) => (Content, UpdateTime) = (content, now);

    /// <summary>The same, sealed for another classification.</summary>
    public void Reseal(Sealed content) => Content = content;
}

internal sealed class ProfileContactsConfiguration : IEntityTypeConfiguration<ProfileContacts>
{
    // Every text at its longest, each character in the six that JSON may take for it.
    private const int LongestContent = 64_000;

    public void Configure(EntityTypeBuilder<ProfileContacts> builder)
    {
        builder.ToTable("ProfileContacts");
        builder.HasKey(c => c.Profile);
        builder.Property(c => c.Profile).ValueGeneratedNever();
        builder.Property(c => c.Content).IsSealed(LongestContent);
        builder.HasOne<Profile>().WithOne().HasForeignKey<ProfileContacts>(c => c.Profile).OnDelete(DeleteBehavior.Restrict);
    }
}
