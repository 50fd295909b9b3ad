namespace Concord.Portal.Roster;

/// <summary>What stands in one place of a table.</summary>
/// <param name="Text">Null where nothing does.</param>
/// <param name="Speaks">Tag of its language; null where it is the page's.</param>
/// <param name="Address">Where it leads.</param>
public sealed record Cell(string? Text, string? Speaks, string? Address = null);
