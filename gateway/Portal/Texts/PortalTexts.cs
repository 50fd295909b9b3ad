using Concord.Platform.Texts;

namespace Concord.Portal.Texts;

/// <summary>All that the portal says. Each folder of pages brings its own, in <c>Texts</c>.</summary>
public static class PortalTexts
{
    private static readonly TextFiles Files = new(typeof(PortalTexts).Assembly);

    public static Speech In(Language language) => new(language, Files);

    public static bool Has(string key) => Files.Has(key);

    /// <summary>Every key there is.</summary>
    public static IEnumerable<string> Keys => Files.Of(Language.English.Tag).Keys;
}
