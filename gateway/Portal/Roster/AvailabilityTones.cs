using Concord.Portal.Components;

namespace Concord.Portal.Roster;

internal static class AvailabilityTones
{
    public static Tone Of(string? kind) => kind switch
    {
        "IN_PERSON" => Tone.Good,
        "REMOTE" => Tone.Wait,
        "UNAVAILABLE" => Tone.Bad,
        _ => Tone.Idle,
    };

    public static Tone OfToday(string word) => word switch
    {
        "AVAILABLE" => Tone.Good,
        "AVAILABLE_REMOTE" or "PARTLY_AVAILABLE" => Tone.Wait,
        "DEPLOYED" => Tone.Warn,
        _ => Tone.Bad,
    };

    public static Tone OfState(string state) => state switch
    {
        "ACTIVE" => Tone.Good,
        "SUSPENDED" => Tone.Warn,
        "RETIRED" => Tone.Idle,
        _ => Tone.Wait,
    };
}
