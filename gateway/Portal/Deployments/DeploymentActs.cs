using Concord.Contracts.Access;
using Concord.Portal.Api;
using Concord.Portal.Frame;
using Concord.Portal.Processes;
using Concord.Portal.Standby;

namespace Concord.Portal.Deployments;

/// <summary>What can be done with a deployment, and by whom; the roster decides.</summary>
internal static class DeploymentActs
{
    private static readonly string[] s_acts = ["confirm", "agree", "withdrawAgreement", "edit", "brief", "checkIn", "return", "cancel"];
    private static readonly string[] s_agreeing = [Roles.MediationSupport, Roles.LeadMediator, Roles.RegionalOfficer];

    public static IEnumerable<string> Offered(this Deployment deployment, Me me, StandbyRequest request, bool leads) => s_acts.Where(act => deployment.Offers(act, me, request, leads));

    public static bool Offers(this Deployment deployment, string act, Me me, StandbyRequest request, bool leads) => act switch
    {
        "agree" => leads && deployment.IsOpen && deployment.LeadAgreement is null,
        "withdrawAgreement" => leads && deployment.IsOpen && deployment.LeadAgreement is not null,
        "confirm" => me.ApprovesStandby() && deployment.State == "PLANNED" && request.State == "APPROVED" && request.RequestedBy.Name != me.Name,
        "return" => me.HandlesStandby() && deployment.State == "DEPARTED",
        "cancel" => me.HandlesStandby() && deployment.State is "PLANNED" or "CONFIRMED",
        "checkIn" => me.HandlesStandby() && deployment.State != "CANCELLED",
        _ => me.HandlesStandby() && deployment.IsOpen,
    };

    /// <summary>Whether the reader agrees for the lead of the process, and where the request is for none for the organization that asked (R15).</summary>
    public static async Task<bool> LeadsAsync(this PlatformApi api, Me me, StandbyRequest request)
    {
        if (me.Organization is not { } own || !me.Roles.Any(s_agreeing.Contains))
        {
            return false;
        }

        return request.Process is { } process ? (await api.FindAsync<Lead>($"{process}/lead"))?.Holder?.Organizations.Contains(own) == true : request.Organization == own;
    }
}
