using Concord.Contracts.Events;
using Concord.Designation.Contacts;
using Concord.Designation.ParallelTracks.Detection;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.ParallelTracks;

/// <summary>
/// Looks at the contacts of a situation with a change of them that is not saved yet, and writes down what that shows; both are saved together. Only the parties of those contacts are looked at: no finding
/// about another party can change with them.
/// </summary>
internal sealed class TrackExamination(DesignationDb db, IConfiguration configuration)
{
    /// <param name="process">Whose contacts change.</param>
    /// <param name="added">Not saved yet.</param>
    /// <param name="gone">Withdrawn or corrected, not saved yet.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task ExamineAsync(Process process, IReadOnlyList<Contact> added, IReadOnlyList<Contact> gone, DateTime now, CancellationToken cancellationToken)
    {
        // First of all: what is read after it is as new as the number is, or the save is refused.
        var watch = await WatchAsync(process.Id, cancellationToken);
        watch.Examine();
        var parties = added.Concat(gone).SelectMany(c => ActorKey.Split(c.PartyKeys)).ToHashSet(StringComparer.Ordinal);
        await LookAsync(process, watch, parties, added, gone, now, cancellationToken);
    }

    /// <summary>Everything anew: who leads or supports has changed, or what counts as parallel.</summary>
    public async Task ExamineAllAsync(Process process, DateTime now, CancellationToken cancellationToken)
    {
        var watch = await WatchAsync(process.Id, cancellationToken);
        watch.Examine();
        await LookAsync(process, watch, null, [], [], now, cancellationToken);
    }

    /// <summary>
    /// A party was entered, is called otherwise, or turned out to be another one; not saved yet. What contacts said of it before counts as said of the one that stands, and what was found of it stays what it was. The number of the
    /// situation moves in any case: a contact that is recorded at this moment looks its party up anew.
    /// </summary>
    public async Task ExamineRenamedAsync(Process process, DateTime now, CancellationToken cancellationToken)
    {
        var watch = await WatchAsync(process.Id, cancellationToken);
        watch.Examine();
        var parties = await PartyBook.LoadChangedAsync(db, process.Id, cancellationToken);
        var contacts = (await db.Contacts.Where(c => c.Process == process.Id && c.State == ContactState.Recorded).ToListAsync(cancellationToken)).FindAll(c => c.Follow(parties));
        foreach (var finding in await KnownAsync(watch.Situation, null, cancellationToken))
        {
            if (parties.Of(finding.PartyKey) is { } entry && entry.Name != finding.PartyKey)
            {
                finding.Follow(entry.Name, entry.Fields.DisplayName!);
            }
        }

        if (contacts.Count > 0)
        {
            await LookAsync(process, watch, null, contacts, contacts, now, cancellationToken);
        }
    }

    public async Task<SituationWatch> WatchAsync(ProcessId process, CancellationToken cancellationToken)
    {
        var situation = SituationKey.Of(process);
        return await db.SituationWatches.FindAsync([situation], cancellationToken) ?? db.Add(new SituationWatch(situation)).Entity;
    }

    private async Task LookAsync(
        Process process, SituationWatch watch, HashSet<string>? parties, IReadOnlyList<Contact> added, IReadOnlyList<Contact> gone, DateTime now, CancellationToken cancellationToken)
    {
        var left = gone.Select(c => c.Id).ToHashSet();
        var contacts = (await db.OfSituationAsync(watch.Situation, parties, cancellationToken)).Where(c => !left.Contains(c.Id)).Concat(added.Select(TrackedContact.Of)).ToDictionary(c => c.Id.Value);
        var arrangement = await Arrangement.LoadAsync(db, process.Id, cancellationToken);
        var thresholds = watch.Thresholds(configuration);
        var found = TrackDetector.Over(contacts.Values.Select(c => c.Event(arrangement)), thresholds).Findings().Where(f => parties?.Contains(f.Party) != false).ToList();
        var known = await KnownAsync(watch.Situation, parties, cancellationToken);
        var corrections = added.Where(c => c.Corrects is not null && !gone.Contains(c)).Select(c => c.Id.Value).ToHashSet();
        foreach (var one in found)
        {
            var actors = one.Contacts.SelectMany(id => contacts[id].ThirdParties).DistinctBy(t => ActorKey.Of(t.Organization, t.Label)).ToDictionary(t => ActorKey.Of(t.Organization, t.Label));
            var (evidence, classification) = (FindingEvidence.Of(one, actors, thresholds.WindowDays), one.Contacts.Max(id => contacts[id].Classification));
            if (Take(known, one, corrections, gone) is { } same)
            {
                if (same.Show(evidence, classification, corrections, now) is { } shown)
                {
                    Keep(shown.Change, shown.Fact, now);
                }
            }
            else
            {
                var label = await LabelAsync(process, one, added, cancellationToken);
                var (finding, change, fact) = TrackFinding.Find(process.Id, watch.Situation, one.Kind, one.Party, label, evidence, classification, now);
                db.Add(finding);
                Keep(change, fact, now);
            }
        }

        foreach (var change in known.Select(f => f.Lapse(now)).OfType<FindingChange>())
        {
            Keep(change, null, now);
        }
    }

    /// <summary>The same finding as before, with other contacts: the oldest that rests on one of these, or on one that one of these corrects. It is taken out, for no two can be the same one.</summary>
    private static TrackFinding? Take(List<TrackFinding> known, FoundTracks found, HashSet<Guid> corrections, IReadOnlyList<Contact> gone)
    {
        HashSet<Guid> contacts = [.. found.Contacts];
        if (contacts.Overlaps(corrections))
        {
            contacts.UnionWith(gone.Select(c => c.Id.Value));
        }

        // A change of forum is about its step; the contacts of other steps may be the same.
        var same = known.Find(f => f.PartyKey == found.Party && f.Kind == found.Kind && (found.Kind == FindingKind.ForumChange
            ? contacts.Contains(f.Evidence.Tracks[0].Contacts[0]) && (f.Evidence.Tracks[0].Contacts[0] == found.Tracks[0].Contacts[0] || corrections.Contains(found.Tracks[0].Contacts[0]))
            : contacts.Overlaps(f.Evidence.Contacts)));
        if (same is not null)
        {
            known.Remove(same);
        }

        return same;
    }

    private Task<List<TrackFinding>> KnownAsync(string situation, HashSet<string>? parties, CancellationToken cancellationToken)
    {
        var known = db.TrackFindings.Where(f => f.Situation == situation);
        if (parties?.ToList() is { } asked)
        {
            known = known.Where(f => asked.Contains(f.PartyKey));
        }

        return known.OrderBy(f => f.CreateTime).ThenBy(f => f.Id).ToListAsync(cancellationToken);
    }

    private void Keep(FindingChange change, ParallelTrackFound? fact, DateTime now)
    {
        db.Add(change);
        if (fact is not null)
        {
            db.Raise(fact, now);
        }
    }

    /// <summary>What the party is called: by its entry, or in the first of the contacts.</summary>
    private async Task<string> LabelAsync(Process process, FoundTracks found, IReadOnlyList<Contact> added, CancellationToken cancellationToken)
    {
        if (found.Party.StartsWith($"{process.Id}/", StringComparison.Ordinal))
        {
            await db.Parties.Where(p => p.Process == process.Id).LoadAsync(cancellationToken);
            if (db.Parties.Local.SingleOrDefault(p => p.Name == found.Party) is { } entry) // entered in this commit, perhaps
            {
                return entry.Fields.DisplayName!;
            }
        }

        var first = new ContactId(found.Contacts.First());
        var parties = added.FirstOrDefault(c => c.Id == first)?.Parties ?? await db.Contacts.Where(c => c.Id == first).Select(c => c.Parties).SingleAsync(cancellationToken);
        return parties.First(p => ActorKey.Of(p.Party, p.Label) == found.Party).Label!;
    }
}
