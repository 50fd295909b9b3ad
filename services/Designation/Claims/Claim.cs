using Concord.Contracts.Events;
using Concord.Designation.Processes;
using Concord.Designation.SupportRoles;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Claims;

internal enum ClaimState
{
    Proposed = 1,
    Withdrawn,

    /// <summary>Turned into a support role, by the organization's own choice.</summary>
    Converted,

    /// <summary>The organization was designated lead, alone or jointly.</summary>
    Selected,
}

/// <summary>Why the organization should lead, by the criteria of the annex (R31). Its own organization is never named here: it is the caller's.</summary>
/// <param name="Mandate">On what authority or mandate it would lead; 1 to 2000 characters.</param>
/// <param name="Advantages">Its comparative advantages; 1 to 4000 characters.</param>
/// <param name="Disadvantages">Its own disadvantages, such as vested interests; 1 to 4000 characters.</param>
internal sealed record RegisterClaim(string? Mandate, string? Advantages, string? Disadvantages);

/// <summary>One organization's claim to lead a process: recorded whoever else claims, never dropped (R48).</summary>
internal sealed class Claim : IVersioned, IListed<ClaimId>
{
    private Claim() { } // EF

    public ClaimId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>Resource name.</summary>
    public string Organization { get; private init; } = "";
    public string Mandate { get; private init; } = "";
    public string Advantages { get; private init; } = "";
    public string Disadvantages { get; private init; } = "";
    public ClaimState State { get; private set; }
    public Signature RegisteredBy { get; private init; } = new(null, "");
    public string? CloseReason { get; private set; }
    public DateTime? CloseTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    /// <summary>Refuses a body that no claim can be made of.</summary>
    public static void Require(RegisterClaim request) => Checked(request).ThrowIfAny();

    public static (Claim, ClaimRegistered) Register(ClaimId id, Process process, string organization, RegisterClaim request, Signature by, DateTime now)
    {
        process.RequireOpen();
        Require(request);
        var claim = new Claim
        {
            Id = id,
            Process = process.Id,
            Organization = organization,
            Mandate = request.Mandate!.Trim(),
            Advantages = request.Advantages!.Trim(),
            Disadvantages = request.Disadvantages!.Trim(),
            State = ClaimState.Proposed,
            RegisteredBy = by,
            CreateTime = now,
        };
        return (claim, new ClaimRegistered(process.Id.ToString(), claim.Name, organization, 1, now));
    }

    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        Close(ClaimState.Withdrawn, why, caller, now);
    }

    /// <summary>Nobody is made a supporter except by its own choice: only the claiming organization's own officer converts.</summary>
    public (SupportRole, ClaimConverted) ConvertToSupport(Process process, SupportTerms terms, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var role = SupportRole.Register(SupportRoleId.New(), process, Organization, terms, Id, Signature.Of(caller), now);
        Close(ClaimState.Converted, null, caller, now);
        return (role, new ClaimConverted(process.Id.ToString(), Name, role.Name, Version + 1, now));
    }

    /// <summary>The organization leads now; others' claims stay as they are.</summary>
    public void Select(DateTime now)
    {
        RequireState();
        (State, CloseTime) = (ClaimState.Selected, now);
    }

    /// <summary>The organization has left; nobody can speak for the claim any more. It stays on record (R48).</summary>
    public void Lapse(string reason, DateTime now)
    {
        if (State == ClaimState.Proposed)
        {
            (State, CloseReason, CloseTime) = (ClaimState.Withdrawn, reason, now);
        }
    }

    private void Close(ClaimState state, string? reason, Caller caller, DateTime now)
    {
        if (caller.Organization != Organization)
        {
            throw Fail.Because(DesignationReasons.NotYourOrganization, "Only an officer of the claiming organization does this.");
        }

        RequireState();
        (State, CloseReason, CloseTime) = (state, reason, now);
    }

    private void RequireState()
    {
        if (State != ClaimState.Proposed)
        {
            throw Fail.Because(DesignationReasons.ClaimNotOpen, "The claim is no longer open.", ("state", ProcessAnswers.Text(State)));
        }
    }

    private static Violations Checked(RegisterClaim request)
    {
        var check = new Violations();
        check.Text(request.Mandate, "mandate", 2000);
        check.Text(request.Advantages, "advantages", 4000);
        check.Text(request.Disadvantages, "disadvantages", 4000);
        return check;
    }
}
