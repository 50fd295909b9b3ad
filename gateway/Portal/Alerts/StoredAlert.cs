using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Alerts;

/// <summary>Something that a person has to look at, as a service keeps it.</summary>
public sealed record StoredAlert(
    string Name, string Kind, string Severity, string? Rule, string Meaning, string Subject, IReadOnlyList<string> Evidence, IReadOnlyDictionary<string, string> Facts, string State, string? EscalatedTo, int Level,
    DateTimeOffset? DueTime, DateTimeOffset? EscalateTime, IReadOnlyList<string> Ladder, Signature? AcknowledgedBy, string? AcknowledgeNote, DateTimeOffset? AcknowledgeTime,
    Signature? ResolvedBy, string? ResolveReason, DateTimeOffset? ResolveTime, DateTimeOffset CreateTime, string Etag)
{
    public const string OfDesignation = "designation";
    public const string OfRoster = "roster";

    /// <summary>Who keeps it.</summary>
    public string Service => Name.Split('/')[1];

    /// <summary>Of the form that settles it, without the act.</summary>
    public string Page => Service == OfDesignation ? $"/alerts/{Name.Id()}" : $"/alerts/{Service}/{Name.Id()}";

    public bool IsOpen => State != "RESOLVED";

    public Tone Tone => Severity switch
    {
        "CRITICAL" => Tone.Bad,
        "WARNING" => Tone.Warn,
        _ => Tone.Wait,
    };

    /// <summary>Where it stands on the page of alerts.</summary>
    public string Address => $"/alerts#{Anchor}";

    public string Anchor => $"alert-{Name.Id()}";

    /// <summary>Whether it waits for a role of this person, now or since before.</summary>
    public bool Asks(Me me) => State == "RAISED" && Ladder.Take(Level + 1).Any(me.Roles.Contains);

    /// <summary>Whether this person would not be refused; the service decides.</summary>
    public bool IsSettledBy(Me me) => IsOpen && Ladder.Any(me.Roles.Contains);
}

internal static class StoredAlerts
{
    private static readonly string[] Severities = ["NOTICE", "WARNING", "CRITICAL"];

    /// <summary>Of two that are as bad the one that went higher, and then the older one.</summary>
    public static IOrderedEnumerable<StoredAlert> WorstFirst(this IEnumerable<StoredAlert> alerts) =>
        alerts.OrderByDescending(a => Array.IndexOf(Severities, a.Severity)).ThenByDescending(a => a.Level).ThenBy(a => a.CreateTime);
}
