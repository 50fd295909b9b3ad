using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Designation.Mandates;

/// <summary>How a mediation begins between a party and an organization (R43).</summary>
internal enum MediationEntry
{
    /// <summary>The party sought assistance.</summary>
    SoughtByParty = 1,

    /// <summary>The organization offered it.</summary>
    OfferedToParty,
}

/// <summary>In what form it was said.</summary>
internal enum RequestForm
{
    Letter = 1,
    Meeting,
    PublicStatement,
    ThroughIntermediary,
    Other,
}

internal enum MediatorRequestState
{
    Made = 1,

    /// <summary>By the organization of whom it was sought, or the party to whom it was offered.</summary>
    Accepted,
    Declined,
    Withdrawn,
}

/// <summary>A party asks an organization for a mediator, or is offered one.</summary>
/// <param name="Entry">Sought or offered (R43).</param>
/// <param name="Party">Which party; 1 to 200 characters.</param>
/// <param name="Organization">Resource name of whom it was sought, or of who offered.</param>
/// <param name="MadeOn">When.</param>
/// <param name="Form">How it was said.</param>
/// <param name="Text">What was said; 1 to 4000 characters.</param>
/// <param name="Documents">Where it is found; at most 10.</param>
internal sealed record RecordMediatorRequest(
    MediationEntry? Entry, string? Party, string? Organization, DateOnly? MadeOn, RequestForm? Form, string? Text, IReadOnlyList<DocumentReference>? Documents = null);

/// <summary>The other side has answered.</summary>
/// <param name="Accepted">Whether it said yes.</param>
/// <param name="AnsweredOn">When; not before it was made.</param>
/// <param name="Note">How it is known; 1 to 2000 characters.</param>
internal sealed record AnswerMediatorRequest(bool? Accepted, DateOnly? AnsweredOn, string? Note);

/// <summary>The party has taken it back, or it was recorded in error.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record WithdrawMediatorRequest(string? Reason);

/// <summary>A party's request for a mediator, or an offer to it (S/2009/189, para. 12). Who asks whom may cost a life: it is read by those who decide and those who lead, not by everybody who sees the process.</summary>
internal sealed class MediatorRequest : IVersioned, IListed<MediatorRequestId>
{
    private MediatorRequest() { } // EF

    public MediatorRequestId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public MediationEntry Entry { get; private init; }

    [Personal]
    public string Party { get; private init; } = "";
    public string Organization { get; private init; } = "";
    public DateOnly MadeOn { get; private init; }
    public RequestForm Form { get; private init; }

    [Personal]
    public string Text { get; private init; } = "";

    [Personal]
    public IReadOnlyList<DocumentReference> Documents { get; private init; } = [];
    public MediatorRequestState State { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>How the answer is known, or why it was withdrawn.</summary>
    [Personal]
    public string? Note { get; private set; }
    public Signature RecordedBy { get; private init; } = new(null, "");
    public Signature? ClosedBy { get; private set; }
    public DateTime? CloseTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static MediatorRequest Record(Process process, RecordMediatorRequest request, Signature by, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var recorded = new MediatorRequest
        {
            Id = MediatorRequestId.New(),
            Process = process.Id,
            Entry = check.Required(request.Entry, "entry"),
            Party = check.Text(request.Party, "party", 200),
            Organization = request.Organization ?? "",
            MadeOn = check.Required(request.MadeOn, "madeOn"),
            Form = check.Required(request.Form, "form"),
            Text = check.Text(request.Text, "text", 4000),
            Documents = DocumentReference.Check(request.Documents, check),
            State = MediatorRequestState.Made,
            RecordedBy = by,
            CreateTime = now,
        };
        check.Check(ResourceName.IsIn("organizations", request.Organization), "organization", "Expected the form organizations/{uuid}.");
        check.Check(recorded.MadeOn <= DateOnly.FromDateTime(now), "madeOn", "Lies in the future.");
        check.ThrowIfAny();
        return recorded;
    }

    public void Answer(AnswerMediatorRequest request, Signature by, DateTime now)
    {
        var check = new Violations();
        var (accepted, on, note) = (check.Required(request.Accepted, "accepted"), check.Required(request.AnsweredOn, "answeredOn"), check.Text(request.Note, "note", 2000));
        check.Check(request.AnsweredOn is null || (on >= MadeOn && on <= DateOnly.FromDateTime(now)), "answeredOn", "Between the day it was made and today.");
        check.ThrowIfAny();
        RequireMade();
        (State, AnsweredOn, Note, ClosedBy, CloseTime) = (accepted ? MediatorRequestState.Accepted : MediatorRequestState.Declined, on, note, by, now);
    }

    public void Withdraw(string? reason, Signature by, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequireMade();
        (State, Note, ClosedBy, CloseTime) = (MediatorRequestState.Withdrawn, why, by, now);
    }

    private void RequireMade()
    {
        if (State != MediatorRequestState.Made)
        {
            throw Fail.Because(DesignationReasons.MediatorRequestClosed, "The request is answered or withdrawn already.", ("state", ProcessAnswers.Text(State)));
        }
    }
}
