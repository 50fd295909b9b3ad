using Concord.Platform.Errors;

namespace Concord.Designation;

internal static class DesignationReasons
{
    public static readonly Reason ProcessClosed = new("PROCESS_CLOSED", Refusal.Conflict, "The process is closed.", "R63");
    public static readonly Reason TransitionNotAllowed = new("TRANSITION_NOT_ALLOWED", Refusal.Conflict, "A process does not pass from this state to that one.", "R63");
    public static readonly Reason LeadRequired = new("LEAD_REQUIRED", Refusal.Conflict, "This state requires a lead.", "R28");
    public static readonly Reason LeadAlreadyHeld = new("LEAD_ALREADY_HELD", Refusal.Conflict, "The process has a lead already.", "R28");
    public static readonly Reason NoLead = new("NO_LEAD", Refusal.Conflict, "Nobody leads the process.", "R28");
    public static readonly Reason StaleLeadEpoch = new("STALE_LEAD_EPOCH", Refusal.Conflict, "The lead changed since you read it.", "R143");
    public static readonly Reason NotTheLead = new("NOT_THE_LEAD", Refusal.Forbidden, "You do not act for the lead of this process.", "R28");
    public static readonly Reason NotAppointingAuthority = new("NOT_APPOINTING_AUTHORITY", Refusal.Forbidden, "You are not named as appointing authority of this process.");
    public static readonly Reason ComparisonRequired = new("COMPARISON_REQUIRED", Refusal.Invalid, "Compare at least two candidates, or say why there is only one.", "R29");
    public static readonly Reason ModelConstraint = new("MODEL_CONSTRAINT", Refusal.Invalid, "The holder does not fit the partnership model.", "R33");
    public static readonly Reason OrganizationNotRegistered = new("ORGANIZATION_NOT_REGISTERED", Refusal.Unprocessable, "No such organization is registered.", "R65");
    public static readonly Reason OrganizationMayNotLead = new("ORGANIZATION_MAY_NOT_LEAD", Refusal.Conflict, "An organization of this kind does not lead a process.", "R31");
    public static readonly Reason OrganizationLeft = new("ORGANIZATION_LEFT", Refusal.Conflict, "The organization has left the platform; it takes on nothing new.");
    public static readonly Reason MediatorNotActive = new("MEDIATOR_NOT_ACTIVE", Refusal.Conflict, "The mediator is not active on the roster.", "R26");
    public static readonly Reason ClaimAlreadyOpen = new("CLAIM_ALREADY_OPEN", Refusal.Conflict, "Your organization claims to lead this process already.", "R48");
    public static readonly Reason ClaimNotOpen = new("CLAIM_NOT_OPEN", Refusal.Conflict, "The claim is no longer open.", "R48");
    public static readonly Reason NotYourOrganization = new("NOT_YOUR_ORGANIZATION", Refusal.Forbidden, "Only the organization's own officer does this.", "R35");
    public static readonly Reason SupportRoleEnded = new("SUPPORT_ROLE_ENDED", Refusal.Conflict, "The support role has ended already.", "R35");
    public static readonly Reason NotForTheCircle = new("NOT_FOR_THE_CIRCLE", Refusal.Forbidden, "An engagement is proposed by a person, in the own name, with clearance for Strictly Confidential now.", "R127");
    public static readonly Reason EngagementStateNotAllowed = new("ENGAGEMENT_STATE_NOT_ALLOWED", Refusal.Conflict, "The engagement is not in a state for this.", "R129");
    public static readonly Reason EngagementNotReady = new("ENGAGEMENT_NOT_READY", Refusal.Conflict, "Not everything that has to be shown is shown.", "R126");
    public static readonly Reason LegalCheckMissing = new("LEGAL_CHECK_MISSING", Refusal.Conflict, "The law of a participant's jurisdiction has not been checked.", "R128");
    public static readonly Reason ReviewOverdue = new("REVIEW_OVERDUE", Refusal.Conflict, "The day of its review is past.", "R129");
    public static readonly Reason RiskMandatory = new("RISK_MANDATORY", Refusal.Conflict, "This risk stays in every register.", "R125");
    public static readonly Reason LastInCircle = new("LAST_IN_CIRCLE", Refusal.Conflict, "Nobody would be left who can find it.", "R127");

    public static IReadOnlyList<Reason> All { get; } =
    [
        ProcessClosed, TransitionNotAllowed, LeadRequired, LeadAlreadyHeld, NoLead, StaleLeadEpoch, NotTheLead, NotAppointingAuthority,
        ComparisonRequired, ModelConstraint, OrganizationNotRegistered, OrganizationMayNotLead, OrganizationLeft, MediatorNotActive,
        ClaimAlreadyOpen, ClaimNotOpen, NotYourOrganization, SupportRoleEnded,
        NotForTheCircle, EngagementStateNotAllowed, EngagementNotReady, LegalCheckMissing, ReviewOverdue, RiskMandatory, LastInCircle,
    ];
}
