using Concord.Contracts.Access;
using Concord.Identity.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.News;

/// <summary>Tokens of a subject that are good no more; kept until the last of them would have run out anyway.</summary>
internal sealed class Revocation
{
    /// <summary>As long as an access token lives, and what clocks may differ.</summary>
    public static readonly TimeSpan Kept = TokenServer.AccessLifetime + TimeSpan.FromMinutes(2);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>As in <see cref="AccessNews.Below"/>.</summary>
    public required string Subject { get; init; }
    public required long Below { get; init; }
    public required DateTime ExpireTime { get; init; }
}

internal sealed class RevocationConfiguration : IEntityTypeConfiguration<Revocation>
{
    public void Configure(EntityTypeBuilder<Revocation> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Subject).HasMaxLength(100);
        builder.HasIndex(r => r.ExpireTime);
    }
}
