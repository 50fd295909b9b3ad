using Concord.Contracts.Reference;
using Concord.Platform.Texts;

namespace Concord.Portal.Texts;

/// <summary>Names of States, languages, regions and organizations, in the language of the person who reads.</summary>
public static class ReferenceNames
{
    private const string Original = "en"; // every name is there in English

    /// <summary>Of a State or area, by its alpha-3 code.</summary>
    public static string Area(this Speech say, string code) => ReferenceData.AreaByAlpha3.TryGetValue(code, out var area) ? area.Name.In(say.Language.Tag) : code == "XXA" ? say["area.invented"] : code;

    /// <summary>Of a language, by its code of two or three letters.</summary>
    public static string LanguageName(this Speech say, string code) => ReferenceData.LanguageByCode.TryGetValue(code, out var spoken) ? spoken.Name.In(say.Language.Tag) : code;

    /// <summary>Whether a language has a name in English only, so that it is to be marked.</summary>
    public static bool IsNamedInEnglish(this Speech say, string code) =>
        say.Language.Tag != Original && ReferenceData.LanguageByCode.TryGetValue(code, out var spoken) && spoken.Name.In(say.Language.Tag) == spoken.Name.In(Original);

    /// <summary>Of a region, by its M49 code.</summary>
    public static string Region(this Speech say, string code) => ReferenceData.RegionByM49.TryGetValue(code, out var region) ? region.Name.In(say.Language.Tag) : code;

    /// <summary>Of a country, by its alpha-3 code, or of a region, by its M49 code.</summary>
    public static string PlaceName(this Speech say, string code) => code.Length > 0 && char.IsAsciiDigit(code[0]) ? say.Region(code) : say.Area(code);

    /// <summary>Regions and then countries to choose from, each in the order of the reader's alphabet.</summary>
    public static IEnumerable<(string Value, string Text)> Places(this Speech say) =>
    [
        .. ReferenceData.RegionByM49.Keys.Select(m49 => (m49, Name: say.Region(m49))).OrderBy(r => r.Name, say.Alphabet),
        .. ReferenceData.Areas.Select(a => (a.Alpha3, Name: say.Area(a.Alpha3))).OrderBy(a => a.Name, say.Alphabet),
    ];

    /// <summary>Of an organization: by the reference data where that knows it, else as the record has it.</summary>
    public static string Organization(this Speech say, string? resource, string? recorded = null) =>
        (resource is null ? null : Organizations.NameOf(resource, say.Language.Tag)) ?? recorded ?? say["organization.unnamed"];

    /// <summary>One after the other, as the language lists things.</summary>
    public static string List(this Speech say, IEnumerable<string> things) => string.Join(say["list.separator"], things);
}
