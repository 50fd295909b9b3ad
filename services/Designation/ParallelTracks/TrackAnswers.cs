using Concord.Contracts.Access;
using Concord.Designation.Contacts;
using Concord.Designation.ParallelTracks.Detection;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Http;
using Concord.Platform.Persistence;

namespace Concord.Designation.ParallelTracks;

/// <summary>One track of a party.</summary>
/// <param name="ThirdParties">None of them is in another track.</param>
/// <param name="Contacts">Resource names of the contacts that make it, in the order of time. One that is in several tracks was held by all of them.</param>
internal sealed record TrackAnswer(IReadOnlyList<ThirdPartyAnswer> ThirdParties, IReadOnlyList<string> Contacts);

/// <summary>What a finding rests on.</summary>
/// <param name="Certainty">Possible where it is so on some of the days only that inexact dates allow.</param>
/// <param name="Severity">High: three tracks at once or more, or leaders met in two. Medium: leaders met in one, or two have an item of the agenda in common. Low: otherwise.</param>
/// <param name="Tracks">No two have a third party in common. Of a change of forum the first is the one that was left, after the contact it names.</param>
/// <param name="TracksAtOnce">Most of them within one window.</param>
/// <param name="From">First day of the contacts in that window.</param>
/// <param name="Until">Last day of them.</param>
/// <param name="Levels">At which the contacts were held.</param>
/// <param name="DoubledTopics">Items of the agenda of more than one track.</param>
/// <param name="WindowDays">The window it was found with.</param>
internal sealed record EvidenceAnswer(
    FindingCertainty Certainty, FindingSeverity Severity, IReadOnlyList<TrackAnswer> Tracks, int TracksAtOnce, DateOnly From, DateOnly Until,
    IReadOnlyList<ContactLevel> Levels, IReadOnlyList<string> DoubledTopics, int WindowDays);

/// <summary>A fact about the contacts of a party: two disjoint tracks, or a change of forum.</summary>
/// <param name="Party">Resource name of the party; absent where it is not registered.</param>
/// <param name="LeadEpoch">Of the process now; whoever acknowledges or resolves sends it.</param>
internal sealed record FindingAnswer(
    string Name, FindingKind Kind, string? Party, string PartyLabel, FindingState State, EvidenceAnswer Evidence, Classification Classification, long LeadEpoch, DateTime CreateTime, DateTime UpdateTime, string Etag);

/// <summary>A step in the life of a finding.</summary>
/// <param name="FindingVersion">Of the finding with this step.</param>
/// <param name="Evidence">What it rested on then.</param>
/// <param name="AddedContacts">What was new.</param>
/// <param name="GoneContacts">What it no longer rested on.</param>
/// <param name="Reason">Absent where contacts made the step, and no person.</param>
internal sealed record FindingChangeAnswer(
    string Name, FindingStep Step, long FindingVersion, EvidenceAnswer Evidence, IReadOnlyList<string> AddedContacts, IReadOnlyList<string> GoneContacts, string? Reason, Signature? By, long? LeadEpoch,
    DateTime Time);

internal static class TrackAnswers
{
    public static async Task<FindingAnswer> ToAnswerAsync(this DesignationDb db, TrackFinding finding, long leadEpoch, CancellationToken cancellationToken) =>
        ToAnswer(finding, await db.NamesAsync(Organizations(finding.Evidence), cancellationToken), leadEpoch);

    public static IEnumerable<string> Organizations(FindingEvidence evidence) => evidence.Tracks.SelectMany(t => t.ThirdParties).Select(t => t.Organization).OfType<string>();

    public static FindingAnswer ToAnswer(TrackFinding f, OrganizationNames names, long leadEpoch) => new(
        f.Name, f.Kind, f.PartyKey.StartsWith($"{f.Process}/", StringComparison.Ordinal) ? f.PartyKey : null, f.PartyLabel, f.State, ToAnswer(f.Process, f.Evidence, names), f.Classification, leadEpoch,
        f.CreateTime, f.UpdateTime, ETag.Of(f));

    public static FindingChangeAnswer ToAnswer(TrackFinding f, FindingChange c, OrganizationNames names) => new(
        $"{f.Name}/{c.Id}", c.Step, c.FindingVersion, ToAnswer(f.Process, c.Evidence, names), ContactsOf(f.Process, c.AddedContacts), ContactsOf(f.Process, c.GoneContacts), c.Reason, c.By, c.LeadEpoch, c.CreateTime);

    private static EvidenceAnswer ToAnswer(ProcessId process, FindingEvidence e, OrganizationNames names) => new(
        e.Certainty, e.Severity,
        [.. e.Tracks.Select(t => new TrackAnswer([.. t.ThirdParties.Select(a => new ThirdPartyAnswer(a.Organization, a.Label, (a.Organization is { } o ? names.Of(o) : null) ?? a.Label))], ContactsOf(process, t.Contacts)))],
        e.TracksAtOnce, e.From, e.Until, e.Levels, e.DoubledTopics, e.WindowDays);

    private static IReadOnlyList<string> ContactsOf(ProcessId process, IEnumerable<Guid> contacts) => [.. contacts.Select(id => $"{process}/{ResourceName.Of(new ContactId(id))}")];
}
