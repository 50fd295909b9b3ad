namespace Concord.Platform.Http;

/// <summary>An enumeration in a query parameter, written as in JSON: <c>SUBREGIONAL_ORGANIZATION</c>. Routing by itself would read the C# name.</summary>
public readonly record struct Choice<T>(T Value) where T : struct, Enum
{
    private static readonly Dictionary<string, T> _byName = Enum.GetValues<T>().ToDictionary(ApiWord.Of, StringComparer.Ordinal);

    /// <summary>The words that are understood.</summary>
    public static IEnumerable<string> Names => _byName.Keys;

    public static bool TryParse(string? text, out Choice<T> choice)
    {
        var known = _byName.TryGetValue(text ?? "", out var value);
        choice = new Choice<T>(value);
        return known;
    }

    public override string ToString() => ApiWord.Of(Value);
}
