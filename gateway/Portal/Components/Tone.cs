namespace Concord.Portal.Components;

/// <summary>What a status means to the person who reads it. Each has a shape of its own, so that nobody needs to tell colours apart.</summary>
public enum Tone
{
    Idle,
    Wait,
    Good,
    Warn,
    Bad,
}

public static class Tones
{
    public static string Class(this Tone tone) => tone.ToString().ToLowerInvariant();

    public static string Shape(this Tone tone) => tone switch
    {
        Tone.Good => "✓",
        Tone.Warn => "▲",
        Tone.Bad => "✕",
        Tone.Wait => "◐",
        _ => "○",
    };
}
