using Concord.Designation.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Reactions;

/// <summary>What this service has heard of an organization; for names and marks in answers, never for decisions.</summary>
internal sealed class KnownOrganization
{
    /// <summary>Resource name.</summary>
    public required string Name { get; init; }
    public string DisplayName { get; private set; } = "";
    public string Acronym { get; private set; } = "";

    /// <summary>Null until the registration itself was heard; it never changes.</summary>
    public string? Kind { get; private set; }

    /// <summary>Version of the last fact that was applied; older ones are ignored.</summary>
    public long FactVersion { get; private set; }

    /// <summary>How many facts changed the names; equal to the facts heard in order, each once.</summary>
    public int TimesApplied { get; private set; }

    /// <summary>Since when it takes part no more; null where it does.</summary>
    public DateTime? LeaveTime { get; private set; }

    /// <summary>Version of the last fact about that. Apart: a name may be heard later and be older.</summary>
    public long LeaveVersion { get; private set; }

    /// <returns>Whether it is news.</returns>
    public bool HearLeft(DateTime? leaveTime, long version)
    {
        if (version <= LeaveVersion)
        {
            return false;
        }

        (LeaveTime, LeaveVersion) = (leaveTime, version);
        return true;
    }

    public void Hear(string displayName, string acronym, string? kind, long version)
    {
        Kind ??= kind;
        if (version > FactVersion)
        {
            (DisplayName, Acronym, FactVersion) = (displayName, acronym, version);
            TimesApplied++;
        }
    }
}

/// <summary>Display names of some organizations, and since when they have left, as far as it has been heard.</summary>
internal sealed record OrganizationNames(IReadOnlyDictionary<string, string> ByName, IReadOnlyDictionary<string, DateTime> Left)
{
    public string? Of(string organization) => ByName.GetValueOrDefault(organization);

    public DateTime? LeftSince(string organization) => Left.TryGetValue(organization, out var since) ? since : null;
}

internal static class OrganizationNamesQuery
{
    public static async Task<OrganizationNames> NamesAsync(this DesignationDb db, IEnumerable<string> organizations, CancellationToken cancellationToken)
    {
        var asked = organizations.Distinct().ToList();
        var known = await db.KnownOrganizations.AsNoTracking().Where(o => asked.Contains(o.Name)).Select(o => new { o.Name, o.DisplayName, o.LeaveTime }).ToListAsync(cancellationToken);
        return new OrganizationNames(
            known.Where(o => o.DisplayName.Length > 0).ToDictionary(o => o.Name, o => o.DisplayName), known.Where(o => o.LeaveTime is not null).ToDictionary(o => o.Name, o => o.LeaveTime!.Value));
    }
}

internal sealed class KnownOrganizationConfiguration : IEntityTypeConfiguration<KnownOrganization>
{
    public void Configure(EntityTypeBuilder<KnownOrganization> builder)
    {
        builder.HasKey(o => o.Name);
        builder.Property(o => o.Name).HasMaxLength(60);
        builder.Property(o => o.DisplayName).HasMaxLength(200);
        builder.Property(o => o.Acronym).HasMaxLength(30);
        builder.Property(o => o.Kind).HasMaxLength(40);
        builder.Property(o => o.FactVersion).IsConcurrencyToken(); // two facts at once: one is delivered again
        builder.Property(o => o.LeaveVersion).IsConcurrencyToken();
    }
}
