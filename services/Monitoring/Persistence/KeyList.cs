using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Monitoring.Persistence;

/// <summary>A short list of keys or resource names in one column; for lists that no query looks into.</summary>
internal static class KeyList
{
    public const int MaxLength = 4000;

    // Keys and resource names hold no comma, so the text reads back as it was.
    public static PropertyBuilder<IReadOnlyList<string>> HasKeyList(this PropertyBuilder<IReadOnlyList<string>> property) => property
        .HasConversion(
            list => string.Join(',', list),
            text => text.Split(',', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, (hash, one) => HashCode.Combine(hash, one)), list => list.ToArray()))
        .HasMaxLength(MaxLength);
}
