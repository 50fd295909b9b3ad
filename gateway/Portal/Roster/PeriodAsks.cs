using Concord.Platform.Texts;
using Concord.Portal.Components;

namespace Concord.Portal.Roster;

/// <summary>What is asked of a period in which a person can take work, or cannot: of the person, and of those who keep the record.</summary>
internal static class PeriodAsks
{
    private static readonly string[] Kinds = ["IN_PERSON", "REMOTE", "UNAVAILABLE"];

    /// <param name="say">The reader's language.</param>
    /// <param name="kind">What stands above the choice of what is possible.</param>
    public static Ask[] Of(Speech say, string kind) =>
    [
        new("startDate", say["team.start"]) { Kind = AskKind.Day }, new("endDate", say["team.end"]) { Kind = AskKind.Day },
        new("kind", kind) { Options = [.. Kinds.Select(k => (k, say.Word("availability", k)))] },
    ];
}
