namespace Concord.Roster.Mediators;

/// <summary>As the person states it; never inferred (R16).</summary>
internal enum Gender
{
    Woman = 1,
    Man,
    Other,
    Undisclosed,
}

/// <summary>Level at which the person mediates (R1).</summary>
internal enum SeniorityLevel
{
    SeniorEnvoy = 1,
    LeadMediator,
    Mediator,
    Expert,
    Junior,
}

/// <summary>How well a language is spoken; ordered, so that a minimum covers what is above it.</summary>
internal enum LanguageLevel
{
    Basic = 1,
    Working,
    Fluent,
    Native,
}

/// <summary>How deep the knowledge of an area is; ordered, so that a minimum covers what is above it.</summary>
internal enum ExpertiseLevel
{
    Familiar = 1,
    Practitioner,
    Expert,
}

/// <summary>The themes of the field (R4).</summary>
internal enum ExpertiseArea
{
    HumanRights = 1,
    Gender,
    ChildProtection,
    RefugeesAndDisplacedPersons,
    SecurityArrangements,
    ConstitutionMaking,
    Elections,
    PowerSharing,
    RuleOfLaw,
    TransitionalJustice,
    WealthSharing,
    Reconciliation,
    ProcessDesign,
    NaturalResources,
    Ceasefire,
    ConflictRelatedSexualViolence,
    AtrocityPrevention,
    TraumaAwareness,
}

/// <summary>A language of a person.</summary>
/// <param name="Code">ISO 639: two letters where there are two, else three.</param>
/// <param name="Level">How well it is spoken.</param>
internal sealed record LanguageSkill(string Code, LanguageLevel Level);

/// <summary>An area a person knows.</summary>
/// <param name="Area">The theme (R4).</param>
/// <param name="Level">How deep the knowledge is.</param>
internal sealed record ExpertiseSkill(ExpertiseArea Area, ExpertiseLevel Level);
