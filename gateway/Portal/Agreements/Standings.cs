using Concord.Portal.Components;
using Concord.Platform.Texts;

namespace Concord.Portal.Agreements;

/// <summary>Where a milestone stands, in words and shapes: its state, and what it suffers from besides.</summary>
internal static class Standings
{
    private static readonly string[] Conditions = ["OVERDUE", "AT_RISK", "BLOCKED"];
    private static readonly string[] States = ["PLANNED", "IN_PROGRESS", "CLAIMED", "DISPUTED", "VERIFIED"];

    /// <summary>As an address names them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Conditions, .. States];

    public static string Text(Speech say, string key) => say.Word(Conditions.Contains(key) ? "condition" : "milestoneState", key);

    public static bool Fits(Milestone milestone, string key) => milestone.State == key || milestone.Conditions.Contains(key);

    public static IReadOnlyList<(Tone Tone, string Text)> Of(Speech say, Milestone milestone, bool critical)
    {
        List<(Tone, string)> all = [(OfState(milestone.State), say.Word("milestoneState", milestone.State))];
        foreach (var condition in milestone.Conditions)
        {
            all.Add(condition switch
            {
                "OVERDUE" => (Tone.Bad, say.Count("overdue.by", milestone.OverdueDays)),
                "AT_RISK" => (Tone.Warn, say["condition.AT_RISK"]),
                _ => (Tone.Idle, say.Word("condition", condition)),
            });
        }

        if (critical)
        {
            all.Add((Tone.Warn, say["condition.CRITICAL"]));
        }

        return all;
    }

    public static Progress Progress(string state) => state switch
    {
        "PLANNED" => Components.Progress.Planned,
        "VERIFIED" => Components.Progress.Done,
        _ => Components.Progress.Running,
    };

    private static Tone OfState(string state) => state switch
    {
        "VERIFIED" => Tone.Good,
        "DISPUTED" => Tone.Bad,
        "CLAIMED" => Tone.Warn,
        "IN_PROGRESS" => Tone.Wait,
        _ => Tone.Idle,
    };
}
