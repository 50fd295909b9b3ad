using Concord.Contracts.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Audit.Heads;

/// <summary>A signed head, as it is kept beside the chain.</summary>
public sealed class HeadRecord
{
    public required long Size { get; init; }
    public required byte[] Root { get; init; }
    public required DateTime Time { get; init; }

    /// <summary>Which key signed (<see cref="HeadKey.IdOf"/>).</summary>
    public required string Key { get; init; }
    public required string Signature { get; init; }
    public List<CosignatureRecord> Witnesses { get; init; } = [];

    internal SignedHead Told(string service) => new(
        service, Size, Convert.ToHexStringLower(Root), Time, Key, Signature,
        [.. Witnesses.OrderBy(w => w.Witness, StringComparer.Ordinal).Select(w => new Cosignature(w.Witness, w.Key, w.Signature, w.Time))]);
}

/// <summary>A witness's word for a head.</summary>
public sealed class CosignatureRecord
{
    public required long Size { get; init; }
    public required string Witness { get; init; }
    public required string Key { get; init; }
    public required string Signature { get; init; }
    public required DateTime Time { get; init; }
}

/// <summary>A node of the tree that is stored, so that no proof has to read the whole chain (<see cref="ITreeNodes"/>). Never a leaf: those are the entries.</summary>
public sealed class TreeNode
{
    public required int Level { get; init; }
    public required long Position { get; init; }
    public required byte[] Hash { get; init; }
}

internal sealed class HeadConfiguration : IEntityTypeConfiguration<HeadRecord>, IEntityTypeConfiguration<CosignatureRecord>, IEntityTypeConfiguration<TreeNode>
{
    private const int LongestSignature = 100;

    public void Configure(EntityTypeBuilder<HeadRecord> builder)
    {
        builder.ToTable("AuditHeads");
        builder.HasKey(h => h.Size);
        builder.Property(h => h.Size).ValueGeneratedNever();
        builder.Property(h => h.Root).HasMaxLength(MerkleTree.HashLength);
        builder.Property(h => h.Key).HasMaxLength(MerkleTree.HashLength);
        builder.Property(h => h.Signature).HasMaxLength(LongestSignature);
        builder.HasMany(h => h.Witnesses).WithOne().HasForeignKey(w => w.Size).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CosignatureRecord> builder)
    {
        builder.ToTable("AuditCosignatures");
        builder.HasKey(w => new { w.Size, w.Witness });
        builder.Property(w => w.Witness).HasMaxLength(200);
        builder.Property(w => w.Key).HasMaxLength(MerkleTree.HashLength);
        builder.Property(w => w.Signature).HasMaxLength(LongestSignature);
    }

    public void Configure(EntityTypeBuilder<TreeNode> builder)
    {
        builder.ToTable("AuditNodes");
        builder.HasKey(n => new { n.Level, n.Position });
        builder.Property(n => n.Hash).HasMaxLength(MerkleTree.HashLength);
    }
}
