using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Demand;

/// <summary>How often something was asked for on a day, by anybody: what a report of the roster sets beside the people there are (R22). No word of a name is counted, and who asked is not kept.</summary>
internal sealed class SearchDemand : IVersioned
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>Its first moment, UTC.</summary>
    public DateTime Day { get; init; }

    /// <summary>Field of the search.</summary>
    public string Wish { get; init; } = "";

    /// <summary>Code or name.</summary>
    public string Value { get; init; } = "";

    /// <summary>At least this level; empty where the wish has none.</summary>
    public string Level { get; init; } = "";

    public long Times { get; set; }
    public long Version { get; set; }
}

internal sealed class SearchDemandConfiguration : IEntityTypeConfiguration<SearchDemand>
{
    public void Configure(EntityTypeBuilder<SearchDemand> builder)
    {
        builder.ToTable("SearchDemand");
        builder.HasKey(d => new { d.Day, d.Wish, d.Value, d.Level });
        builder.Property(d => d.Wish).HasMaxLength(30);
        builder.Property(d => d.Value).HasMaxLength(60);
        builder.Property(d => d.Level).HasMaxLength(30);
    }
}
