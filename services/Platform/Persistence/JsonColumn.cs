using System.Text.Encodings.Web;
using System.Text.Json;
using Concord.Platform.Http;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Persistence;

/// <summary>Small parts that are read with their record and never queried, as one text column on every provider.</summary>
public static class JsonColumn
{
    // What is safe inside HTML takes six characters for one, and a text that a caller may send would not fit its column: no page shows this.
    private static readonly JsonSerializerOptions Compact = new(ConcordJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property, int maxLength) where T : class
    {
        property.HasConversion(
            value => Write(value),
            text => Read<T>(text),
            new ValueComparer<T>((a, b) => Write(a) == Write(b), value => Write(value).GetHashCode(StringComparison.Ordinal), value => Read<T>(Write(value))));
        property.HasMaxLength(maxLength);
        return property;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Compact);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, ConcordJson.Lenient)!;
}
