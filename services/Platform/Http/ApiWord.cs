using System.Collections.Frozen;
using System.Text.Json;

namespace Concord.Platform.Http;

/// <summary>A value of an enumeration as JSON writes it: <c>SUBREGIONAL_ORGANIZATION</c>. For where it stands in a text of ours and not in a field.</summary>
public static class ApiWord
{
    public static string Of<T>(T value) where T : struct, Enum => Known<T>.Words.TryGetValue(value, out var word) ? word : Make(value);

    private static string Make<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    // Every answer is full of them.
    private static class Known<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>().Distinct().ToFrozenDictionary(v => v, Make);
    }
}
