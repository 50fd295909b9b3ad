using System.Text.Json;
using Concord.Platform.Http;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Persistence;

/// <summary>Small parts that are read with their record and never queried, as one text column on every provider.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property, int maxLength) where T : class
    {
        property.HasConversion(
            value => Write(value),
            text => Read<T>(text),
            new ValueComparer<T>((a, b) => Write(a) == Write(b), value => Write(value).GetHashCode(StringComparison.Ordinal), value => Read<T>(Write(value))));
        property.HasMaxLength(maxLength);
        return property;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ConcordJson.Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, ConcordJson.Lenient)!;
}
