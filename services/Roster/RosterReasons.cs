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
    public static readonly Reason AvailabilityOverlaps = new("AVAILABILITY_OVERLAPS", Refusal.Conflict, "Availability windows of a person do not overlap.", "R15");
    public static readonly Reason TooManyWindows = new("TOO_MANY_WINDOWS", Refusal.Conflict, "The profile has as many availability windows as it can.");
    public static readonly Reason ErasureProposed = new("ERASURE_PROPOSED", Refusal.Conflict, "The erasure of this person is proposed already and waits for a second person.");

    public static readonly Reason PersonLinked = new("PERSON_ALREADY_LINKED", Refusal.Conflict, "Another profile is this account's already.", "R159");

    public static readonly Reason ConsentOfThePerson = new("CONSENT_OF_THE_PERSON", Refusal.Conflict, "The person has said so here, and only the person changes it.", "R20");

    public static readonly Reason TooManyPeople = new("TOO_MANY_PEOPLE", Refusal.TooMany, "Nobody needs to see so many different people within ten minutes; wait, or narrow the search.", "R20");

    public static readonly Reason OwnAssessment = new("ASSESSED_BY_ONESELF", Refusal.Forbidden, "Others assess a person: neither the person does, nor whoever acts for the person.", "R158");

    public static readonly Reason AssessmentWithdrawn = new("ASSESSMENT_WITHDRAWN", Refusal.Conflict, "The assessment was withdrawn; it stays as it is.", "R158");

    public static readonly Reason InsiderClosed = new("INSIDER_CLOSED", Refusal.Conflict, "The insider's record is closed: it was retired, or the consent was withdrawn.", "R17");

    public static readonly Reason TooManySearches = new("TOO_MANY_SAVED_SEARCHES", Refusal.Conflict, "You keep as many searches as one person can.");

    public static readonly Reason SearchTooWide = new("SEARCH_TOO_WIDE", Refusal.Conflict, "The search finds too many people for an alert to be told of new ones.", "R27");

    public static IReadOnlyList<Reason> All { get; } =
        [WrongState, ProfileIncomplete, ProfileRetired, SamePerson, NotTheOwner, AvailabilityOverlaps, TooManyWindows, PersonLinked, TooManyPeople, ErasureProposed, ConsentOfThePerson, OwnAssessment, AssessmentWithdrawn, InsiderClosed, TooManySearches, SearchTooWide, .. SealingReasons.All];
}
