using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Roster.SharingAgreements;

/// <summary>How far an agreement is.</summary>
internal enum SharingAgreementState
{
    /// <summary>Waits for a second person of the owner organization; the others do not know of it.</summary>
    Proposed = 1,

    /// <summary>Waits for an officer of a receiving organization.</summary>
    Approved,

    /// <summary>Opens people to those who agreed, on its days.</summary>
    Agreed,

    /// <summary>Withdrawn.</summary>
    Ended,
    Expired,
}

/// <summary>
/// An organization shares part of its roster with others: which people, which of their fields, what for and until when (R20). It opens nobody who does not consent to be shared, and never more than the organization keeps.
/// What was agreed is never rewritten: to change it is to agree anew.
/// </summary>
internal sealed class SharingAgreement : IVersioned, IListed<SharingAgreementId>
{
    private readonly List<AgreementReceiver> _receivers = [];

    private SharingAgreement() { } // EF

    public SharingAgreementId Id { get; private init; }

    /// <summary>Resource name of the organization whose people they are.</summary>
    [Concerns]
    public string Owner { get; private init; } = "";

    /// <summary>What that organization was called.</summary>
    public string OwnerName { get; private init; } = "";
    public IReadOnlyList<AgreementReceiver> Receivers => _receivers;

    [Personal]
    public string Purpose { get; private init; } = "";

    /// <summary>Who may be exposed to reprisals by it, as it was answered before (R156).</summary>
    [Personal]
    public string ExposedToReprisals { get; private init; } = "";

    [Personal]
    public AgreementScope Scope { get; private init; } = null!;
    public IReadOnlyList<SharedFields> Fields { get; private init; } = [];

    /// <summary>First day on which it counts.</summary>
    public DateOnly FromDay { get; private init; }

    /// <summary>Last day on which it counts.</summary>
    public DateOnly UntilDay { get; private init; }
    public Author ProposedBy { get; private init; } = null!;

    /// <summary>The second person; null before.</summary>
    public Author? ApprovedBy { get; private set; }
    public DateTime? ApproveTime { get; private set; }

    /// <summary>When it was withdrawn as a whole.</summary>
    public DateTime? EndTime { get; private set; }
    public Author? EndedBy { get; private set; }

    [Personal]
    public string? EndReason { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }

    /// <param name="owner">Resource name and name of the organization whose people they are.</param>
    /// <param name="receivers">Those of the others.</param>
    /// <param name="terms">Checked.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="id">A new one where absent.</param>
    public static SharingAgreement Propose((string Name, string DisplayName) owner, IEnumerable<(string Name, string DisplayName)> receivers, CheckedSharing terms, Caller by, DateTime now, SharingAgreementId? id = null)
    {
        RequirePerson(by);
        var agreement = new SharingAgreement
        {
            Id = id ?? SharingAgreementId.New(),
            Owner = owner.Name,
            OwnerName = owner.DisplayName,
            Purpose = terms.Purpose,
            ExposedToReprisals = terms.ExposedToReprisals,
            Scope = terms.Scope,
            Fields = terms.Fields,
            FromDay = terms.FromDay,
            UntilDay = terms.UntilDay,
            ProposedBy = Author.Of(by),
            CreateTime = now,
            UpdateTime = now,
        };
        agreement._receivers.AddRange(receivers.Select(r => new AgreementReceiver(agreement.Id, r.Name, r.DisplayName)));
        return agreement;
    }

    public SharingAgreementState StateOn(DateOnly day) =>
        EndTime is not null ? SharingAgreementState.Ended
        : UntilDay < day ? SharingAgreementState.Expired
        : ApproveTime is null ? SharingAgreementState.Proposed
        : _receivers.Exists(r => r.IsBound) ? SharingAgreementState.Agreed
        : SharingAgreementState.Approved;

    /// <summary>The same as an organization is told it: of the receivers each knows itself alone.</summary>
    public SharingAgreementState StateFor(string? organization, DateOnly day) =>
        StateOn(day) == SharingAgreementState.Agreed && organization != Owner && !_receivers.Exists(r => r.Organization == organization && r.IsBound) ? SharingAgreementState.Approved : StateOn(day);

    /// <summary>When it last changed for a receiving organization.</summary>
    public DateTime LastStepFor(string? organization)
    {
        var receiver = _receivers.Find(r => r.Organization == organization);
        return ((DateTime?[])[EndTime, receiver?.LeaveTime, receiver?.AgreeTime, ApproveTime]).Max() ?? UpdateTime;
    }

    /// <summary>Whether it opens people to that organization on the day.</summary>
    public bool IsOpenTo(string? organization, DateOnly day) =>
        EndTime is null && ApproveTime is not null && FromDay <= day && day <= UntilDay && _receivers.Exists(r => r.Organization == organization && r.IsBound);

    /// <summary>By another person of the owner organization than who proposed it.</summary>
    public void Approve(Caller by, DateTime now)
    {
        RequirePerson(by);
        Require(SharingAgreementState.Proposed, now);
        if (by.IsAnyOf(ProposedBy.Account, ProposedBy.ActsFor))
        {
            throw Fail.Because(RosterReasons.SharingSamePerson, RosterReasons.SharingSamePerson.Title, ("sharingAgreement", Id.ToString()));
        }

        (ApprovedBy, ApproveTime, UpdateTime) = (Author.Of(by), now, now);
    }

    /// <summary>In the name of a receiving organization.</summary>
    public void Agree(Caller by, DateTime now)
    {
        RequirePerson(by);
        var receiver = ReceiverOf(by);
        if (receiver.AgreeTime is not null || StateOn(DateOnly.FromDateTime(now)) is not (SharingAgreementState.Approved or SharingAgreementState.Agreed))
        {
            throw Wrong(now);
        }

        if (by.IsAnyOf(ProposedBy.Account, ProposedBy.ActsFor, ApprovedBy?.Account, ApprovedBy?.ActsFor))
        {
            throw Fail.Because(RosterReasons.SharingSamePerson, RosterReasons.SharingSamePerson.Title, ("sharingAgreement", Id.ToString()));
        }

        receiver.Agree(Author.Of(by), now);
        UpdateTime = now;
    }

    /// <summary>The owner ends it as a whole, a receiving organization for itself; where none is left it is over.</summary>
    public void Withdraw(string? reason, Caller by, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequirePerson(by);
        if (StateOn(DateOnly.FromDateTime(now)) is SharingAgreementState.Ended or SharingAgreementState.Expired)
        {
            throw Wrong(now);
        }

        if (by.Organization != Owner)
        {
            var receiver = ReceiverOf(by);
            if (receiver.LeaveTime is not null)
            {
                throw Wrong(now);
            }

            receiver.Leave(why, Author.Of(by), now);
        }

        if (by.Organization == Owner || _receivers.TrueForAll(r => r.LeaveTime is not null))
        {
            (EndReason, EndedBy, EndTime) = (why, Author.Of(by), now);
        }

        UpdateTime = now;
    }

    private AgreementReceiver ReceiverOf(Caller by) =>
        _receivers.Find(r => r.Organization == by.Organization) ?? throw Fail.Because(RosterReasons.NotTheOwner, "An officer of a receiving organization does that.");

    private void Require(SharingAgreementState state, DateTime now)
    {
        if (StateOn(DateOnly.FromDateTime(now)) != state)
        {
            throw Wrong(now);
        }
    }

    private DomainException Wrong(DateTime now) => Fail.Because(
        RosterReasons.SharingWrongState, RosterReasons.SharingWrongState.Title, ("sharingAgreement", Id.ToString()), ("state", ApiWord.Of(StateOn(DateOnly.FromDateTime(now)))));

    private static void RequirePerson(Caller by)
    {
        if (!by.IsPerson)
        {
            throw Fail.Because(PlatformReasons.PermissionDenied, "A person answers for what is shared; a machine shares nothing.");
        }
    }
}
