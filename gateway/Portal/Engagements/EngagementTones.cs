using Concord.Portal.Components;

namespace Concord.Portal.Engagements;

internal static class EngagementTones
{
    public static Tone OfState(string state) => state switch
    {
        "ACTIVE" => Tone.Good,
        "PROPOSED" or "ASSESSED" or "APPROVED" => Tone.Wait,
        "SUSPENDED" => Tone.Warn,
        _ => Tone.Idle,
    };
}
