namespace Concord.Roster.Figures;

/// <summary>The value that a share of all does not exceed, by the nearest rank: always one that really occurred (R25).</summary>
internal static class NearestRank
{
    /// <param name="ascending">All values, at least one.</param>
    /// <param name="share">Above 0, at most 1.</param>
    public static double Of(IReadOnlyList<double> ascending, double share) => ascending[(int)Math.Ceiling(share * ascending.Count) - 1];
}
