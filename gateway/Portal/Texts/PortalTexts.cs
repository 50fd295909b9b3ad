using Concord.Platform.Texts;

namespace Concord.Portal.Texts;

/// <summary>All that the portal says. Each folder of pages brings its own, in <c>Texts</c>.</summary>
public static class PortalTexts
{
    private static readonly TextFiles Files = new(typeof(PortalTexts).Assembly);

    public static Speech In(Language language) => new(language, Files);

    public static bool Has(string key) => Files.Has(key);

    /// <summary>Every value of a kind that there is a word for, such as the fields of expertise.</summary>
    public static IEnumerable<string> ValuesOf(string kind) =>
        Keys.Where(k => k.StartsWith($"{kind}.", StringComparison.Ordinal)).Select(k => k[(kind.Length + 1)..]).Where(v => v.All(c => char.IsAsciiLetterUpper(c) || c == '_'));

    /// <summary>Every key there is.</summary>
    public static IEnumerable<string> Keys => Files.Of(Language.English.Tag).Keys;
}
