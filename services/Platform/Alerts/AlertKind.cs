using Concord.Platform.Security;

namespace Concord.Platform.Alerts;

/// <summary>How bad it is where nobody does anything.</summary>
public enum AlertSeverity
{
    Notice = 1,
    Warning,
    Critical,
}

/// <summary>A kind of thing that a person has to look at. Part of the public surface: listed, never renamed.</summary>
/// <param name="Code">UPPER_SNAKE, unique in its service; at most 60 characters.</param>
/// <param name="Severity">Where the finding itself says no other.</param>
/// <param name="Rule">The rule of the rule book it follows from, such as R48; null where none.</param>
/// <param name="Meaning">One sentence, the same for every such alert.</param>
/// <param name="Permission">Whoever does not hold it learns of no alert of this kind.</param>
/// <param name="AcknowledgeWithin">How long each role on the ladder has before the next one is asked.</param>
/// <param name="Ladder">Who is asked, role by role; the first at once. Nobody else settles such an alert: whom it is about would otherwise silence it.</param>
public sealed record AlertKind(string Code, AlertSeverity Severity, string? Rule, string Meaning, Permission Permission, TimeSpan AcknowledgeWithin, params IReadOnlyList<string> Ladder)
{
    /// <summary>Whether each is one person's own, who alone sees it: then nobody else is asked, whoever holds a role of the ladder.</summary>
    public bool IsOfOnePerson { get; init; }

    /// <summary>Whether the caller is one of those who are asked sooner or later.</summary>
    public bool Asks(Caller caller) => Ladder.Any(caller.Roles.Contains);

    /// <summary>The role that has to act at that level; the last one stays asked.</summary>
    public string AskedAt(int level) => Ladder[Math.Min(level, Ladder.Count - 1)];

    /// <summary>Until when the role of that level has time before the next one is asked; null where no other is.</summary>
    internal DateTime? DueAfter(int level, DateTime now) => !IsOfOnePerson && level < Ladder.Count - 1 ? now + AcknowledgeWithin : null;
}
