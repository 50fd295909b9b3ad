using Concord.Portal.Components;

namespace Concord.Portal.Standby;

/// <summary>How states of requests, deployments, calls and clearances look.</summary>
internal static class StandbyTones
{
    public static Tone Of(string state) => state switch
    {
        "REQUESTED" or "ASKED" or "PLANNED" => Tone.Wait,
        "ACKNOWLEDGED" or "APPROVED" or "CONFIRMED" or "DEPARTED" or "ACCEPTED" or "GRANTED" => Tone.Good,
        "REFUSED" or "NOT_REACHED" => Tone.Warn,
        _ => Tone.Idle,
    };
}
