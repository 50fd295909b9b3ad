namespace Concord.Portal.Texts;

/// <summary>Codes of countries as people write them one after the other.</summary>
internal static class CountryCodes
{
    public static string[] In(string? text) => (text ?? "").ToUpperInvariant().Split([',', '،', '、', '，', ' ', '\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
