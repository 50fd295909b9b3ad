namespace Concord.Portal.Roster;

/// <summary>A page is as sensitive as the most sensitive person on it.</summary>
internal static class Classifications
{
    private static readonly string[] Rising = ["UNCLASSIFIED", "CONFIDENTIAL", "STRICTLY_CONFIDENTIAL"];

    public static string? Highest(IEnumerable<IMarked> people) => Strictest(people.Select(p => p.Classification));

    public static string? Strictest(IEnumerable<string?> levels) => levels.MaxBy(c => Array.IndexOf(Rising, c));
}
