using System.Text.Json;
using Concord.Platform.Texts;
using Concord.Portal.Components;
using Concord.Portal.Texts;

namespace Concord.Portal.Audit;

/// <summary>What stands in the chains, in the language of the person who reads.</summary>
internal static class AuditWords
{
    private const string Hearing = "hear ";

    /// <summary>Acts that have a word, by the name that entries give them.</summary>
    public static IEnumerable<string> Known { get; } = [.. PortalTexts.Keys.Where(k => k.StartsWith("act.", StringComparison.Ordinal)).SelectMany(NamesOf).Order(StringComparer.Ordinal)];

    /// <summary>What an act is called; the name it has in the chain, in English, where there is no word for it.</summary>
    public static Wording Act(this Speech say, string action) =>
        KeyOf(action) is { } key ? say.Own(say[key])
        : action.StartsWith(Hearing, StringComparison.Ordinal) ? say.Own(say["audit.heard"])
        : new Wording(action, Language.English.Tag);

    /// <summary>Whether an act has a word.</summary>
    public static bool HasWord(string action) => KeyOf(action) is not null;

    /// <summary>A value as it was stored: a text as itself, anything else as it is written.</summary>
    public static string Value(JsonElement? value) => value switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
    };

    /// <summary>How long ago something was.</summary>
    public static string Age(this Speech say, TimeSpan age) => age switch
    {
        { TotalHours: < 1 } => say.Count("audit.minutes", Math.Max(0, (long)age.TotalMinutes)),
        { TotalDays: < 2 } => say.Count("audit.hours", (long)age.TotalHours),
        _ => say.Count("days", (long)age.TotalDays),
    };

    // Some permissions are alike in every service and have one word.
    private static string? KeyOf(string action) =>
        PortalTexts.Has($"act.{action}") ? $"act.{action}"
        : action.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && Chains.All.Contains(action[..dot]) && PortalTexts.Has($"act.*{action[dot..]}") ? $"act.*{action[dot..]}"
        : null;

    private static IEnumerable<string> NamesOf(string key) => key["act.".Length..] is ['*', '.', .. var rest]
        ? Chains.All.Where(c => !rest.StartsWith("approvals.", StringComparison.Ordinal) || c is "designation" or "identity" or "roster").Select(c => $"{c}.{rest}")
        : [key["act.".Length..]];
}
