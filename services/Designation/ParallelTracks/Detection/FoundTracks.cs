using Concord.Designation.Contacts;

namespace Concord.Designation.ParallelTracks.Detection;

/// <summary>What was found (R48). A fact about contacts; whether a party goes from forum to forum on purpose is for people to judge (R158).</summary>
internal enum FindingKind
{
    /// <summary>A party met third parties that have none in common, within one window, and none of them with whoever leads.</summary>
    DisjointTracks = 1,

    /// <summary>After a step that was unfavourable to it, a party's next talks were with other third parties.</summary>
    ForumChange,
}

/// <summary>Whether dates leave room for doubt.</summary>
internal enum FindingCertainty
{
    /// <summary>On some of the days that the dates allow.</summary>
    Possible = 1,

    /// <summary>On whichever of the days that the dates allow.</summary>
    Certain,
}

/// <summary>How soon somebody should look; <see cref="TrackReading"/> says by what.</summary>
internal enum FindingSeverity
{
    Low = 1,
    Medium,
    High,
}

/// <summary>One track: third parties, and the contacts that they had a part in.</summary>
internal sealed record FoundTrack(IReadOnlyList<string> ThirdParties, IReadOnlyList<Guid> Contacts);

/// <summary>What was found of one party, with all that it rests on.</summary>
/// <param name="Party">Its key.</param>
/// <param name="Tracks">No two have a third party in common. Of a change of forum the first is the one that was left.</param>
/// <param name="TracksAtOnce">Most of them within one window.</param>
/// <param name="From">First day of that window's contacts.</param>
/// <param name="Until">Last day of them.</param>
/// <param name="Levels">At which the contacts of the tracks were held.</param>
/// <param name="DoubledTopics">On the agenda of more than one track.</param>
internal sealed record FoundTracks(
    FindingKind Kind, string Party, FindingCertainty Certainty, FindingSeverity Severity, IReadOnlyList<FoundTrack> Tracks, int TracksAtOnce,
    DateOnly From, DateOnly Until, IReadOnlyList<ContactLevel> Levels, IReadOnlyList<string> DoubledTopics)
{
    public IEnumerable<Guid> Contacts => Tracks.SelectMany(t => t.Contacts).Distinct();
}
