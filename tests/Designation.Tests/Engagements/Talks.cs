using Concord.Contracts.Access;
using Concord.Designation.Engagements;
using Concord.Designation.Processes;
using Concord.Platform.Security;

namespace Concord.Designation.Tests.Engagements;

/// <summary>Short ways to an engagement under test.</summary>
internal static class Talks
{
    public static readonly Caller Keeper = Given.Person();
    public static readonly Caller Second = Given.Person();
    public static readonly DateOnly NextReview = DateOnly.FromDateTime(Given.Start).AddDays(90);

    public static EngagementTerms Terms(EngagementKind kind = EngagementKind.HumanitarianDialogue, bool widespread = false, params string[] jurisdictions) => new(
        "The northern column", new GroupLabel("violent extremist", "Resolution of the regional council, 3 May", DateOnly.FromDateTime(Given.Start).AddDays(-9)), kind, "Let the villagers reach the wells.",
        new EngagementTiming("The rains begin in a month.", widespread), [.. (jurisdictions.Length == 0 ? ["KEN"] : jurisdictions).Select((j, i) => new TalksParticipant($"Participant {i}", j))]);

    public static PhaseTerms Phase(RiskPhase phase) => new(phase, "Reports of three monitors.");

    public static Process Preventive()
    {
        var fields = new ProcessFields("A process", "A situation", ["SSD"], ProcessKind.PreventiveDialogue, SourceOfAuthority.RequestOfParties, Classification.Confidential,
            new AppointingAuthority("Secretary-General", [Given.Proposer.Subject, Given.Approver.Subject]));
        return Process.Open(ProcessId.New(), fields, false, Keeper, Given.Start).Item1;
    }

    public static Engagement Propose(Process? process = null, EngagementTerms? terms = null, RiskPhase phase = RiskPhase.Imminent) =>
        Engagement.Propose(EngagementId.New(), process ?? Given.Process(), terms ?? Terms(), Phase(phase), NextReview, Keeper, Given.Start);

    public static RiskTerms Risk(EngagementRisk risk) => new(risk, "As elsewhere.", "Monitors on the roads.", "New trenches are dug.");

    public static LegalCheckTerms Law(string jurisdiction, LegalFinding sanctions = LegalFinding.NoObstacle, LegalFinding counterTerrorism = LegalFinding.NoObstacle) =>
        new(jurisdiction, sanctions, counterTerrorism, "Talks are no support.", "Legal office", DateOnly.FromDateTime(Given.Start), "Act 12 of 2019, section 4");

    /// <summary>Everything that is asked for, but what is left out.</summary>
    public static Engagement Show(this Engagement engagement, FindingTopic? without = null, EngagementRisk? withoutRisk = null, bool law = true, bool principles = false)
    {
        foreach (var topic in EngagementLists.Prerequisites.Concat(principles ? EngagementLists.Principles : []).Where(t => t != without))
        {
            engagement.Record(new FindingTerms(topic, "Shown in the annex.", true), Keeper, Given.Start);
        }

        foreach (var risk in Enum.GetValues<EngagementRisk>().Where(r => r != withoutRisk))
        {
            engagement.AssessRisk(Risk(risk), Keeper, Given.Start);
        }

        foreach (var jurisdiction in law ? engagement.Jurisdictions().ToList() : [])
        {
            engagement.Record(Law(jurisdiction), Keeper, Given.Start);
        }

        return engagement;
    }

    public static Engagement Approved(Process process)
    {
        var engagement = Propose(process).Show();
        engagement.Assess("All is there.", Keeper, Given.Start);
        engagement.Approve(process, "Agreed.", Second, Given.Start);
        return engagement;
    }

    public static Engagement Active(Process process)
    {
        var engagement = Approved(process);
        engagement.Advance(process, EngagementState.Active, "First meeting.", Keeper, Given.Start);
        return engagement;
    }
}
