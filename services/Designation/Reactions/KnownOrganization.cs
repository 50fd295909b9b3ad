using Concord.Designation.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Reactions;

/// <summary>What this service has heard of an organization; for names in answers, never for decisions.</summary>
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

/// <summary>Display names of some organizations, as far as they have been heard.</summary>
internal sealed record OrganizationNames(IReadOnlyDictionary<string, string> ByName)
{
    public string? Of(string organization) => ByName.GetValueOrDefault(organization);
}

internal static class OrganizationNamesQuery
{
    public static async Task<OrganizationNames> NamesAsync(this DesignationDb db, IEnumerable<string> organizations, CancellationToken cancellationToken)
    {
        var asked = organizations.Distinct().ToList();
        return new OrganizationNames(await db.KnownOrganizations.AsNoTracking().Where(o => asked.Contains(o.Name)).ToDictionaryAsync(o => o.Name, o => o.DisplayName, cancellationToken));
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
    }
}
