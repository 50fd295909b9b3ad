using System.Diagnostics;
using System.Text.Json;
using Concord.Contracts.Events;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Messaging;

/// <summary>A fact on its way out. Written with the change that made it true, marked sent when a transport has taken it, kept 14 days for replay.</summary>
public sealed class OutboxMessage
{
    public long Sequence { get; init; }
    public required Guid Id { get; init; }
    public required string Type { get; init; }
    public required string Subject { get; init; }
    public required string Data { get; set; }
    public required DateTime Time { get; init; }
    public string? TraceParent { get; init; }

    /// <summary>Not before this instant. Doubles as the lease: a relay moves it forward before it publishes.</summary>
    public required DateTime DueTime { get; set; }
    public DateTime? SentTime { get; set; }
    public int Attempts { get; set; }

    /// <summary>The relay's batch that has it under lease, or had it last.</summary>
    public Guid? Claim { get; set; }

    /// <summary>Type of the last error; never its text, which could carry data.</summary>
    public string? LastError { get; set; }

    /// <summary>Changes what a fact says, for whoever asks for it again, where what it said was erased.</summary>
    public void Rewrite<T>(Func<T, T> change) where T : IEvent =>
        Data = JsonSerializer.Serialize(change(JsonSerializer.Deserialize<T>(Data, ConcordJson.Lenient) ?? throw new InvalidOperationException("An event carries no data.")), ConcordJson.Options);
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.HasKey(m => m.Sequence);
        builder.Property(m => m.Type).HasMaxLength(200);
        builder.Property(m => m.Subject).HasMaxLength(200);
        builder.Property(m => m.TraceParent).HasMaxLength(60);
        builder.Property(m => m.LastError).HasMaxLength(200);
        builder.HasIndex(m => m.Id).IsUnique();
        builder.HasIndex(m => new { m.SentTime, m.DueTime });
    }
}

public static class OutboxExtensions
{
    /// <summary>Records the fact; it leaves with the same commit as the change that made it true.</summary>
    public static void Raise<T>(this ServiceDbContext db, T fact, DateTime now) where T : IEvent => db.Outbox.Add(new OutboxMessage
    {
        Id = Guid.CreateVersion7(),
        Type = T.Type,
        Subject = fact.Subject,
        Data = JsonSerializer.Serialize(fact, ConcordJson.Options),
        Time = now,
        DueTime = now,
        TraceParent = Activity.Current?.Id,
    });
}
