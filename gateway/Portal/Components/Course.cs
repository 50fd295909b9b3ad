namespace Concord.Portal.Components;

/// <summary>How far something has come that takes its time.</summary>
public enum Progress
{
    Planned,
    Running,
    Done,
}

/// <summary>What a bar in a Gantt shows of one row.</summary>
/// <param name="Start">When it was begun, or can be.</param>
/// <param name="Finish">When it was done, or can be: the forecast.</param>
/// <param name="Due">When it must be done.</param>
/// <param name="Latest">The last day that delays nothing else; null once done.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="IsCritical">A day lost here is a day lost for the whole.</param>
public sealed record Course(DateOnly Start, DateOnly Finish, DateOnly? Due, DateOnly? Latest, Progress Progress, bool IsCritical);
