using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.SavedSearches;

/// <summary>That a saved search has found somebody: there is one row for a search and a person, whichever replica writes it, and it stays when the person is found no more, so that nobody is told of the same person twice.</summary>
internal sealed class SavedSearchMatch
{
    public SavedSearchId Search { get; init; }

    public ProfileId Profile { get; init; }

    /// <summary>Not yet found when the alert was asked for.</summary>
    public bool IsNew { get; set; }

    /// <summary>When it was noticed, UTC.</summary>
    public DateTime FindTime { get; init; }
}

internal sealed class SavedSearchConfiguration : IEntityTypeConfiguration<SavedSearch>
{
    // Every list at its longest, and what stands between the words.
    private const int LongestSearch = 60_000;

    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("SavedSearches");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Editable);
        builder.Property(s => s.Owner).HasMaxLength(60);
        builder.Property(s => s.DisplayName).HasMaxLength(100);
        builder.Property(s => s.Search).HasJson(LongestSearch);
        builder.HasIndex(s => new { s.Owner, s.CreateTime, s.Id });
        builder.HasIndex(s => s.Alert);
    }
}

internal sealed class SavedSearchMatchConfiguration : IEntityTypeConfiguration<SavedSearchMatch>
{
    public void Configure(EntityTypeBuilder<SavedSearchMatch> builder)
    {
        builder.ToTable("SavedSearchMatches");
        builder.HasKey(m => new { m.Search, m.Profile });
        builder.HasOne<SavedSearch>().WithMany().HasForeignKey(m => m.Search).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => m.Profile);
        builder.HasIndex(m => new { m.IsNew, m.FindTime });
    }
}
