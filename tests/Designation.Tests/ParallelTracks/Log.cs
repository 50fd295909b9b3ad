using System.Text.Json;
using Concord.Designation.Contacts;
using Concord.Designation.ParallelTracks.Detection;

namespace Concord.Designation.Tests.ParallelTracks;

/// <summary>Contacts as the detection sees them, in a line each.</summary>
internal static class Log
{
    public static readonly TrackThresholds Usual = new(90, 2);

    /// <summary>On the day of that number since 2024-01-01, or on one of as many after it as the date is wide.</summary>
    public static ContactEvent Met(
        int day, string party, string[] thirdParties, int wide = 0, MeetingKind kind = MeetingKind.DirectMediation, bool unfavourable = false, bool covered = false, ContactLevel? level = null,
        params string[] topics)
    {
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day);
        return new ContactEvent(Guid.NewGuid(), start, start.AddDays(wide + 1), [new EngagedParty(party, unfavourable)], thirdParties, kind, level, topics, covered);
    }

    public static IReadOnlyList<FoundTracks> Find(params ContactEvent[] contacts) => TrackDetector.Over(contacts, Usual).Findings();

    public static string Text(IEnumerable<FoundTracks> found) => JsonSerializer.Serialize(found);
}
