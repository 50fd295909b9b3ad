using Concord.Platform.Alerts;
using Concord.Platform.Errors;
using Concord.Platform.Sealing;

namespace Concord.Roster;

internal static class RosterReasons
{
    public static readonly Reason WrongState = new("PROFILE_WRONG_STATE", Refusal.Conflict, "The profile's state does not allow this now.", "R26");
    public static readonly Reason ProfileIncomplete = new("PROFILE_INCOMPLETE", Refusal.Conflict, "The profile lacks what vetting needs.", "R26");
    public static readonly Reason ProfileRetired = new("PROFILE_RETIRED", Refusal.Conflict, "A retired profile does not change.", "R26");
    public static readonly Reason SamePerson = new("SAME_PERSON", Refusal.Forbidden, "A second person decides: not the one who submitted or began the vetting.", "R26");
    public static readonly Reason NotTheOwner = new("NOT_THE_OWNER", Refusal.Forbidden, "Another organization keeps this profile.", "R20");
    public static readonly Reason ContactsMasked = new("CONTACTS_MASKED", Refusal.Conflict, "The contacts stay masked: for this purpose no request of another is approved, or taken on, for this person now.", "R26");
    public static readonly Reason AvailabilityOverlaps = new("AVAILABILITY_OVERLAPS", Refusal.Conflict, "Availability windows of a person do not overlap.", "R15");
    public static readonly Reason DaysTaken = new("DAYS_TAKEN", Refusal.Conflict, "The person is deployed on some of these days: say who is available on the others.", "R15");
    public static readonly Reason TooManyWindows = new("TOO_MANY_WINDOWS", Refusal.Conflict, "The profile has as many availability windows as it can.");
    public static readonly Reason ErasureProposed = new("ERASURE_PROPOSED", Refusal.Conflict, "The erasure of this person is proposed already and waits for a second person.");

    public static readonly Reason PersonLinked = new("PERSON_ALREADY_LINKED", Refusal.Conflict, "Another profile is this account's already.", "R159");

    public static readonly Reason ConsentOfThePerson = new("CONSENT_OF_THE_PERSON", Refusal.Conflict, "The person has said so here, and only the person changes it.", "R20");

    public static readonly Reason SharingWrongState = new("SHARING_AGREEMENT_WRONG_STATE", Refusal.Conflict, "The agreement's state does not allow this now.", "R20");

    public static readonly Reason SharingSamePerson = new("SHARING_AGREEMENT_SAME_PERSON", Refusal.Forbidden, "Another person approves an agreement, or agrees to it, than who proposed or approved it.", "R20");

    public static readonly Reason FieldsNotShared = new("FIELDS_NOT_SHARED", Refusal.Forbidden, "The agreement that opens this person to your organization does not open this.", "R20");

    public static readonly Reason ProfileMerged = new("PROFILE_MERGED", Refusal.Conflict, "Another record of the same person is kept in its place; change that one, or undo the merge.", "R20");

    public static readonly Reason MergeDeployed = new("MERGE_DEPLOYED", Refusal.Conflict, "The person is deployed by that record; keep it, and merge the other one into it. Where both are, one deployment ends first.", "R15");

    public static readonly Reason MergeUnlike = new("MERGE_UNLIKE", Refusal.Conflict, "Both records have the same classification, and of an active one an active one is kept: else somebody would find nobody, or learn of a record that is closed to him.", "R20");

    public static readonly Reason DuplicateDecided = new("DUPLICATE_DECIDED", Refusal.Conflict, "Somebody has said already whether these two are the same person.", "R20");

    public static readonly Reason DuplicateWrongState = new("DUPLICATE_WRONG_STATE", Refusal.Conflict, "What was said of these two does not allow this now.", "R20");

    public static readonly Reason TooManyPeople = new("TOO_MANY_PEOPLE", Refusal.TooMany, "Nobody needs to see so many different people within ten minutes; wait, or narrow the search.", "R20");

    public static readonly Reason OwnAssessment = new("ASSESSED_BY_ONESELF", Refusal.Forbidden, "Others assess a person: neither the person does, nor whoever acts for the person.", "R158");

    public static readonly Reason AssessmentWithdrawn = new("ASSESSMENT_WITHDRAWN", Refusal.Conflict, "The assessment was withdrawn; it stays as it is.", "R158");

    public static readonly Reason OwnAcceptance = new("ACCEPTANCE_OF_ONESELF", Refusal.Forbidden, "How parties take somebody is kept and read by others, neither by the person nor by whoever acts for the person.", "R27");

    public static readonly Reason AcceptanceWithdrawn = new("ACCEPTANCE_WITHDRAWN", Refusal.Conflict, "The entry was withdrawn; it stays as it is.", "R27");

    public static readonly Reason TooManyAcceptances = new("TOO_MANY_ACCEPTANCES", Refusal.Conflict, "As many entries as can stand on one person in one process do; withdraw what no longer counts.", "R27");

    public static readonly Reason InsiderClosed = new("INSIDER_CLOSED", Refusal.Conflict, "The insider's record is closed: it was retired, or the consent was withdrawn.", "R17");

    public static readonly Reason TooManySearches = new("TOO_MANY_SAVED_SEARCHES", Refusal.Conflict, "You keep as many searches as one person can.");

    public static readonly Reason SearchTooWide = new("SEARCH_TOO_WIDE", Refusal.Conflict, "The search finds too many people for an alert to be told of new ones.", "R27");

    public static readonly Reason SlateWrongState = new("SLATE_WRONG_STATE", Refusal.Conflict, "The slate's state does not allow this now.", "R19");

    public static readonly Reason SlateCriteriaFixed = new("SLATE_CRITERIA_FIXED", Refusal.Conflict, "Somebody is on the slate: the criteria stood before any name, and stay as they are.", "R19");

    public static readonly Reason SlateCriteriaIncomplete = new("SLATE_CRITERIA_INCOMPLETE", Refusal.Conflict, "The criteria ask for knowledge of the history, the risk factors and the populations at risk too.", "R18");

    public static readonly Reason SlateIncomplete = new("SLATE_INCOMPLETE", Refusal.Conflict, "Nobody is on the short list.", "R19");

    public static readonly Reason SlateWithoutWoman = new("SLATE_WITHOUT_QUALIFIED_WOMAN", Refusal.Conflict, "No qualified woman is on the short list; the appointing authority is told why.", "R9");

    public static readonly Reason SlateFull = new("SLATE_FULL", Refusal.Conflict, "As many people as can stand on a slate, or compose one, do.");

    public static readonly Reason SlateNotListable = new("SLATE_NOT_LISTABLE", Refusal.Conflict, "Only who is active and agrees to be found is put on a slate.", "R20");

    public static readonly Reason SlateListedAlready = new("SLATE_LISTED_ALREADY", Refusal.Conflict, "The person is on the slate already.");

    public static readonly Reason SlateCandidateGone = new("SLATE_CANDIDATE_GONE", Refusal.Conflict, "The person is not there to be chosen any more, or not for you.", "R26");

    public static readonly Reason SlateSamePerson = new("SLATE_SAME_PERSON", Refusal.Forbidden, "Who decides on a slate neither composed it nor stands on it.", "R19");

    public static readonly Reason SupportRequestWrongState = new("SUPPORT_REQUEST_WRONG_STATE", Refusal.Conflict, "The request's state does not allow this now.", "R147");

    public static readonly Reason SupportRequestOfAnother = new("SUPPORT_REQUEST_OF_ANOTHER", Refusal.Forbidden, "It is answered by the person of the desk who has it.", "R147");

    public static readonly Reason SupportRequestOfAsker = new("SUPPORT_REQUEST_OF_ASKER", Refusal.Forbidden, "It is closed by the organization that asked.", "R147");

    public static readonly Reason StandbyWrongState = new("STANDBY_WRONG_STATE", Refusal.Conflict, "The state of the request does not allow this now.", "R12");

    public static readonly Reason OwnStandbyRequest = new("OWN_STANDBY_REQUEST", Refusal.Forbidden, "Another person decides on a request than who asked.", "R12");

    public static readonly Reason NobodyPlanned = new("NOBODY_PLANNED", Refusal.Conflict, "Nobody is planned, or confirmed, who could be sent.", "R12");

    public static readonly Reason NoGenderAdviser = new("NO_GENDER_ADVISER", Refusal.Conflict, "Nobody senior is sent without an adviser on sexual violence in conflict and on the participation of women; name one in the support package.", "R10");

    public static readonly Reason DeploymentWrongState = new("DEPLOYMENT_WRONG_STATE", Refusal.Conflict, "The state of the deployment does not allow this now.", "R12");

    public static readonly Reason DeploymentApproved = new(
        "DEPLOYMENT_APPROVED", Refusal.Conflict, "What another person has approved is made shorter and nothing else; plan another deployment for what goes beyond it.", "R12");

    public static readonly Reason OwnDeployment = new("OWN_DEPLOYMENT", Refusal.Forbidden, "Whoever is sent does not decide on it.");

    public static readonly Reason PersonDeclined = new("PERSON_DECLINED", Refusal.Conflict, "The last answer of the person is a no: record that the person accepts after all, or call the deployment off.", "R25");
    public static readonly Reason PersonUnavailable = new("PERSON_UNAVAILABLE", Refusal.Conflict, "The person has said not to be available on one of the days, and has not accepted since.", "R15");
    public static readonly Reason BeyondRequest = new("BEYOND_REQUEST", Refusal.Conflict, "The request is for other days, or for fewer people: ask for what is needed beyond it by another request.", "R12");
    public static readonly Reason PersonPlanned = new("PERSON_PLANNED", Refusal.Conflict, "The person is planned for this request on one of these days already; change that plan.", "R15");
    public static readonly Reason PersonDeployed = new("PERSON_DEPLOYED", Refusal.Conflict, "The person is deployed on one of these days; work from afar stands beside other work where the leads of both processes agree.", "R15");

    public static readonly Reason AgreementOfTheLead = new("AGREEMENT_OF_THE_LEAD", Refusal.Forbidden, "The organization that leads the process agrees, and for a request without a process the one that asked.", "R15");

    public static readonly Reason AgreementCarries = new(
        "AGREEMENT_CARRIES_TWO_DEPLOYMENTS", Refusal.Conflict, "By this agreement the person is deployed twice on the same days: one of the two is called off or made shorter first.", "R15");

    public static readonly Reason NotDeployable = new("NOT_DEPLOYABLE", Refusal.Conflict, "The person may not be given work now.", "R26");

    public static readonly Reason NotCleared = new("NOT_CLEARED", Refusal.Conflict, "Nobody departs without a security clearance that counts on the day.");

    public static readonly Reason TooManyBriefings = new("TOO_MANY_BRIEFINGS", Refusal.Conflict, "The deployment has as many briefings as it can.");

    public static readonly Reason PeopleImportRefused = new("PEOPLE_IMPORT_REFUSED", Refusal.Invalid, "Something is wrong with rows of the table; nothing was changed.", "R20");

    public static readonly Reason ReferenceTaken = new("PERSON_REFERENCE_TAKEN", Refusal.Conflict, "Another import has just used one of these references; look at the table anew.", "R20");

    public static IReadOnlyList<Reason> All { get; } =
        [WrongState, ProfileIncomplete, ProfileRetired, SamePerson, NotTheOwner, ContactsMasked, AvailabilityOverlaps, DaysTaken, TooManyWindows, SharingWrongState, SharingSamePerson, FieldsNotShared, ProfileMerged, MergeDeployed, MergeUnlike, DuplicateDecided, DuplicateWrongState, PersonLinked, TooManyPeople, ErasureProposed, ConsentOfThePerson, OwnAssessment, AssessmentWithdrawn, OwnAcceptance, AcceptanceWithdrawn, TooManyAcceptances, InsiderClosed,
        SlateWrongState, SlateCriteriaFixed, SlateCriteriaIncomplete, SlateIncomplete, SlateWithoutWoman, SlateFull, SlateNotListable, SlateListedAlready, SlateCandidateGone, SlateSamePerson,
        SupportRequestWrongState, SupportRequestOfAnother, SupportRequestOfAsker, TooManySearches, SearchTooWide,
        StandbyWrongState, OwnStandbyRequest, NobodyPlanned, NoGenderAdviser, DeploymentWrongState, DeploymentApproved, OwnDeployment, PersonDeclined, PersonUnavailable, PersonPlanned, BeyondRequest, PersonDeployed, AgreementOfTheLead, AgreementCarries, NotDeployable, NotCleared, TooManyBriefings, PeopleImportRefused, ReferenceTaken,
        .. AlertReasons.All, .. SealingReasons.All];
}
