using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;

namespace Concord.Roster.Mediators;

/// <summary>An area a person knows, and what shows it.</summary>
/// <param name="Area">The theme (R4).</param>
/// <param name="Level">How deep the knowledge is.</param>
/// <param name="Evidence">What the level rests on, such as talks, drafts or publications; at most 500 characters. Shown with the person and in no search.</param>
internal sealed record KnownExpertise(ExpertiseArea Area, ExpertiseLevel Level, string? Evidence = null);

/// <summary>What a level of expertise rests on.</summary>
internal sealed record ExpertiseEvidence(ExpertiseArea Area, string Text)
{
    private const int MaxText = 500;

    /// <summary>Of each area for which something is said.</summary>
    public static IReadOnlyList<ExpertiseEvidence> Of(IReadOnlyList<KnownExpertise>? expertise, Violations check) =>
        [.. (expertise ?? []).Select((e, i) => e?.Evidence is null || check.OptionalText(e.Evidence, $"expertise[{i}].evidence", MaxText) is not { } text ? null : new ExpertiseEvidence(e.Area, text)).OfType<ExpertiseEvidence>()];
}

/// <summary>A conflict in whose settlement the person had a part.</summary>
/// <param name="Label">What it is called; 1 to 200 characters. Whoever sees the person reads it: nothing that lies in a compartment.</param>
/// <param name="Process">Resource name of the process, where there is one here.</param>
/// <param name="FromYear">First year.</param>
/// <param name="UntilYear">Last year; absent where the work goes on, or nobody knows.</param>
/// <param name="Role">As what; at most 200 characters.</param>
internal sealed record WorkedConflict(string? Label, string? Process, int? FromYear, int? UntilYear, string? Role)
{
    public const int Most = 50;
    private const int Earliest = 1900;
    private const int Latest = 2200;

    public WorkedConflict Checked(string field, Violations check)
    {
        check.Check(Process is null || (ResourceName.IsIn("processes", Process) && Process.Length <= 60), $"{field}.process", "Expected the form processes/{uuid}.");
        check.Check(FromYear is not (< Earliest or > Latest), $"{field}.fromYear", $"From {Earliest} to {Latest}.");
        check.Check(UntilYear is not (< Earliest or > Latest), $"{field}.untilYear", $"From {Earliest} to {Latest}.");
        check.Check(!(UntilYear < FromYear), $"{field}.untilYear", "Not before fromYear.");
        return this with { Label = check.Text(Label, $"{field}.label", 200), Role = check.OptionalText(Role, $"{field}.role", 200) };
    }
}

/// <summary>What somebody knows of a place and its people beyond the themes (R2, R18).</summary>
internal enum KnowledgeKind
{
    /// <summary>Customs, and how things are said and settled there.</summary>
    Culture = 1,
    History,

    /// <summary>What makes atrocities more likely there.</summary>
    RiskFactors,
    PopulationsAtRisk,
}

/// <summary>Knowledge of a place and its people.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Place">A country, ISO 3166-1 alpha-3, or a region, M49; absent where it is bound to none.</param>
/// <param name="Note">What the person knows, and whence; 1 to 500 characters.</param>
internal sealed record CulturalKnowledge(KnowledgeKind? Kind, string? Place, string? Note)
{
    public const int Most = 50;

    public CulturalKnowledge Checked(string field, Atlas atlas, Violations check)
    {
        check.Required(Kind, $"{field}.kind");
        check.Check(Place is null || atlas.IsCountry(Place) || atlas.IsRegion(Place), $"{field}.place", "No such country or region; ISO 3166-1 alpha-3 or M49 is expected.");
        return this with { Note = check.Text(Note, $"{field}.note", 500) };
    }
}
