using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Reactions;

/// <summary>
/// Whether a mediator is suspended or erased, as this service has heard. A designation that names one is under review while it lasts; read where it is
/// shown, so that a designation begun at the same moment as the suspension cannot slip through.
/// </summary>
internal sealed class KnownMediator : IErasureMark
{
    /// <summary>Resource name.</summary>
    public required string Profile { get; init; }

    /// <summary>Since when; null where the mediator may be given work.</summary>
    public DateTime? SuspendTime { get; private set; }

    /// <summary>When the roster erased the mediator; null before.</summary>
    public DateTime? EraseTime { get; private set; }

    public bool IsErased => EraseTime is not null;

    /// <summary>Version of the last fact that was applied; older ones are ignored.</summary>
    public long FactVersion { get; private set; }
    public int TimesApplied { get; private set; }

    public void Erase(DateTime eraseTime, long version)
    {
        EraseTime ??= eraseTime;
        if (version > FactVersion)
        {
            FactVersion = version; // what was told of the person before is heard no more
            TimesApplied++;
        }
    }

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
        builder.Ignore(m => m.IsErased);
        builder.Property(m => m.FactVersion).IsConcurrencyToken(); // two facts at once: one is delivered again
    }
}
