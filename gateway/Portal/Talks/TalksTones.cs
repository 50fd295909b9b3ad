using Concord.Portal.Components;

namespace Concord.Portal.Talks;

/// <summary>What states of talks mean to whoever reads them.</summary>
internal static class TalksTones
{
    public static Tone OfFramework(string state) => state switch
    {
        "SIGNED" => Tone.Good,
        "INITIALLED" => Tone.Wait,
        _ => Tone.Idle,
    };

    public static Tone OfArticle(string state) => state switch
    {
        "AGREED" => Tone.Good,
        "PROVISIONALLY_AGREED" => Tone.Wait,
        _ => Tone.Idle,
    };

    public static Tone OfChange(string change) => change switch
    {
        "ADDED" => Tone.Good,
        "REMOVED" => Tone.Bad,
        "CHANGED" => Tone.Wait,
        _ => Tone.Idle,
    };

    public static Tone OfInclusion(string status) => status switch
    {
        "DONE" => Tone.Good,
        "UNDER_WAY" => Tone.Wait,
        "GIVEN_UP" => Tone.Warn,
        _ => Tone.Idle,
    };
}
