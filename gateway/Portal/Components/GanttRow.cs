namespace Concord.Portal.Components;

/// <summary>A row of a Gantt.</summary>
/// <param name="Key">Its name in links from other rows.</param>
/// <param name="Title">As it was recorded.</param>
/// <param name="Address">Of the page about it; null where there is none.</param>
/// <param name="Detail">Who, and of what it is part.</param>
/// <param name="After">Keys and titles of what it waits for.</param>
/// <param name="Statuses">Where it stands.</param>
/// <param name="Slack">Days it may slip without delaying the whole; null once done.</param>
/// <param name="Course">The bar.</param>
public sealed record GanttRow(
    string Key, string Title, string? Address, string? Detail, IReadOnlyList<(string Key, string Title)> After, IReadOnlyList<(Tone Tone, string Text)> Statuses, int? Slack, Course Course);

/// <summary>Rows under one heading.</summary>
public sealed record GanttGroup(string? Number, string? Title, IReadOnlyList<GanttRow> Rows);
