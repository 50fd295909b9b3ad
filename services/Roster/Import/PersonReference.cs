using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Import;

/// <summary>By what an organization knows one of its people in its own lists. An import finds the person again by it; one reference is one person's, whoever imports at the same moment.</summary>
internal sealed class PersonReference : IVersioned
{
    /// <summary>Resource name of the organization that keeps the profile.</summary>
    [Concerns]
    public string Owner { get; init; } = "";

    /// <summary>As the organization writes it.</summary>
    [Personal]
    public string Reference { get; init; } = "";

    [Concerns]
    public ProfileId Profile { get; init; }

    /// <summary>Of what the last imported row said: the same again says nothing new, whatever was changed by hand since.</summary>
    [Personal]
    public string Digest { get; set; } = "";

    public long Version { get; set; }
}

internal sealed class PersonReferenceConfiguration : IEntityTypeConfiguration<PersonReference>
{
    public void Configure(EntityTypeBuilder<PersonReference> builder)
    {
        builder.ToTable("PersonReferences");
        builder.HasKey(r => r.Profile);
        builder.Property(r => r.Profile).ValueGeneratedNever();
        builder.Property(r => r.Owner).HasMaxLength(60);
        builder.Property(r => r.Reference).HasMaxLength(100);
        builder.Property(r => r.Digest).HasMaxLength(64);
        builder.HasIndex(r => new { r.Owner, r.Reference }).IsUnique();
    }
}

internal static class PersonReferences
{
    /// <summary>With the caller's next save: nothing of an erased person is kept. Whoever imports the file again enters somebody new.</summary>
    public static async Task ForgetReferenceAsync(this Persistence.RosterDb db, ProfileId profile, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.PersonReferences.Where(r => r.Profile == profile).ToListAsync(cancellationToken));
}
