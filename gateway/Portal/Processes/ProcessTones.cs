using Concord.Portal.Components;

namespace Concord.Portal.Processes;

internal static class ProcessTones
{
    public static Tone OfState(string state) => state switch
    {
        "AGREEMENT_SIGNED" or "IMPLEMENTATION" => Tone.Good,
        "SUSPENDED" => Tone.Warn,
        "COLLAPSED" => Tone.Bad,
        "MONITORED" or "CLOSED" => Tone.Idle,
        _ => Tone.Wait,
    };

    public static Tone OfClaim(string state) => state switch
    {
        "SELECTED" => Tone.Good,
        "PROPOSED" => Tone.Wait,
        _ => Tone.Idle,
    };
}
