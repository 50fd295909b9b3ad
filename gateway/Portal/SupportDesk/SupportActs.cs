using Concord.Contracts.Access;
using Concord.Portal.Components;
using Concord.Portal.Frame;

namespace Concord.Portal.SupportDesk;

/// <summary>What can be done with a request to the desk, and by whom; the roster decides.</summary>
internal static class SupportActs
{
    public const string Page = "/supportRequests";
    private static readonly string[] s_askers = [Roles.MediationSupport, Roles.RegionalOfficer, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator, Roles.FocalPoint, Roles.Partner];
    private static readonly string[] s_acts = ["triage", "assign", "answer", "close"];

    public static bool AsksSupport(this Me me) => me.Roles.Any(s_askers.Contains);

    public static bool WorksAtDesk(this Me me) => me.Roles.Contains(Roles.MediationSupport);

    public static IEnumerable<string> Offered(this SupportRequest request, Me me) => s_acts.Where(act => request.Offers(act, me));

    public static bool Offers(this SupportRequest request, string act, Me me) => act switch
    {
        "triage" => me.WorksAtDesk() && request.State is "RECEIVED" or "TRIAGED",
        "assign" => me.WorksAtDesk() && request.State is "TRIAGED" or "ASSIGNED",
        "answer" => me.WorksAtDesk() && request.State == "ASSIGNED" && request.Assignee is { } has && (has.Name == me.Name || has.Name == me.ActsFor?.Name),
        _ => me.AsksSupport() && request.State == "ANSWERED" && request.Organization == me.Organization,
    };

    /// <summary>How far it is, and whether too late.</summary>
    public static Tone ToneOf(this SupportRequest request) => (request.Overdue, request.State) switch
    {
        (true, _) => Tone.Bad,
        (_, "ANSWERED" or "CLOSED") => Tone.Good,
        (_, "ASSIGNED") => Tone.Wait,
        _ => Tone.Warn,
    };
}
