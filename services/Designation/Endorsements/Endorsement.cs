using Concord.Designation.Mandates;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Designation.Endorsements;

/// <summary>Who endorses a mediator: the report names the Security Council (para. 55); that others do is a decision of the design (R40).</summary>
internal enum EndorsingOrgan
{
    SecurityCouncil = 1,
    AfricanUnionPeaceAndSecurityCouncil,
    Other,
}

internal enum EndorsementState
{
    Requested = 1,
    Granted,
    Declined,
    Withdrawn,
}

/// <summary>An organ is asked to endorse the mediator.</summary>
/// <param name="Organ">Which.</param>
/// <param name="OrganName">Its name where it is another one; 1 to 200 characters.</param>
/// <param name="Scope">What is to be endorsed; 1 to 2000 characters.</param>
/// <param name="RequestedOn">When it was asked; today or before.</param>
/// <param name="Documents">Where the request is found; at most 10.</param>
internal sealed record RequestEndorsement(EndorsingOrgan? Organ, string? OrganName, string? Scope, DateOnly? RequestedOn, IReadOnlyList<DocumentReference>? Documents = null);

/// <summary>The organ has endorsed.</summary>
/// <param name="Symbol">Of its text, such as S/RES/2046 (2012); 1 to 100 characters.</param>
/// <param name="AdoptedOn">When; not before it was asked, and not in the future.</param>
/// <param name="Text">What it says; 1 to 4000 characters.</param>
internal sealed record GrantEndorsement(string? Symbol, DateOnly? AdoptedOn, string? Text);

/// <summary>The organ will not endorse, or no longer does.</summary>
/// <param name="On">When; not before it was asked, and not in the future.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record CloseEndorsement(DateOnly? On, string? Reason);

/// <summary>What became of the talks about the roles of others.</summary>
/// <param name="Clarification">Who does what now, and with whom that was settled; 1 to 4000 characters.</param>
internal sealed record ClarifyRoles(string? Clarification);

/// <summary>
/// An organ's endorsement of the mediator (R40). Once it is granted the mediator can clarify with the other actors what their roles are (para. 55): that is a task until the clarification is recorded.
/// </summary>
internal sealed class Endorsement : IVersioned, IListed<EndorsementId>
{
    private Endorsement() { } // EF

    public EndorsementId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public EndorsingOrgan Organ { get; private init; }
    public string? OrganName { get; private init; }
    public string Scope { get; private init; } = "";
    public DateOnly RequestedOn { get; private init; }
    public IReadOnlyList<DocumentReference> Documents { get; private init; } = [];
    public Signature RequestedBy { get; private init; } = new(null, "");
    public EndorsementState State { get; private set; }
    public string? Symbol { get; private set; }
    public DateOnly? AdoptedOn { get; private set; }
    public string? Text { get; private set; }
    public Signature? GrantProposedBy { get; private set; }
    public Signature? GrantApprovedBy { get; private set; }
    public DateTime? GrantTime { get; private set; }
    public string? Clarification { get; private set; }
    public Signature? ClarifiedBy { get; private set; }
    public DateTime? ClarifyTime { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string? CloseReason { get; private set; }
    public Signature? ClosedBy { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    /// <summary>Granted, and nobody has clarified yet what the others do.</summary>
    public bool RolesToClarify => State == EndorsementState.Granted && ClarifyTime is null;

    public static Endorsement Request(Process process, RequestEndorsement request, Signature by, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var endorsement = new Endorsement
        {
            Id = EndorsementId.New(),
            Process = process.Id,
            Organ = check.Required(request.Organ, "organ"),
            OrganName = check.OptionalText(request.OrganName, "organName", 200),
            Scope = check.Text(request.Scope, "scope", 2000),
            RequestedOn = check.Required(request.RequestedOn, "requestedOn"),
            Documents = DocumentReference.Check(request.Documents, check),
            RequestedBy = by,
            State = EndorsementState.Requested,
            CreateTime = now,
        };
        check.Check(request.Organ is null || (request.Organ == EndorsingOrgan.Other) == (endorsement.OrganName is not null), "organName", "Required of another organ, and only there.");
        check.Check(endorsement.RequestedOn <= DateOnly.FromDateTime(now), "requestedOn", "Lies in the future.");
        check.ThrowIfAny();
        return endorsement;
    }

    /// <summary>Refuses what could not be granted; returns it as it would be recorded.</summary>
    public GrantEndorsement CheckGrant(GrantEndorsement request, DateTime now)
    {
        var check = new Violations();
        var grant = new GrantEndorsement(check.Text(request.Symbol, "symbol", 100), check.Required(request.AdoptedOn, "adoptedOn"), check.Text(request.Text, "text", 4000));
        RequireDay(request.AdoptedOn, "adoptedOn", now, check);
        check.ThrowIfAny();
        RequireIn(EndorsementState.Requested);
        return grant;
    }

    public void Grant(GrantEndorsement request, Signature proposedBy, Signature approvedBy, DateTime now)
    {
        var grant = CheckGrant(request, now);
        (State, Symbol, AdoptedOn, Text) = (EndorsementState.Granted, grant.Symbol, grant.AdoptedOn, grant.Text);
        (GrantProposedBy, GrantApprovedBy, GrantTime) = (proposedBy, approvedBy, now);
    }

    public void Decline(CloseEndorsement request, Signature by, DateTime now) => Close(EndorsementState.Declined, request, by, now, EndorsementState.Requested);

    /// <summary>The request is taken back, or the organ takes back what it granted.</summary>
    public void Withdraw(CloseEndorsement request, Signature by, DateTime now) => Close(EndorsementState.Withdrawn, request, by, now, EndorsementState.Requested, EndorsementState.Granted);

    public void Clarify(string? clarification, Signature by, DateTime now)
    {
        var check = new Violations();
        var text = check.Text(clarification, "clarification", 4000);
        check.ThrowIfAny();
        RequireIn(EndorsementState.Granted);
        if (!RolesToClarify)
        {
            throw Fail.Because(DesignationReasons.RolesClarified, "What the others do was clarified already.");
        }

        (Clarification, ClarifiedBy, ClarifyTime) = (text, by, now);
    }

    private void Close(EndorsementState state, CloseEndorsement request, Signature by, DateTime now, params ReadOnlySpan<EndorsementState> from)
    {
        var check = new Violations();
        var (on, why) = (check.Required(request.On, "on"), check.Text(request.Reason, "reason", 2000));
        RequireDay(request.On, "on", now, check);
        check.ThrowIfAny();
        RequireIn(from);
        (State, ClosedOn, CloseReason, ClosedBy) = (state, on, why, by);
    }

    private void RequireDay(DateOnly? day, string field, DateTime now, Violations check) =>
        check.Check(day is null || (day >= RequestedOn && day <= DateOnly.FromDateTime(now)), field, "Between the day it was asked and today.");

    private void RequireIn(params ReadOnlySpan<EndorsementState> states)
    {
        if (!states.Contains(State))
        {
            throw Fail.Because(DesignationReasons.EndorsementDecided, "The endorsement is in another state.", ("state", ProcessAnswers.Text(State)));
        }
    }
}
