using Concord.Contracts.Reference;
using Concord.Platform.Errors;

namespace Concord.Platform.Texts;

/// <summary>The language that a record's texts are in: any of the reference data, not only one of the six of the pages.</summary>
public static class RecordLanguage
{
    public const int MaxLength = 10;

    /// <summary>Of a record that does not say it.</summary>
    public const string Unsaid = "en";

    public static string Language(this Violations check, string? code, string field)
    {
        check.Check(code is not null && ReferenceData.LanguageByCode.ContainsKey(code), field, "Expected a language code of the reference data, such as ar.");
        return code ?? "";
    }
}
