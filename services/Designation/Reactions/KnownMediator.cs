using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Reactions;

/// <summary>
/// Whether a mediator is suspended, as this service has heard. A designation that names one is under review while it lasts; read where it is
/// shown, so that a designation begun at the same moment as the suspension cannot slip through.
/// </summary>
internal sealed class KnownMediator
{
    /// <summary>Resource name.</summary>
    public required string Profile { get; init; }

    /// <summary>Since when; null where the mediator may be given work.</summary>
    public DateTime? SuspendTime { get; private set; }

    /// <summary>Version of the last fact that was applied; older ones are ignored.</summary>
    public long FactVersion { get; private set; }
    public int TimesApplied { get; private set; }

    public void Hear(DateTime? suspendTime, long version)
    {
        if (version > FactVersion)
        {
            (SuspendTime, FactVersion) = (suspendTime, version);
            TimesApplied++;
        }
    }
}

internal sealed class KnownMediatorConfiguration : IEntityTypeConfiguration<KnownMediator>
{
    public void Configure(EntityTypeBuilder<KnownMediator> builder)
    {
        builder.HasKey(m => m.Profile);
        builder.Property(m => m.Profile).HasMaxLength(60);
        builder.Property(m => m.FactVersion).IsConcurrencyToken(); // two facts at once: one is delivered again
    }
}
