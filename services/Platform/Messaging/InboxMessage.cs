using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Messaging;

/// <summary>A handler has applied the event; committed together with what it changed. Kept 30 days, longer than any outbox row.</summary>
public sealed class InboxMessage
{
    public required Guid MessageId { get; init; }
    public required string Handler { get; init; }
    public required DateTime ReceiveTime { get; init; }
}

internal sealed class InboxMessageConfiguration : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.HasKey(m => new { m.MessageId, m.Handler });
        builder.Property(m => m.Handler).HasMaxLength(100);
        builder.HasIndex(m => m.ReceiveTime);
    }
}
