using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Security;

namespace Concord.Designation.Engagements;

/// <summary>What is assessed: appended, and what was recorded before stays readable.</summary>
internal sealed partial class Engagement
{
    [Personal]
    public IReadOnlyList<PhaseAssessment> Phases { get; private set; } = [];

    [Personal]
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    [Personal]
    public IReadOnlyList<RiskEntry> Risks { get; private set; } = [];

    [Personal]
    public IReadOnlyList<LegalCheck> LegalChecks { get; private set; } = [];

    [Personal]
    public IReadOnlyList<Gesture> Gestures { get; private set; } = [];

    public RiskPhase Phase => Phases[^1].Phase;

    public void AssessPhase(PhaseTerms terms, Caller caller, DateTime now)
    {
        var assessed = PhaseTerms.Checked(terms, "", Signature.Of(caller), now);
        RequireOpen();
        Phases = Longer(Phases, assessed, "phase");
        Changed(caller, now);
    }

    public void Record(FindingTerms terms, Caller caller, DateTime now)
    {
        var finding = terms.Checked(Signature.Of(caller), now);
        RequireOpen();
        Findings = Longer(Findings, finding, "finding");
        Changed(caller, now);
    }

    public void AssessRisk(RiskTerms terms, Caller caller, DateTime now)
    {
        var risk = terms.Checked(Signature.Of(caller), now);
        RequireOpen();
        Risks = Longer(Risks, risk, "risk");
        Changed(caller, now);
    }

    /// <summary>A risk that is none here; that the group wants time for atrocities always is one (R125).</summary>
    public void WithdrawRisk(EngagementRisk? risk, string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var which = check.Required(risk, "risk");
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequireOpen();
        if (which == EngagementRisk.TimeForAtrocities)
        {
            throw Fail.Because(DesignationReasons.RiskMandatory, "That talks win time for planning atrocities stays in every register.");
        }

        Risks = Longer(Risks, new RiskEntry(which, null, null, null, why, Signature.Of(caller), now), "risk");
        Changed(caller, now);
    }

    public void Record(LegalCheckTerms terms, Caller caller, DateTime now)
    {
        var check = terms.Checked(Signature.Of(caller), now);
        if (Terms.Participants!.All(p => p.Jurisdiction != check.Jurisdiction))
        {
            throw Fail.Invalid("jurisdiction", "No participant's jurisdiction.");
        }

        RequireOpen();
        LegalChecks = Longer(LegalChecks, check, "jurisdiction");
        Changed(caller, now);
    }

    public void Plan(string? gesture, string? agreedWith, Caller caller, DateTime now)
    {
        var check = new Violations();
        var (plan, with) = (check.Text(gesture, "gesture", 2000), check.Text(agreedWith, "agreedWith", 400));
        check.ThrowIfAny();
        RequireOpen();
        Gestures = Longer(Gestures, new Gesture(Gestures.Count + 1, plan, with, Signature.Of(caller), now, null, null, null, null), "gesture");
        UpdateTime = now;
    }

    /// <summary>A planned gesture as it was, once.</summary>
    public void RecordGesture(int? number, string? outcome, DateOnly? heldOn, Caller caller, DateTime now)
    {
        var check = new Violations();
        var (which, how, day) = (check.Required(number, "number"), check.Text(outcome, "outcome", 2000), check.DayUpTo(heldOn, "heldOn", now));
        check.Check(number is null || Gestures.Any(g => g.Number == which && g.Outcome is null), "number", "No planned gesture that waits to be recorded.");
        check.ThrowIfAny();
        RequireOpen();
        Gestures = [.. Gestures.Select(g => g.Number == which ? g with { Outcome = how, HeldOn = day, RecordedBy = Signature.Of(caller), RecordTime = now } : g)];
        UpdateTime = now;
    }

    // Whoever decides does so on what was put forward; after that it is assessed again.
    private void Changed(Caller caller, DateTime now)
    {
        if (State == EngagementState.Assessed)
        {
            ToProposed("The assessment has changed.", caller, now);
        }

        UpdateTime = now;
    }
}
