namespace Concord.Platform.Texts;

/// <summary>Which form of a text goes with a whole number, after the cardinal rules of Unicode CLDR 48.</summary>
/// <remarks>The form for round millions, which French and Spanish have too, is left out: nothing here is counted in millions.</remarks>
public static class Plural
{
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["ar"] = ["zero", "one", "two", "few", "many", "other"],
        ["zh"] = ["other"],
        ["en"] = ["one", "other"],
        ["fr"] = ["one", "other"],
        ["ru"] = ["one", "few", "many"],
        ["es"] = ["one", "other"],
    };

    /// <summary>Every form that a language needs.</summary>
    public static IReadOnlyList<string> FormsOf(string language) => Known[language];

    public static string Form(string language, long number)
    {
        var (n, tens, hundreds) = (Math.Abs(number), Math.Abs(number % 10), Math.Abs(number % 100));
        return language switch
        {
            "ar" => n switch { 0 => "zero", 1 => "one", 2 => "two", _ => hundreds switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" } },
            "ru" => (tens, hundreds) switch { (1, not 11) => "one", ( >= 2 and <= 4, < 12 or > 14) => "few", _ => "many" },
            "fr" => n < 2 ? "one" : "other",
            "zh" => "other",
            _ => n == 1 ? "one" : "other",
        };
    }
}
