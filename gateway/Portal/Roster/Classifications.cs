namespace Concord.Portal.Roster;

/// <summary>A page is as sensitive as the most sensitive person on it.</summary>
internal static class Classifications
{
    private static readonly string[] Rising = ["UNCLASSIFIED", "CONFIDENTIAL", "STRICTLY_CONFIDENTIAL"];

    public static string? Highest(IEnumerable<IMarked> people) => people.Select(p => p.Classification).MaxBy(c => Array.IndexOf(Rising, c));
}
