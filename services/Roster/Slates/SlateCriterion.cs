using Concord.Platform.Errors;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.Slates;

/// <summary>One thing that the appointment asks for. Criteria have no weight, stand before any name, and are told apart by their number in the list (R19, R157).</summary>
/// <param name="Text">In plain words, as it may be published; 1 to 300 characters.</param>
/// <param name="Mandatory">Qualified is who meets every mandatory one (R9).</param>
/// <param name="Kind">How it is seen; each kind but JUDGED takes the field of its name.</param>
/// <param name="Function">For FUNCTION.</param>
/// <param name="Expertise">For EXPERTISE: the area and the least level.</param>
/// <param name="Language">For LANGUAGE: the code, ISO 639, and the least level.</param>
/// <param name="Place">For PLACE, and where wanted for KNOWLEDGE: a country, ISO 3166-1 alpha-3, or a region, M49.</param>
/// <param name="Knowledge">For KNOWLEDGE.</param>
/// <param name="Years">For YEARS: 1 to 50.</param>
internal sealed record SlateCriterion(
    string? Text, bool? Mandatory, CriterionKind? Kind, TeamFunction? Function = null, ExpertiseSkill? Expertise = null, LanguageSkill? Language = null, string? Place = null, KnowledgeKind? Knowledge = null,
    int? Years = null)
{
    public const int Most = 30;

    public SlateCriterion Checked(string field, Atlas atlas, Violations check)
    {
        check.Required(Kind, $"{field}.kind");
        check.Required(Mandatory, $"{field}.mandatory");
        Needs(CriterionKind.Function, Function is not null, "function");
        Needs(CriterionKind.Expertise, Expertise is not null, "expertise");
        Needs(CriterionKind.Language, Language is not null, "language");
        Needs(CriterionKind.Knowledge, Knowledge is not null, "knowledge");
        Needs(CriterionKind.Years, Years is not null, "years");
        check.Check(Kind != CriterionKind.Place || Place is not null, $"{field}.place", "Required.");
        check.Check(Place is null || Kind is CriterionKind.Place or CriterionKind.Knowledge, $"{field}.place", "Does not belong to this kind.");
        check.Check(Place is null || atlas.IsCountry(Place) || atlas.IsRegion(Place), $"{field}.place", "No such country or region; ISO 3166-1 alpha-3 or M49 is expected.");
        check.Check(Expertise is null or { Area: > 0, Level: > 0 }, $"{field}.expertise", "Name an area and a level.");
        check.Check(Language is null || (Language is { Code: not null, Level: > 0 } && atlas.IsLanguage(Language.Code)), $"{field}.language", "Name a language, ISO 639, and a level.");
        check.Check(Years is null or (>= 1 and <= 50), $"{field}.years", "From 1 to 50.");
        return this with { Text = check.Text(Text, $"{field}.text", 300) };

        void Needs(CriterionKind kind, bool given, string name)
        {
            check.Check(Kind != kind || given, $"{field}.{name}", "Required.");
            check.Check(Kind == kind || !given, $"{field}.{name}", "Does not belong to this kind.");
        }
    }
}
