using Concord.Contracts.Access;
using Concord.Portal.Api;
using Concord.Portal.Frame;

namespace Concord.Portal.Standby;

/// <summary>What can be done with a request for people on standby, and by whom; the roster decides.</summary>
internal static class StandbyActs
{
    public const string Page = "/standbyRequests";
    private static readonly string[] s_readers = [Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator, Roles.RegionalOfficer];
    private static readonly string[] s_askers = [Roles.MediationSupport, Roles.HeadOfMission, Roles.LeadMediator, Roles.RegionalOfficer];
    private static readonly string[] s_acts = ["acknowledge", "package", "plan", "call", "link", "approve", "depart", "complete", "review", "decline"];

    public static bool SeesStandby(this Me me) => me.Roles.Any(s_readers.Contains);

    public static bool AsksStandby(this Me me) => me.Roles.Any(s_askers.Contains);

    public static bool HandlesStandby(this Me me) => me.Roles.Contains(Roles.MediationSupport);

    public static bool ApprovesStandby(this Me me) => me.HandlesStandby() || me.Roles.Contains(Roles.AppointingAuthority);

    /// <summary>Whoever would be refused is told before a form is filled in.</summary>
    public static void RequireHandlesStandby(this Me me)
    {
        if (!me.HandlesStandby())
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }

    public static IEnumerable<string> Offered(this StandbyRequest request, Me me) => s_acts.Where(act => request.Offers(act, me));

    public static bool Offers(this StandbyRequest request, string act, Me me) => act switch
    {
        "approve" => me.ApprovesStandby() && request.State == "ACKNOWLEDGED" && request.RequestedBy.Name != me.Name,
        "acknowledge" => me.HandlesStandby() && request.State == "REQUESTED",
        "depart" => me.HandlesStandby() && request.State == "APPROVED",
        "complete" => me.HandlesStandby() && request.State == "DEPARTED",
        "review" => me.HandlesStandby() && request.State == "COMPLETED",
        "package" => me.HandlesStandby() && (request.IsOpen || request.State == "DEPARTED"),
        _ => me.HandlesStandby() && request.IsOpen,
    };
}
