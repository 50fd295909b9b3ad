using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concord.Platform.Http;

/// <summary>
/// An enumeration in JSON is exactly one of its words. The framework's converter alone would also take <c>"HOST,FUNDER"</c>, a number in quotes and any case,
/// and make a third value of two.
/// </summary>
internal sealed class StrictEnumConverter<T> : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Choice<T>.TryParse(reader.GetString(), out var choice) ? choice.Value
            : throw new JsonException($"One of {string.Join(", ", Choice<T>.Names)} is expected.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(new Choice<T>(value).ToString());
}

internal sealed class StrictEnumConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(StrictEnumConverter<>).MakeGenericType(typeToConvert))!;
}
