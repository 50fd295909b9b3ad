using Concord.Portal.Frame;
using Concord.Portal.Standby;

namespace Concord.Portal.Roster;

/// <summary>What can be done with a person's record, and by whom; the roster decides.</summary>
internal static class KeptPeople
{
    public const string Page = "/roster/records";
    public static readonly string[] States = ["DRAFT", "SUBMITTED", "UNDER_VETTING", "ACTIVE", "SUSPENDED", "RETIRED"];

    /// <summary>The lists of a record that are changed each on a page of its own, as the request names them.</summary>
    public static readonly string[] Lists = ["expertise", "conflicts", "culturalKnowledge", "assignments", "trainings"];

    /// <summary>In the order in which they are offered.</summary>
    private static readonly string[] Acts = ["submit", "vet", "activate", "suspend", "reinstate", "retire", "recordConsent", "withdrawConsent", "addAvailability", "classify", "erase"];

    /// <summary>Whether lists of records are worth showing: to those who enter people.</summary>
    public static bool KeepsPeople(this Me me) => me.SharesProcesses || me.IsRegionalOfficer;

    /// <summary>Whether the record of a person is this one's to change.</summary>
    public static bool Keeps(this Me me, Profile person) => me.SharesProcesses || (me.IsRegionalOfficer && person.Owner == me.Organization);

    public static IEnumerable<string> Offered(this Profile person, Me me) => Acts.Where(act => person.Offers(act, me));

    public static bool Offers(this Profile person, string act, Me me) => act switch
    {
        "submit" => me.Keeps(person) && person.State == "DRAFT",
        "vet" => me.SharesProcesses && person.State == "SUBMITTED",
        "activate" => me.SharesProcesses && person.State == "UNDER_VETTING",
        "suspend" => me.SharesProcesses && person.State == "ACTIVE",
        "reinstate" => me.SharesProcesses && person.State == "SUSPENDED",
        "retire" => me.SharesProcesses && person.State != "RETIRED",
        "erase" => me.SharesProcesses,
        "withdrawConsent" => me.Keeps(person) && person.TakesBack.Count > 0, // whatever the state: it is taken from anybody whom the person told
        _ => me.Keeps(person) && person.State != "RETIRED",
    };

    /// <summary>What somebody reads the contacts of the person for.</summary>
    public static IEnumerable<string> ReachedFor(this Profile person, Me me)
    {
        (string Purpose, bool Offered)[] purposes =
        [
            ("AVAILABILITY", me.SeesStandby()), ("DEPLOYMENT", me.SeesStandby()), ("VETTING", me.SharesProcesses && person.State is "SUBMITTED" or "UNDER_VETTING"),
            ("CORRECTION", person.Owner == me.Organization), ("REQUEST_OF_THE_PERSON", person.Owner == me.Organization), ("EMERGENCY", true),
        ];
        return purposes.Where(p => p.Offered).Select(p => p.Purpose);
    }
}
