using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Idempotency;

/// <summary>The answer to a request that changed something, stored in the same commit as the change: there is no window between them.</summary>
public sealed class CompletedRequest
{
    /// <summary>Hash of caller and Idempotency-Key: one caller's key means nothing to another.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Hash of method, path and body.</summary>
    public required byte[] RequestHash { get; init; }
    public required DateTime CompleteTime { get; init; }
    public int StatusCode { get; set; }
    public string? ContentType { get; set; }
    public string? Location { get; set; }
    public string? ETag { get; set; }
    public byte[] Body { get; set; } = [];
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
        builder.HasIndex(r => r.CompleteTime);
    }
}
