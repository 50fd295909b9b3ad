using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.AuditBench;

internal sealed class Record
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
}

internal abstract class BenchDbBase(DbContextOptions options) : ServiceDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Record>();
        base.OnModelCreating(modelBuilder);
    }
}

/// <summary>A store of one kind of record, which leaves entries or not.</summary>
internal sealed class BenchDb(DbContextOptions options, bool audited) : BenchDbBase(options)
{
    protected override bool IsMachinery(Type type) => !audited || base.IsMachinery(type);
}
