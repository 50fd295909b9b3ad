using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Concord.Contracts.Audit;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concord.Platform.Audit;

/// <summary>What a save is about to change, read from the context: nobody who writes a feature has to remember the audit.</summary>
internal static class ChangeRecorder
{
    /// <summary>A longer value is recorded by its digest.</summary>
    private const int LongestValue = 16_000;

    // As every record that tells it calls it.
    private const string TimeOfChange = "UpdateTime";

    private static readonly ConcurrentDictionary<IProperty, bool> s_personal = new();
    private static readonly ConcurrentDictionary<IProperty, bool> s_concerns = new();

    /// <summary>What happened to the record, and which resources that concerns; null where nothing did.</summary>
    public static (RecordChange Change, IEnumerable<string> Resources)? Of(EntityEntry entry)
    {
        var kind = entry.State switch
        {
            EntityState.Added => ChangeKind.Added,
            EntityState.Modified => ChangeKind.Changed,
            EntityState.Deleted => ChangeKind.Removed,
            _ => default(ChangeKind?),
        };
        if (kind is null)
        {
            return null;
        }

        var masked = entry.Entity is IMasked { IsMasked: true };
        var fields = new SortedDictionary<string, FieldChange>(StringComparer.Ordinal);
        foreach (var property in entry.Properties)
        {
            var before = kind == ChangeKind.Added ? null : Stored(property.Metadata, property.OriginalValue);
            var after = kind == ChangeKind.Removed ? null : Stored(property.Metadata, property.CurrentValue);
            if (Difference(property.Metadata, before, after) is { } change)
            {
                fields[JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name)] = masked ? new FieldChange(Masked: true) : change;
            }
        }

        return (new RecordChange(NameOf(entry), kind.Value, fields), ResourcesOf(entry));
    }

    /// <summary>Whether the record says what it said before, but for the time of its last change.</summary>
    public static bool SaysTheSame(EntityEntry entry) => entry is { State: EntityState.Modified, Entity: IVersioned }
        && entry.Properties.All(p => !p.IsModified || p.Metadata.Name == TimeOfChange || Difference(p.Metadata, Stored(p.Metadata, p.OriginalValue), Stored(p.Metadata, p.CurrentValue)) is null);

    private static FieldChange? Difference(IProperty property, object? before, object? after)
    {
        var (from, to) = (Json(before), Json(after));
        if (from?.GetRawText() == to?.GetRawText())
        {
            return null;
        }

        (from, to) = (HiddenParts.Without(property.ClrType, from), HiddenParts.Without(property.ClrType, to));
        if (from?.GetRawText() == to?.GetRawText() || s_personal.GetOrAdd(property, p => (p.PropertyInfo?.IsDefined(typeof(PersonalAttribute)) ?? false) || p.ClrType.IsDefined(typeof(PersonalAttribute))))
        {
            return new FieldChange(Masked: true);
        }

        var text = to?.GetRawText() ?? "";
        return text.Length + (from?.GetRawText().Length ?? 0) > LongestValue
            ? new FieldChange(Digest: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))))
            : new FieldChange(from, to);
    }

    // As the database gets it: an enumeration by its word, a small part as its JSON.
    private static object? Stored(IProperty property, object? value) =>
        value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private static JsonElement? Json(object? stored) => stored is null ? null : JsonSerializer.SerializeToElement(stored, stored.GetType());

    private static string NameOf(EntityEntry entry)
    {
        var key = entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p).CurrentValue).ToList();
        return key is [{ } only] && ResourceName.Is(only.ToString())
            ? only.ToString()!
            : $"{JsonNamingPolicy.CamelCase.ConvertName(entry.Metadata.ShortName())}({string.Join(',', key)})";
    }

    // Its own name, and those of the records it belongs to: what happens to a claim happens to its process.
    private static IEnumerable<string> ResourcesOf(EntityEntry entry) =>
        entry.Properties.Where(p => p.Metadata.IsKey() || p.Metadata.IsForeignKey() || Concerns(p.Metadata)).Select(p => p.CurrentValue?.ToString()).OfType<string>().Where(ResourceName.Is);

    private static bool Concerns(IProperty property) => s_concerns.GetOrAdd(property, p => p.PropertyInfo?.IsDefined(typeof(ConcernsAttribute)) ?? false);
}
