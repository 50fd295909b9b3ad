using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Concord.Platform.Http;

/// <summary>One way to read and write JSON, on every address and in every event.</summary>
public static class ConcordJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>For events: a newer raiser may know fields that this listener does not.</summary>
    public static JsonSerializerOptions Lenient { get; } = new(Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>Whether both say the same on the wire. The lists in a record make two of them different to the language whatever they hold.</summary>
    public static bool Same<T>(T one, T other) => JsonSerializer.SerializeToUtf8Bytes(one, Options).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, Options));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow; // an unknown or output-only field is an error, never dropped
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 16;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false; // which of two was meant?
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All); // Arabic and Chinese stay readable and small; HTML-sensitive characters are still escaped
        options.Converters.Add(new StrictEnumConverterFactory());
        return options;
    }
}
