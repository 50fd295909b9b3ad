using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Parties;

/// <summary>How a party said it.</summary>
internal enum StatementForm
{
    Written = 1,
    Oral,

    /// <summary>Others say that it did.</summary>
    Reported,
}

/// <summary>A party agrees to the mediation.</summary>
/// <param name="Party">Resource name of a party of the process.</param>
/// <param name="Scope">To what it agrees; 1 to 2000 characters.</param>
/// <param name="Form">How it said so.</param>
/// <param name="ReportedBy">By whom, where it is reported; 1 to 400 characters.</param>
/// <param name="GivenOn">The day it agreed.</param>
/// <param name="Source">On what the entry rests; 1 to 1000 characters.</param>
internal sealed record RecordConsent(string? Party, string? Scope, StatementForm? Form, string? ReportedBy, DateOnly? GivenOn, string? Source);

/// <summary>A party agrees no more.</summary>
/// <param name="On">The first day without its consent.</param>
/// <param name="Form">How it said so.</param>
/// <param name="ReportedBy">By whom, where it is reported; 1 to 400 characters.</param>
/// <param name="Reason">As the party gave it, or that it gave none; 1 to 2000 characters.</param>
/// <param name="Source">On what the entry rests; 1 to 1000 characters.</param>
internal sealed record WithdrawConsent(DateOnly? On, StatementForm? Form, string? ReportedBy, string? Reason, string? Source);

/// <summary>How and why a party withdrew, and who entered it.</summary>
internal sealed record ConsentWithdrawal(
    DateOnly On, StatementForm Form, [property: Personal] string? ReportedBy, [property: Personal] string Reason, [property: Personal] string Source, [property: Personal] Signature By, DateTime Time);

/// <summary>The consent of one party, from the day it was given to the day it was withdrawn (R64). Consent that is given again is another one.</summary>
internal sealed class Consent : IVersioned, IListed<ConsentId>
{
    private Consent() { } // EF

    public ConsentId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public PartyId Party { get; private init; }

    [Personal]
    public string Scope { get; private init; } = "";
    public StatementForm Form { get; private init; }

    [Personal]
    public string? ReportedBy { get; private init; }
    public DateOnly GivenOn { get; private init; }

    [Personal]
    public string Source { get; private init; } = "";
    public Signature By { get; private init; } = new(null, "");

    /// <summary>First day without it; null while it lasts.</summary>
    public DateOnly? WithdrawnOn { get; private set; }
    public ConsentWithdrawal? Withdrawal { get; private set; }

    /// <summary>It was never given: recorded in error. Null otherwise.</summary>
    public Closing? Retraction { get; private set; }
    public bool Retracted { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static Consent Record(Process process, Party party, RecordConsent request, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var consent = new Consent
        {
            Id = ConsentId.New(),
            Process = process.Id,
            Party = party.Id,
            Scope = check.Text(request.Scope, "scope", 2000),
            Form = check.Required(request.Form, "form"),
            ReportedBy = Reporter(request.Form, request.ReportedBy, check),
            GivenOn = check.PastDay(request.GivenOn, "givenOn", now),
            Source = check.Text(request.Source, "source", 1000),
            By = Signature.Of(caller),
            CreateTime = now,
        };
        check.ThrowIfAny();
        return consent;
    }

    /// <summary>A party may withdraw at any time, also from what is closed.</summary>
    public void Withdraw(WithdrawConsent request, Caller caller, DateTime now)
    {
        var check = new Violations();
        var withdrawal = new ConsentWithdrawal(
            check.PastDay(request.On, "on", now), check.Required(request.Form, "form"), Reporter(request.Form, request.ReportedBy, check),
            check.Text(request.Reason, "reason", 2000), check.Text(request.Source, "source", 1000), Signature.Of(caller), now);
        check.Check(withdrawal.On >= GivenOn, "on", "Not before it was given.");
        check.ThrowIfAny();
        RequireNotClosed();
        (WithdrawnOn, Withdrawal) = (withdrawal.On, withdrawal);
    }

    /// <summary>What was recorded in error never was; a withdrawal that was recorded with it goes with it.</summary>
    public void Retract(string? reason, Caller caller, DateTime now) => (Retraction, Retracted) = (Closing.Of(Retraction, reason, caller, now), true);

    private void RequireNotClosed()
    {
        if (Retracted || WithdrawnOn is not null)
        {
            throw Fail.Because(DesignationReasons.EntryClosed, DesignationReasons.EntryClosed.Title);
        }
    }

    private static string? Reporter(StatementForm? form, string? by, Violations check)
    {
        check.Check(form == StatementForm.Reported || by is null, "reportedBy", "Only of what is reported.");
        return form == StatementForm.Reported ? check.Text(by, "reportedBy", 400) : null;
    }
}
