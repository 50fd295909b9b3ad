using Concord.Contracts.Access;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Engagements;

/// <summary>
/// Dialogue with an armed group to prevent atrocities: assessed, decided on by a second person, and reviewed (R122–R130). Strictly Confidential whatever its process is, and there for the
/// accounts of its circle alone (R127). The audit chain tells that it changed, and nothing of what it says.
/// </summary>
internal sealed partial class Engagement : IVersioned, IListed<EngagementId>, IClassifiedRecord
{
    /// <summary>Of each part; more belongs in an engagement of its own.</summary>
    public const int MostEntries = 100;

    private Engagement() { } // EF

    public EngagementId Id { get; private init; }
    public ProcessId Process { get; private init; }

    [Personal]
    public EngagementState State { get; private set; }

    /// <summary>Day of the next review (R129).</summary>
    [Personal]
    public DateOnly ReviewOn { get; private set; }

    /// <summary>Oldest first; the last one counts.</summary>
    [Personal]
    public IReadOnlyList<TermsVersion> Versions { get; private set; } = [];

    [Personal]
    public IReadOnlyList<EngagementStep> Steps { get; private set; } = [];

    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";
    public string RecordName => Id.ToString();
    public Classification Classification => Classification.StrictlyConfidential;
    public EngagementTerms Terms => Versions[^1].Terms;

    public static Engagement Propose(EngagementId id, Process process, EngagementTerms? terms, PhaseTerms? phase, DateOnly? reviewOn, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var kept = EngagementTerms.Checked(terms, "engagement.", now);
        var check = new Violations();
        var review = check.ReviewDay(reviewOn, now);
        check.ThrowIfAny();
        var by = Signature.Of(caller);
        var engagement = new Engagement { Id = id, Process = process.Id, State = EngagementState.Proposed, ReviewOn = review, CreateTime = now, UpdateTime = now, Versions = [new TermsVersion(kept, by, now)] };
        engagement.Phases = [PhaseTerms.Checked(phase, "phase.", by, now)];
        engagement.Steps = [new EngagementStep(null, EngagementState.Proposed, "Proposed.", review, by, now)];
        engagement._circle.Add(new CircleMember(caller.Subject, "Proposed it.", by, now));
        return engagement;
    }

    /// <summary>Other terms: whatever was assessed or decided before was about others. An active engagement is suspended first.</summary>
    public void Edit(EngagementTerms terms, Caller caller, DateTime now)
    {
        Require(EngagementState.Proposed, EngagementState.Assessed, EngagementState.Approved, EngagementState.Suspended);
        var kept = EngagementTerms.Checked(terms, "", now);
        Versions = Longer(Versions, new TermsVersion(kept, Signature.Of(caller), now), "versions");
        ToProposed("The terms have changed.", caller, now);
        UpdateTime = now;
    }

    /// <summary>What is there is put before a second person, complete or not: who is not ready can be told so (R126).</summary>
    public void Assess(string? reason, Caller caller, DateTime now)
    {
        var why = Why(reason);
        Require(EngagementState.Proposed);
        Step(EngagementState.Assessed, why, caller, now);
    }

    /// <summary>A second person agrees, to what is shown and checked in full.</summary>
    public void Approve(Process process, string? reason, Caller caller, DateTime now)
    {
        var why = Why(reason);
        RequireToDecide(caller);
        process.RequireOpen();
        RequireReady(process, now);
        Step(EngagementState.Approved, why, caller, now);
    }

    public void Decline(string? reason, Caller caller, DateTime now)
    {
        var why = Why(reason);
        RequireToDecide(caller);
        Step(EngagementState.Declined, why, caller, now);
    }

    /// <summary>Begins, suspends, resumes or closes the talks. They go on only where everything is still shown and the review is not overdue.</summary>
    public void Advance(Process process, EngagementState? to, string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var wished = check.Required(to, "to");
        var why = check.Text(reason, "reason", 2000);
        check.Check(to is null or EngagementState.Active or EngagementState.Suspended or EngagementState.Closed, "to", "ACTIVE, SUSPENDED or CLOSED; the other states have acts of their own.");
        check.ThrowIfAny();
        switch (wished)
        {
            case EngagementState.Active:
                Require(EngagementState.Approved, EngagementState.Suspended);
                process.RequireOpen();
                RequireReady(process, now);
                break;
            case EngagementState.Suspended:
                Require(EngagementState.Active);
                break;
            default:
                RequireOpen();
                break;
        }

        Step(wished, why, caller, now);
    }

    /// <summary>Somebody has looked at it anew, and says when the next time is (R129).</summary>
    public void Review(string? finding, DateOnly? reviewOn, Caller caller, DateTime now)
    {
        var check = new Violations();
        var text = check.Text(finding, "finding", 2000);
        var next = check.ReviewDay(reviewOn, now);
        check.ThrowIfAny();
        RequireOpen();
        Steps = Longer(Steps, new EngagementStep(State, State, text, next, Signature.Of(caller), now), "finding");
        (ReviewOn, UpdateTime) = (next, now);
    }

    public bool IsReviewOverdue(DateTime now) => !State.IsOver() && ReviewOn < DateOnly.FromDateTime(now);

    private void RequireToDecide(Caller caller)
    {
        Require(EngagementState.Assessed);
        // Who set the terms, then or before, or put them forward is not a second person.
        if (Versions.Any(v => v.By.Includes(caller)) || Steps.Last(s => s is { From: EngagementState.Proposed, To: EngagementState.Assessed }).By.Includes(caller))
        {
            throw Fail.Because(PlatformReasons.FourEyesRequired, "You proposed or assessed this engagement; a second person of its circle decides.");
        }
    }

    private void RequireReady(Process process, DateTime now)
    {
        var missing = this.Missing(process);
        if (missing.Where(m => m.Kind == MissingKind.LegalCheck).Select(m => m.Item).ToList() is { Count: > 0 } open)
        {
            throw Fail.Because(DesignationReasons.LegalCheckMissing, "The law of each participant's jurisdiction is checked first.", ("jurisdictions", string.Join(' ', open)));
        }

        if (missing.Count > 0)
        {
            throw Fail.Because(DesignationReasons.EngagementNotReady, "Not ready: not everything that has to be shown is.", ("missing", string.Join(' ', missing.Select(m => m.Item))));
        }

        if (IsReviewOverdue(now))
        {
            throw Fail.Because(DesignationReasons.ReviewOverdue, "The day of its review is past; review it first.");
        }
    }

    private void RequireOpen()
    {
        if (State.IsOver())
        {
            throw NotAllowed();
        }
    }

    private void Require(params ReadOnlySpan<EngagementState> states)
    {
        if (!states.Contains(State))
        {
            throw NotAllowed();
        }
    }

    private DomainException NotAllowed() =>
        Fail.Because(DesignationReasons.EngagementStateNotAllowed, "The engagement is in another state.", ("state", ProcessAnswers.Text(State)));

    private void ToProposed(string why, Caller caller, DateTime now)
    {
        if (State is not EngagementState.Proposed)
        {
            Step(EngagementState.Proposed, why, caller, now);
        }
    }

    // However long the history is: to stop and to close is never refused for that.
    private void Step(EngagementState to, string reason, Caller caller, DateTime now)
    {
        Steps = to is EngagementState.Suspended or EngagementState.Closed or EngagementState.Declined
            ? [.. Steps, new EngagementStep(State, to, reason, null, Signature.Of(caller), now)]
            : Longer(Steps, new EngagementStep(State, to, reason, null, Signature.Of(caller), now), "reason");
        (State, UpdateTime) = (to, now);
    }

    private static IReadOnlyList<T> Longer<T>(IReadOnlyList<T> entries, T entry, string field) =>
        entries.Count < MostEntries ? [.. entries, entry] : throw Fail.Invalid(field, $"At most {MostEntries} entries; close this engagement and propose another one.");

    private static string Why(string? reason)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        return why;
    }
}
