using Concord.Designation.Processes;
using Concord.Platform.Errors;

namespace Concord.Designation.Engagements;

/// <summary>How near atrocities are.</summary>
/// <param name="Phase">It informs the kind of dialogue and forbids none (R122).</param>
/// <param name="Basis">On what that rests; 1 to 2000 characters.</param>
internal sealed record PhaseTerms(RiskPhase? Phase, string? Basis)
{
    public static PhaseAssessment Checked(PhaseTerms? terms, string at, Signature by, DateTime now)
    {
        var check = new Violations();
        var assessed = new PhaseAssessment(check.Required(terms?.Phase, $"{at}phase"), check.Text(terms?.Basis, $"{at}basis", 2000), by, now);
        check.ThrowIfAny();
        return assessed;
    }
}

/// <summary>What was found on one thing that has to be shown.</summary>
/// <param name="Topic">A prerequisite (R124), or what preventive dialogue rests on (R130).</param>
/// <param name="Finding">1 to 4000 characters.</param>
/// <param name="Shown">It is there; otherwise it is documented that it is not yet (R126).</param>
internal sealed record FindingTerms(FindingTopic? Topic, string? Finding, bool? Shown)
{
    public Finding Checked(Signature by, DateTime now)
    {
        var check = new Violations();
        var finding = new Finding(check.Required(Topic, "topic"), check.Text(Finding, "finding", 4000), check.Required(Shown, "shown"), by, now);
        check.ThrowIfAny();
        return finding;
    }
}

/// <summary>A risk, and what is done about it (R125).</summary>
/// <param name="Risk">Which.</param>
/// <param name="Description">How it looks here; 1 to 2000 characters.</param>
/// <param name="Mitigation">What makes it smaller; 1 to 2000 characters.</param>
/// <param name="StopCondition">What ends the talks; 1 to 2000 characters.</param>
internal sealed record RiskTerms(EngagementRisk? Risk, string? Description, string? Mitigation, string? StopCondition)
{
    public RiskEntry Checked(Signature by, DateTime now)
    {
        var check = new Violations();
        var risk = new RiskEntry(check.Required(Risk, "risk"), check.Text(Description, "description", 2000), check.Text(Mitigation, "mitigation", 2000), check.Text(StopCondition, "stopCondition", 2000), null, by, now);
        check.ThrowIfAny();
        return risk;
    }
}

/// <summary>What the law that applies to a participant says of talks with this group (R128).</summary>
/// <param name="Jurisdiction">Of a participant, ISO 3166-1 alpha-3.</param>
/// <param name="Sanctions">Under sanctions listings.</param>
/// <param name="CounterTerrorism">Under counter-terrorism law.</param>
/// <param name="Explanation">1 to 2000 characters.</param>
/// <param name="CheckedBy">Who, with legal competence, checked it; 1 to 200 characters.</param>
/// <param name="CheckedOn">The day; none to come.</param>
/// <param name="Source">Of the law or the listing; 1 to 1000 characters.</param>
internal sealed record LegalCheckTerms(string? Jurisdiction, LegalFinding? Sanctions, LegalFinding? CounterTerrorism, string? Explanation, string? CheckedBy, DateOnly? CheckedOn, string? Source)
{
    public LegalCheck Checked(Signature by, DateTime now)
    {
        var check = new Violations();
        check.Check(ProcessCountry.IsCode(Jurisdiction), "jurisdiction", "Expected an ISO 3166-1 alpha-3 code.");
        var entry = new LegalCheck(Jurisdiction ?? "", check.Required(Sanctions, "sanctions"), check.Required(CounterTerrorism, "counterTerrorism"), check.Text(Explanation, "explanation", 2000),
            check.Text(CheckedBy, "checkedBy", 200), check.DayUpTo(CheckedOn, "checkedOn", now), check.Text(Source, "source", 1000), by, now);
        check.ThrowIfAny();
        return entry;
    }
}
