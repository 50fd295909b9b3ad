using Concord.Contracts.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Audit;

/// <summary>One entry of the chain. Only <see cref="Content"/> is hashed; what stands beside it is for searching and is compared with it.</summary>
public sealed class AuditEntry
{
    public required long Sequence { get; init; }
    public required DateTime Time { get; init; }
    public required string Actor { get; init; }
    public string? Organization { get; init; }
    public required string Action { get; init; }
    public required AuditOutcome Outcome { get; init; }

    /// <summary>An <see cref="AuditContent"/>, as it was written.</summary>
    public required string Content { get; init; }

    /// <summary>Leaf hash of the content.</summary>
    public required byte[] Hash { get; init; }

    public List<AuditTouch> Touches { get; init; } = [];
}

/// <summary>A resource that an entry concerns: answers what happened to it.</summary>
public sealed class AuditTouch
{
    /// <summary>
    /// Stands among the resources of a read where the reader, or who the reader acted for, was named in a compartment then, without saying in which: what is told to others about
    /// their readers leaves such a read out (R159).
    /// </summary>
    public const string Compartments = "compartments";

    public required string Resource { get; init; }
    public required long Sequence { get; init; }
}

/// <summary>Where the chain ends: one row, which every commit that changes something locks last. So the chain has one order, whoever writes.</summary>
public sealed class AuditTip
{
    /// <summary>The key of the only row.</summary>
    public const int Only = 1;

    public required int Id { get; init; }

    /// <summary>Number of entries.</summary>
    public required long Size { get; set; }

    /// <summary>Hash of the last one; zeros where there is none.</summary>
    public required byte[] Hash { get; set; }
}

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditTouch>, IEntityTypeConfiguration<AuditTip>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.Actor).HasMaxLength(200);
        builder.Property(e => e.Organization).HasMaxLength(60);
        builder.Property(e => e.Action).HasMaxLength(200);
        builder.Property(e => e.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Hash).HasMaxLength(MerkleTree.HashLength);
        builder.HasMany(e => e.Touches).WithOne().HasForeignKey(t => t.Sequence).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.Actor, e.Sequence });
        builder.HasIndex(e => new { e.Organization, e.Sequence });
        builder.HasIndex(e => e.Time);
    }

    public void Configure(EntityTypeBuilder<AuditTouch> builder)
    {
        builder.ToTable("AuditTouches");
        builder.HasKey(t => new { t.Resource, t.Sequence });
        builder.Property(t => t.Resource).HasMaxLength(200);
        builder.HasIndex(t => t.Sequence);
    }

    public void Configure(EntityTypeBuilder<AuditTip> builder)
    {
        builder.ToTable("AuditTip");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Hash).HasMaxLength(MerkleTree.HashLength);
        builder.HasData(new AuditTip { Id = AuditTip.Only, Size = 0, Hash = new byte[MerkleTree.HashLength] });
    }
}
