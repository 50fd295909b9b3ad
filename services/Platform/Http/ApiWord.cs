using System.Text.Json;

namespace Concord.Platform.Http;

/// <summary>A value of an enumeration as JSON writes it: <c>SUBREGIONAL_ORGANIZATION</c>. For where it stands in a text of ours and not in a field.</summary>
public static class ApiWord
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
