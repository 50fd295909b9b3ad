using Concord.Designation.Contacts;
using Concord.Designation.ParallelTracks.Detection;

namespace Concord.Designation.ParallelTracks;

/// <summary>One track: its third parties, and the contacts that they had a part in.</summary>
/// <param name="ThirdParties">None is in another track of the finding.</param>
internal sealed record TrackEvidence(IReadOnlyList<ThirdParty> ThirdParties, IReadOnlyList<Guid> Contacts);

/// <summary>All that a finding rests on, as it is kept.</summary>
internal sealed record FindingEvidence(
    FindingCertainty Certainty, FindingSeverity Severity, IReadOnlyList<TrackEvidence> Tracks, int TracksAtOnce, DateOnly From, DateOnly Until,
    IReadOnlyList<ContactLevel> Levels, IReadOnlyList<string> DoubledTopics, int WindowDays)
{
    /// <summary>Several thousand contacts by their numbers.</summary>
    public const int Longest = 1_000_000;

    public IEnumerable<Guid> Contacts => Tracks.SelectMany(t => t.Contacts).Distinct();

    /// <param name="found">What the detection found.</param>
    /// <param name="actors">Third parties by their keys, as they were recorded.</param>
    /// <param name="windowDays">The window it was found with.</param>
    public static FindingEvidence Of(FoundTracks found, IReadOnlyDictionary<string, ThirdParty> actors, int windowDays) => new(
        found.Certainty, found.Severity, [.. found.Tracks.Select(t => new TrackEvidence([.. t.ThirdParties.Select(key => actors[key])], t.Contacts))], found.TracksAtOnce, found.From, found.Until,
        found.Levels, found.DoubledTopics, windowDays);
}
