using System.Globalization;
using Concord.Portal.Components;
using Concord.Platform.Texts;

namespace Concord.Portal.Agreements;

/// <summary>Status levels of a provision, after the Peace Accords Matrix: 0 not initiated, 1 minimum, 2 intermediate, 3 full.</summary>
internal static class Levels
{
    public const string None = "none";

    /// <summary>As an address names them.</summary>
    public static IReadOnlyList<string> All { get; } = ["0", "1", "2", "3", None];

    public static string Key(int? level) => level?.ToString(CultureInfo.InvariantCulture) ?? None;

    public static string Text(Speech say, string key) => say[$"level.{key}"];

    public static Tone Tone(string key) => key switch
    {
        "3" => Components.Tone.Good,
        "2" => Components.Tone.Wait,
        "1" => Components.Tone.Warn,
        "0" => Components.Tone.Bad,
        _ => Components.Tone.Idle,
    };
}
