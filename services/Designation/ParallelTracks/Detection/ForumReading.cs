namespace Concord.Designation.ParallelTracks.Detection;

/// <summary>Reads what a party did after a step that was unfavourable to it: whether its next talks were with others, before it came back to any of those it had talked with.</summary>
internal static class ForumReading
{
    /// <param name="party">Its key.</param>
    /// <param name="step">The unfavourable contact.</param>
    /// <param name="near">Its other contacts in mediation and good offices that may have been within the window, in the order of time.</param>
    /// <param name="days">The window.</param>
    /// <returns>Null where it did not go elsewhere, or went to whoever leads.</returns>
    public static FoundTracks? Of(string party, ContactEvent step, IReadOnlyList<ContactEvent> near, int days)
    {
        List<ContactEvent> after = [.. near.Where(c => c.Latest > step.Earliest && c.Id != step.Id)];
        var back = after.Where(c => !c.IsDisjointFrom(step)).ToList();
        var elsewhere = after.Where(c => !c.Covered && c.IsDisjointFrom(step)).ToList();

        // Before the first instant at which it may have come back; and, for what is possible only, before that at which it has certainly come back.
        var mayBeBack = back.Count > 0 ? back.Min(c => c.Earliest) : DateTime.MaxValue;
        var isBack = back.Where(c => c.Earliest >= step.Latest).Select(c => c.Latest).DefaultIfEmpty(DateTime.MaxValue).Min();
        var certain = elsewhere.Find(c => c.Earliest >= step.Latest && c.IsWithin(days, step) && c.Latest <= mayBeBack);
        return (certain ?? elsewhere.Find(c => c.Earliest < isBack)) is { } next
            ? TrackReading.Found(
                FindingKind.ForumChange, party, certain is null ? FindingCertainty.Possible : FindingCertainty.Certain,
                [(step.ThirdParties.ToHashSet(), [step]), (next.ThirdParties.ToHashSet(), [next])], 2, Math.Min(step.FirstDay, next.FirstDay), Math.Max(step.LastDay, next.LastDay))
            : null;
    }
}
