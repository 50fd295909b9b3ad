using Concord.Portal.Frame;
using Concord.Portal.Standby;

namespace Concord.Portal.Deployments;

/// <summary>What can be done with a deployment, and by whom; the roster decides.</summary>
internal static class DeploymentActs
{
    private static readonly string[] s_acts = ["confirm", "edit", "brief", "checkIn", "return", "cancel"];

    public static IEnumerable<string> Offered(this Deployment deployment, Me me, StandbyRequest request) => s_acts.Where(act => deployment.Offers(act, me, request));

    public static bool Offers(this Deployment deployment, string act, Me me, StandbyRequest request) => act switch
    {
        "confirm" => me.ApprovesStandby() && deployment.State == "PLANNED" && request.State == "APPROVED" && request.RequestedBy.Name != me.Name,
        "return" => me.HandlesStandby() && deployment.State == "DEPARTED",
        "cancel" => me.HandlesStandby() && deployment.State is "PLANNED" or "CONFIRMED",
        "checkIn" => me.HandlesStandby() && deployment.State != "CANCELLED",
        _ => me.HandlesStandby() && deployment.IsOpen,
    };
}
