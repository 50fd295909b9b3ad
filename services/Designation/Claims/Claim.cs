using Concord.Contracts.Events;
using Concord.Designation.Criteria;
using Concord.Designation.Lead;
using Concord.Designation.Mandates;
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

/// <summary>What an organization claims.</summary>
internal enum ClaimKind
{
    Lead = 1,

    /// <summary>To support whoever leads; it is considered with the claims to lead, and becomes a support role by conversion.</summary>
    Support,
}

/// <summary>Why the organization should lead, by the criteria of the annex (R31). Its own organization is never named here: it is the caller's.</summary>
/// <param name="Mandate">On what authority or mandate it would lead; 1 to 2000 characters.</param>
/// <param name="Advantages">Its comparative advantages; 1 to 4000 characters.</param>
/// <param name="Disadvantages">Its own disadvantages, such as vested interests; 1 to 4000 characters.</param>
/// <param name="Kind">To lead where absent.</param>
/// <param name="Scope">What it would cover; at most 2000 characters.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="MandateTerms">The mandate's organ, reference and last day (R154).</param>
/// <param name="NoMandate">True where it acts without one, as States and non-governmental organizations may.</param>
/// <param name="SelfAssessment">What it says of itself by the criteria of its kind; at most 20 (R31).</param>
/// <param name="Documents">Where its texts are found; at most 10.</param>
internal sealed record RegisterClaim(
    string? Mandate, string? Advantages, string? Disadvantages, ClaimKind? Kind = null, string? Scope = null, DateOnly? From = null, DateOnly? Until = null, MandateTerms? MandateTerms = null,
    bool? NoMandate = null, IReadOnlyList<CriterionStatement>? SelfAssessment = null, IReadOnlyList<DocumentReference>? Documents = null);

/// <summary>One organization's claim to lead a process, or to support whoever does: recorded whoever else claims, never dropped (R48).</summary>
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
    public ClaimKind Kind { get; private init; }

    /// <summary>Whose criteria the self-assessment follows; null where the annex describes no such kind.</summary>
    public ActorKind? Actor { get; private init; }
    public string? Scope { get; private init; }
    public DateOnly? From { get; private init; }
    public DateOnly? Until { get; private init; }
    public MandateTerms? MandateTerms { get; private init; }

    /// <summary>It said that it acts without a mandate.</summary>
    public bool NoMandate { get; private init; }

    /// <summary>Null where it was registered before there was one.</summary>
    public IReadOnlyList<CriterionStatement>? SelfAssessment { get; private init; }

    /// <summary>The same.</summary>
    public IReadOnlyList<DocumentReference>? Documents { get; private init; }
    public ClaimState State { get; private set; }
    public Signature RegisteredBy { get; private init; } = new(null, "");
    public string? CloseReason { get; private set; }
    public DateTime? CloseTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    /// <summary>Refuses a body that no claim can be made of.</summary>
    public static void Require(RegisterClaim request) => Checked(request);

    /// <summary>Refuses what an organization of that kind does not claim.</summary>
    public static void RequireOf(AskedOrganization organization, RegisterClaim request)
    {
        if (request.NoMandate == true && organization.Kind is "UNITED_NATIONS" or "REGIONAL_ORGANIZATION" or "SUBREGIONAL_ORGANIZATION" or "ORGAN")
        {
            throw Fail.Invalid("noMandate", "An organization of Governments acts on a mandate; say which.");
        }

        var statements = request.SelfAssessment ?? [];
        for (var i = 0; i < statements.Count; i++)
        {
            CriteriaBook.RequireOf(CriteriaBook.ActorOf(organization.Kind), statements[i].Criterion, $"selfAssessment[{i}].criterion");
        }
    }

    /// <returns>The claim, and the fact to raise; none of a claim to support, which contends with nobody.</returns>
    public static (Claim, ClaimRegistered?) Register(ClaimId id, Process process, AskedOrganization organization, RegisterClaim request, Signature by, DateTime now)
    {
        process.RequireOpen();
        var terms = Checked(request);
        RequireOf(organization, request);
        var claim = new Claim
        {
            Id = id,
            Process = process.Id,
            Organization = organization.Name,
            Mandate = terms.Mandate!,
            Advantages = terms.Advantages!,
            Disadvantages = terms.Disadvantages!,
            Kind = terms.Kind!.Value,
            Actor = CriteriaBook.ActorOf(organization.Kind),
            Scope = terms.Scope,
            From = terms.From,
            Until = terms.Until,
            MandateTerms = terms.MandateTerms,
            NoMandate = terms.NoMandate == true,
            SelfAssessment = terms.SelfAssessment,
            Documents = terms.Documents,
            State = ClaimState.Proposed,
            RegisteredBy = by,
            CreateTime = now,
        };
        return (claim, claim.Kind == ClaimKind.Lead ? new ClaimRegistered(process.Id.ToString(), claim.Name, claim.Organization, 1, now) : null);
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

    private static RegisterClaim Checked(RegisterClaim request)
    {
        var check = new Violations();
        var terms = new RegisterClaim(
            check.Text(request.Mandate, "mandate", 2000), check.Text(request.Advantages, "advantages", 4000), check.Text(request.Disadvantages, "disadvantages", 4000),
            request.Kind ?? ClaimKind.Lead, check.OptionalText(request.Scope, "scope", 2000), request.From, request.Until, request.MandateTerms?.Checked("mandateTerms.", check),
            request.NoMandate, CriterionStatement.Check(request.SelfAssessment, "selfAssessment", check), DocumentReference.Check(request.Documents, check));
        check.Check(request.Until is null || request.From is null || request.Until >= request.From, "until", "Not before the first day.");
        check.Check(request.MandateTerms is null || request.NoMandate != true, "noMandate", "Give the mandate, or say that there is none.");
        check.ThrowIfAny();
        return terms;
    }
}
