using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Organizations;

internal readonly record struct KnownOrganizationId(Guid Value) : IStrongId<KnownOrganizationId>
{
    public static string Collection => "organizations";
    public static KnownOrganizationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out KnownOrganizationId id) => StrongId.TryParse(segment, out id);
    public static bool operator >(KnownOrganizationId left, KnownOrganizationId right) => left.Value > right.Value;
    public static bool operator <(KnownOrganizationId left, KnownOrganizationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>An organization of the partners service, as far as accounts need it: that it exists, and its name.</summary>
internal sealed class KnownOrganization : IVersioned, IListed<KnownOrganizationId>
{
    public required KnownOrganizationId Id { get; init; }
    public required string DisplayName { get; set; }
    public required string Acronym { get; set; }

    /// <summary>Version of the organization that this copy shows; 0 where it was known before any fact arrived.</summary>
    public long FactVersion { get; set; }

    /// <summary>How many facts changed this copy.</summary>
    public int TimesApplied { get; set; }

    /// <summary>Since when it has left the platform; null where it takes part.</summary>
    public DateTime? LeaveTime { get; private set; }

    /// <summary>Version of the organization of the last fact about that. Apart: a name may be heard later and be older.</summary>
    public long LeaveVersion { get; private set; }

    /// <summary>The one account that stayed open when it left, because nobody else keeps the platform; null where none did.</summary>
    public string? KeptAccount { get; set; }
    public required DateTime CreateTime { get; init; }
    public long Version { get; set; }

    /// <summary>Takes over whether it has left, unless it already shows something later.</summary>
    /// <returns>Whether it did.</returns>
    public bool Hear(DateTime? leaveTime, long factVersion)
    {
        if (factVersion <= LeaveVersion)
        {
            return false;
        }

        (LeaveTime, LeaveVersion, KeptAccount) = (leaveTime, factVersion, null);
        return true;
    }

    /// <summary>Takes over the name, unless it already shows a later one.</summary>
    public void Apply(string displayName, string acronym, long factVersion)
    {
        if (factVersion <= FactVersion)
        {
            return;
        }

        (DisplayName, Acronym, FactVersion) = (displayName, acronym, factVersion);
        TimesApplied++;
    }
}

internal sealed class KnownOrganizationConfiguration : IEntityTypeConfiguration<KnownOrganization>
{
    public void Configure(EntityTypeBuilder<KnownOrganization> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.DisplayName).HasMaxLength(200);
        builder.Property(o => o.Acronym).HasMaxLength(30);
        builder.Property(o => o.KeptAccount).HasMaxLength(60);
        builder.HasIndex(o => new { o.CreateTime, o.Id });
    }
}
