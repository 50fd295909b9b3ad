using Concord.Designation.Claims;
using Concord.Designation.Processes;
using Concord.Designation.Successions;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.SupportRoles;

/// <summary>How an organization supports whoever leads (R34); the track-II convenor is a design addition.</summary>
internal enum SupportKind
{
    Observer = 1,
    Friend,
    TechnicalSupport,
    PoliticalSupport,
    Host,
    Guarantor,
    Funder,
    Analyst,
    TrackTwoConvenor,
}

/// <summary>What an organization offers.</summary>
/// <param name="Role">How it supports (R34).</param>
/// <param name="Scope">What it covers; 1 to 2000 characters.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; open where absent.</param>
/// <param name="Coordinator">Resource name of the account that coordinates with the lead; the caller's own where absent.</param>
internal sealed record SupportTerms(SupportKind? Role, string? Scope, DateOnly? From, DateOnly? Until, string? Coordinator);

/// <summary>A role in support of the lead, whoever leads (R35); always the supporter's own choice.</summary>
internal sealed class SupportRole : IVersioned, IListed<SupportRoleId>
{
    private SupportRole() { } // EF

    public SupportRoleId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public string Organization { get; private init; } = "";
    public SupportKind Role { get; private init; }
    public string Scope { get; private init; } = "";
    public DateOnly From { get; private init; }
    public DateOnly? Until { get; private init; }
    public string Coordinator { get; private set; } = "";

    /// <summary>The claim it was made of; null where it was registered directly.</summary>
    public ClaimId? Claim { get; private init; }
    public Signature RegisteredBy { get; private init; } = new(null, "");
    public DateTime? EndTime { get; private set; }
    public string? EndReason { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static SupportRole Register(
        SupportRoleId id, Process process, string organization, SupportTerms terms, ClaimId? claim, Signature by, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var role = new SupportRole
        {
            Id = id,
            Process = process.Id,
            Organization = organization,
            Role = check.Required(terms.Role, "role"),
            Scope = check.Text(terms.Scope, "scope", 2000),
            From = check.Required(terms.From, "from"),
            Until = terms.Until,
            Coordinator = terms.Coordinator ?? by.Account ?? "",
            Claim = claim,
            RegisteredBy = by,
            CreateTime = now,
        };
        check.Check(terms.Until is null || terms.Until >= terms.From, "until", "Not before the first day.");
        check.Check(ResourceName.IsIn("accounts", role.Coordinator), "coordinator", "Expected the form accounts/{uuid}.");
        check.ThrowIfAny();
        return role;
    }

    /// <summary>Another person coordinates for the organization.</summary>
    /// <returns>What changed; null where this account does not coordinate it, or it has ended.</returns>
    public PersonChange? HandOver(string from, string to, DateTime now)
    {
        if (Coordinator != from || EndTime is not null)
        {
            return null;
        }

        Coordinator = to;
        return new PersonChange(Process, PersonPlace.Coordinator, Name, from, to, now);
    }

    public void End(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        if (caller.Organization != Organization)
        {
            throw Fail.Because(DesignationReasons.NotYourOrganization, "Only an officer of the supporting organization does this.");
        }

        if (EndTime is not null)
        {
            throw Fail.Because(DesignationReasons.SupportRoleEnded, "The support role has ended already.");
        }

        (EndTime, EndReason) = (now, why);
    }
}
