namespace Concord.Portal.Components;

/// <summary>A row of a Gantt.</summary>
/// <param name="Key">Its name in links from other rows.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Of the page about it; null where there is none.</param>
/// <param name="Part">Of what it is part, in short; null where of nothing.</param>
/// <param name="Who">Has to do it.</param>
/// <param name="After">Keys and titles of what it waits for.</param>
/// <param name="Statuses">Where it stands.</param>
/// <param name="Slack">Days it may slip without delaying the whole; null once done.</param>
/// <param name="Course">The bar.</param>
public sealed record GanttRow(
    string Key, Wording Title, string? Address, string? Part, IReadOnlyList<Wording> Who, IReadOnlyList<(string Key, Wording Title)> After, IReadOnlyList<(Tone Tone, string Text)> Statuses, int? Slack, Course Course);

/// <summary>Rows under one heading.</summary>
public sealed record GanttGroup(string? Number, Wording? Title, IReadOnlyList<GanttRow> Rows);
