using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Idempotency;

/// <summary>The answer to a request that changed something, stored in the same commit as the change: there is no window between them.</summary>
public sealed class CompletedRequest
{
    /// <summary>Hash of caller and Idempotency-Key: one caller's key means nothing to another.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Hash of method, path and body, then that of what the caller might see and do (<see cref="AccessThen"/>); half of each.</summary>
    public required byte[] RequestHash { get; set; }

    /// <summary>Resource name of the record that the request was about, or that it made; null where it was about none.</summary>
    public string? Record { get; set; }
    public required DateTime CompleteTime { get; init; }
    public int StatusCode { get; set; }
    public string? ContentType { get; set; }
    public string? Location { get; set; }
    public string? ETag { get; set; }
    public byte[] Body { get; set; } = [];

    /// <summary>Whether only that it was carried out is still known: the record was erased since.</summary>
    public bool IsForgotten => StatusCode == 0;

    internal void Forget() => (RequestHash, StatusCode, ContentType, Location, ETag, Body) = ([], 0, null, null, null, []);
}

internal sealed class CompletedRequestConfiguration : IEntityTypeConfiguration<CompletedRequest>
{
    public void Configure(EntityTypeBuilder<CompletedRequest> builder)
    {
        builder.HasKey(r => r.Key);
        builder.Property(r => r.Key).HasMaxLength(32);
        builder.Property(r => r.RequestHash).HasMaxLength(32);
        builder.Property(r => r.ContentType).HasMaxLength(100);
        builder.Property(r => r.Location).HasMaxLength(500);
        builder.Property(r => r.ETag).HasMaxLength(50);
        builder.Property(r => r.Record).HasMaxLength(200);
        builder.Ignore(r => r.IsForgotten);
        builder.HasIndex(r => r.CompleteTime);
        builder.HasIndex(r => r.Record);
    }
}
