using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Sealing;

/// <summary>The key of one subject, wrapped by a key of the ring. Destroying it makes everything unreadable that it sealed, wherever copies of that are.</summary>
public sealed class SubjectKey : IVersioned, IErasureMark
{
    private SubjectKey() { } // EF

    /// <summary>Resource name, such as <c>profiles/{uuid}</c>.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Null once it is destroyed.</summary>
    [Personal]
    public byte[]? Wrapped { get; private set; }

    /// <summary>The key of the ring that wraps it.</summary>
    public string? RingKey { get; private set; }
    public DateTime CreateTime { get; private init; }

    /// <summary>When it was destroyed, UTC. The row stays, so that nobody makes the subject another one.</summary>
    public DateTime? DestroyTime { get; private set; }
    public long Version { get; set; }

    public bool IsErased => DestroyTime is not null;

    internal static SubjectKey Of(string subject, WrappedKey key, DateTime now) => new() { Subject = subject, Wrapped = key.Bytes, RingKey = key.RingKey, CreateTime = now };

    internal static SubjectKey Tombstone(string subject, DateTime now) => new() { Subject = subject, CreateTime = now, DestroyTime = now };

    internal void Destroy(DateTime now)
    {
        if (DestroyTime is null)
        {
            (Wrapped, RingKey, DestroyTime) = (null, null, now);
        }
    }
}

/// <summary>For the store of a service that seals.</summary>
public sealed class SubjectKeyConfiguration : IEntityTypeConfiguration<SubjectKey>
{
    public void Configure(EntityTypeBuilder<SubjectKey> builder)
    {
        builder.ToTable("SubjectKeys");
        builder.HasKey(k => k.Subject);
        builder.Property(k => k.Subject).HasMaxLength(100);
        builder.Property(k => k.Wrapped).HasMaxLength(1000);
        builder.Property(k => k.RingKey).HasMaxLength(200);
        builder.Ignore(k => k.IsErased);
        builder.HasIndex(k => k.RingKey);
    }
}
