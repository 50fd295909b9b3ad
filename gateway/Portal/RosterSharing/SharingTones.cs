using Concord.Portal.Components;

namespace Concord.Portal.RosterSharing;

internal static class SharingTones
{
    public static Tone Of(string state) => state switch { "AGREED" or "MERGED" => Tone.Good, "PROPOSED" or "APPROVED" => Tone.Wait, _ => Tone.Idle };
}
