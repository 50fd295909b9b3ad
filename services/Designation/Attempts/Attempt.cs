using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Attempts;

/// <summary>Who tried, by the actor types of the annex (R31).</summary>
internal enum AttemptBy
{
    UnitedNations = 1,
    RegionalOrganization,
    SubregionalOrganization,
    State,
    InternationalNgo,
    LocalNgo,
    Other,
}

internal enum AttemptOutcome
{
    AgreementReached = 1,

    /// <summary>Agreed on part of it.</summary>
    Partly,
    Failed,

    /// <summary>Ended before there was a result.</summary>
    BrokenOff,
}

/// <summary>An earlier effort to settle the conflict.</summary>
/// <param name="Who">Who tried; 1 to 400 characters.</param>
/// <param name="By">What kind of actor that is.</param>
/// <param name="Form">By which means.</param>
/// <param name="From">When it began.</param>
/// <param name="Until">When it ended.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it ended so; 1 to 4000 characters.</param>
/// <param name="Source">On what the entry rests; 1 to 1000 characters.</param>
internal sealed record RecordAttempt(
    string? Who, AttemptBy? By, MeansOfSettlement? Form, DateOnly? From, DateOnly? Until, AttemptOutcome? Outcome, string? Reason, string? Source);

/// <summary>An earlier effort, and why it ended as it did: failed ones accumulate and make the next one harder (R30; S/2009/189 ¶13).</summary>
internal sealed class Attempt : IVersioned, IListed<AttemptId>
{
    private Attempt() { } // EF

    public AttemptId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public string Who { get; private init; } = "";
    public AttemptBy By { get; private init; }
    public MeansOfSettlement Form { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly Until { get; private init; }
    public AttemptOutcome Outcome { get; private init; }

    [Personal]
    public string Reason { get; private init; } = "";

    [Personal]
    public string Source { get; private init; } = "";
    public Signature RecordedBy { get; private init; } = new(null, "");
    public Closing? Retraction { get; private set; }
    public bool Retracted { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";
    public bool HasFailed => Outcome is AttemptOutcome.Failed or AttemptOutcome.BrokenOff;

    /// <summary>Also of a closed process: what is learned of the past is recorded when it is learned.</summary>
    public static Attempt Record(ProcessId process, RecordAttempt request, Caller caller, DateTime now)
    {
        var check = new Violations();
        var attempt = new Attempt
        {
            Id = AttemptId.New(),
            Process = process,
            Who = check.Text(request.Who, "who", 400),
            By = check.Required(request.By, "by"),
            Form = check.Required(request.Form, "form"),
            From = check.PastDay(request.From, "from", now),
            Until = check.PastDay(request.Until, "until", now),
            Outcome = check.Required(request.Outcome, "outcome"),
            Reason = check.Text(request.Reason, "reason", 4000),
            Source = check.Text(request.Source, "source", 1000),
            RecordedBy = Signature.Of(caller),
            CreateTime = now,
        };
        check.Check(attempt.Until >= attempt.From, "until", "Not before it began.");
        check.ThrowIfAny();
        return attempt;
    }

    public void Retract(string? reason, Caller caller, DateTime now) => (Retraction, Retracted) = (Closing.Of(Retraction, reason, caller, now), true);
}
