using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Successions;

/// <summary>Who followed whom, as this service has heard: a fact that comes late finds its way past those who have handed over again since.</summary>
internal sealed class KnownSuccession
{
    /// <summary>Resource name of the account that was handed over.</summary>
    public required string From { get; init; }
    public string To { get; private set; } = "";
    public DateTime HandOverTime { get; private set; }

    /// <summary>Version of the last fact that was applied; older ones are ignored.</summary>
    public long FactVersion { get; private set; }

    /// <returns>Whether it is news.</returns>
    public bool Hear(string to, DateTime time, long version)
    {
        if (version <= FactVersion)
        {
            return false;
        }

        (To, HandOverTime, FactVersion) = (to, Instant.Truncate(time), version);
        return true;
    }
}

internal sealed class KnownSuccessionConfiguration : IEntityTypeConfiguration<KnownSuccession>
{
    public void Configure(EntityTypeBuilder<KnownSuccession> builder)
    {
        builder.ToTable("KnownSuccessions");
        builder.HasKey(s => s.From);
        builder.Property(s => s.From).HasMaxLength(60);
        builder.Property(s => s.To).HasMaxLength(60);
        builder.Property(s => s.FactVersion).IsConcurrencyToken(); // two facts at once: one is delivered again
    }
}
