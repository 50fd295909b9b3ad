namespace Concord.Roster.Search;

/// <summary>How soon somebody can be sent. Most wishes are one of these bounds and answered by its bitmap; for a wish between two, those within the longer are looked at one by one.</summary>
internal static class Notice
{
    public static int[] Bounds { get; } = [0, 1, 2, 3, 7, 14, 30, 60, 90, 180, 365];

    /// <summary>The shortest bound that covers the wish, 0 to 365 days.</summary>
    public static int Covering(int days) => Array.Find(Bounds, bound => bound >= days);
}
