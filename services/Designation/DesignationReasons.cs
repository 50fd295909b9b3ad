using Concord.Platform.Alerts;
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
    public static readonly Reason HistoryInconsistent = new("HISTORY_INCONSISTENT", Refusal.Conflict, "Corrected so, two would have led at once, or nobody where somebody had to.", "R28");
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
    public static readonly Reason PartyAlreadyNamed = new("PARTY_ALREADY_NAMED", Refusal.Conflict, "A party goes by this name or alias already.", "R83");
    public static readonly Reason PartyMerged = new("PARTY_MERGED", Refusal.Conflict, "The party turned out to be another one; change that one.");
    public static readonly Reason EntryClosed = new("ENTRY_CLOSED", Refusal.Conflict, "The entry has ended, or was withdrawn or retracted, already.");
    public static readonly Reason MediationImposesNothing = new("MEDIATION_IMPOSES_NOTHING", Refusal.Unprocessable, "A mediation does not itself employ disincentives.", "R58");
    public static readonly Reason ContactNotCurrent = new("CONTACT_NOT_CURRENT", Refusal.Conflict, "The contact was corrected or withdrawn already.", "R61");
    public static readonly Reason FindingNotOpen = new("FINDING_NOT_OPEN", Refusal.Conflict, "The finding is not open.", "R48");
    public static readonly Reason ImportRefused = new("IMPORT_REFUSED", Refusal.Invalid, "Rows of the file cannot be recorded; none was.", "R144");

    public static readonly Reason MandateEnded = new("MANDATE_ENDED", Refusal.Conflict, "The mandate has ended already.", "R154");
    public static readonly Reason MediatorRequestClosed = new("MEDIATOR_REQUEST_CLOSED", Refusal.Conflict, "The request for a mediator is answered or withdrawn already.", "R43");
    public static readonly Reason ConsultationClosed = new("CONSULTATION_CLOSED", Refusal.Conflict, "The consultation is closed.", "R48");
    public static readonly Reason TooManyStatements = new("TOO_MANY_STATEMENTS", Refusal.Conflict, "As much as can be compared is said of this organization already.", "R29");
    public static readonly Reason NotTheAuthor = new("NOT_THE_AUTHOR", Refusal.Forbidden, "Only its author takes back what was said.", "R158");
    public static readonly Reason AlreadyWithdrawn = new("ALREADY_WITHDRAWN", Refusal.Conflict, "It was withdrawn already.", "R158");
    public static readonly Reason ObjectionAnswered = new("OBJECTION_ANSWERED", Refusal.Conflict, "The objection is answered already.", "R48");
    public static readonly Reason EndorsementDecided = new("ENDORSEMENT_DECIDED", Refusal.Conflict, "The endorsement does not pass from this state to that one.", "R40");
    public static readonly Reason RolesClarified = new("ROLES_CLARIFIED", Refusal.Conflict, "What the other actors do was clarified already.", "R40");
    public static readonly Reason DocumentNotWritten = new("DOCUMENT_NOT_WRITTEN", Refusal.Conflict, "Nobody has written it yet.");
    public static readonly Reason RecordWithdrawn = new("RECORD_WITHDRAWN", Refusal.Conflict, "It was withdrawn.");
    public static readonly Reason FrameworkNotInState = new("FRAMEWORK_NOT_IN_STATE", Refusal.Conflict, "A framework agreement is drafted, then initialled, then signed.", "R52");
    public static readonly Reason FrameworkItemsOpen = new("FRAMEWORK_ITEMS_OPEN", Refusal.Conflict, "A point is open, and no reason is given for it.", "R52");
    public static readonly Reason PartyLeft = new("PARTY_LEFT", Refusal.Conflict, "The delegation has left the talks.");
    public static readonly Reason SpeaksForAnotherParty = new("SPEAKS_FOR_ANOTHER_PARTY", Refusal.Conflict, "Whoever has spoken for one party in a process sits nowhere else in it.", "R53");
    public static readonly Reason SpeaksForNoParty = new("SPEAKS_FOR_NO_PARTY", Refusal.Forbidden, "Comments are the parties' own; you speak for none.", "R53");
    public static readonly Reason VersionOvertaken = new("VERSION_OVERTAKEN", Refusal.Conflict, "The parties have another version before them.", "R53");
    public static readonly Reason ArticlesOpen = new("ARTICLES_OPEN", Refusal.Conflict, "Nothing is agreed until everything is agreed.", "R53");
    public static readonly Reason ArticleAgreed = new("ARTICLE_AGREED", Refusal.Conflict, "An article that was agreed one by one stays as it is.", "R53");
    public static readonly Reason TextAgreed = new("TEXT_AGREED", Refusal.Conflict, "The text is agreed as a whole.", "R53");
    public static readonly Reason PrinciplesRequired = new("PRINCIPLES_REQUIRED", Refusal.Conflict, "No inclusion plan is approved without principles on inclusion.", "R55");
    public static readonly Reason PreConsultationRequired = new("PRE_CONSULTATION_REQUIRED", Refusal.Conflict, "No strategy is approved before vulnerable groups were asked.", "R47");
    public static readonly Reason TransferNotAgreed = new("TRANSFER_NOT_AGREED", Refusal.Conflict, "No transfer to the official talks was agreed.", "R150");
    public static readonly Reason FriendAlready = new("FRIEND_ALREADY", Refusal.Conflict, "The organization is a Friend of this process already.", "R37");
    public static readonly Reason FriendsTooMany = new("FRIENDS_TOO_MANY", Refusal.Conflict, "The group of Friends is to stay small; give the reason for an exception.", "R37");
    public static readonly Reason FriendLeads = new("FRIEND_LEADS", Refusal.Conflict, "An organization that leads is no Friend of the process.", "R37");
    public static readonly Reason FriendEnded = new("FRIEND_ENDED", Refusal.Conflict, "The organization is a Friend no more.", "R37");
    public static readonly Reason NoteWithdrawn = new("NOTE_WITHDRAWN", Refusal.Conflict, "The note has been withdrawn already.", "R158");
    public static readonly Reason NoCodeOfConduct = new("NO_CODE_OF_CONDUCT", Refusal.Conflict, "No code of conduct has been adopted for this process.", "R36");
    public static readonly Reason CodeNotCurrent = new("CODE_NOT_CURRENT", Refusal.Conflict, "Another version of the code of conduct counts than the one you read.", "R36");
    public static readonly Reason CodeAccepted = new("CODE_ACCEPTED", Refusal.Conflict, "Your organization has accepted this version of the code already.", "R36");
    public static readonly Reason NeitherLeadsNorSupports = new("NEITHER_LEADS_NOR_SUPPORTS", Refusal.Forbidden, "Your organization neither leads nor supports this process.", "R36");
    public static readonly Reason SummaryIssued = new("SUMMARY_ISSUED", Refusal.Conflict, "The summary was issued; it is corrected by a new one.", "R41");
    public static readonly Reason CouncilMissionWithdrawn = new("COUNCIL_MISSION_WITHDRAWN", Refusal.Conflict, "The mission of the Council has been withdrawn.", "R42");
    public static readonly Reason MissionClosed = new("MISSION_CLOSED", Refusal.Conflict, "The mission is closed.");
    public static readonly Reason NotForTheCircle = new("NOT_FOR_THE_CIRCLE", Refusal.Forbidden, "An engagement is proposed by a person, in the own name, with clearance for Strictly Confidential now.", "R127");
    public static readonly Reason EngagementStateNotAllowed = new("ENGAGEMENT_STATE_NOT_ALLOWED", Refusal.Conflict, "The engagement is not in a state for this.", "R129");
    public static readonly Reason EngagementNotReady = new("ENGAGEMENT_NOT_READY", Refusal.Conflict, "Not everything that has to be shown is shown.", "R126");
    public static readonly Reason LegalCheckMissing = new("LEGAL_CHECK_MISSING", Refusal.Conflict, "The law of a participant's jurisdiction has not been checked.", "R128");
    public static readonly Reason ReviewOverdue = new("REVIEW_OVERDUE", Refusal.Conflict, "The day of its review is past.", "R129");
    public static readonly Reason RiskMandatory = new("RISK_MANDATORY", Refusal.Conflict, "This risk stays in every register.", "R125");
    public static readonly Reason LastInCircle = new("LAST_IN_CIRCLE", Refusal.Conflict, "Nobody would be left who can find it.", "R127");

    public static IReadOnlyList<Reason> All { get; } =
    [
        ProcessClosed, TransitionNotAllowed, LeadRequired, LeadAlreadyHeld, NoLead, StaleLeadEpoch, HistoryInconsistent, NotTheLead, NotAppointingAuthority,
        ComparisonRequired, ModelConstraint, OrganizationNotRegistered, OrganizationMayNotLead, OrganizationLeft, MediatorNotActive,
        ClaimAlreadyOpen, ClaimNotOpen, NotYourOrganization, SupportRoleEnded,
        PartyAlreadyNamed, PartyMerged, EntryClosed, MediationImposesNothing,
        ContactNotCurrent, FindingNotOpen, ImportRefused,
        MandateEnded, MediatorRequestClosed, ConsultationClosed, TooManyStatements, NotTheAuthor, AlreadyWithdrawn, ObjectionAnswered, EndorsementDecided, RolesClarified,
        .. AlertReasons.All,
        DocumentNotWritten, RecordWithdrawn, FrameworkNotInState, FrameworkItemsOpen, PartyLeft, SpeaksForAnotherParty, SpeaksForNoParty,
        VersionOvertaken, ArticlesOpen, ArticleAgreed, TextAgreed, PrinciplesRequired, PreConsultationRequired, TransferNotAgreed,
        FriendAlready, FriendsTooMany, FriendLeads, FriendEnded, NoteWithdrawn, NoCodeOfConduct, CodeNotCurrent, CodeAccepted, NeitherLeadsNorSupports,
        SummaryIssued, CouncilMissionWithdrawn, MissionClosed,
        NotForTheCircle, EngagementStateNotAllowed, EngagementNotReady, LegalCheckMissing, ReviewOverdue, RiskMandatory, LastInCircle,
    ];
}
