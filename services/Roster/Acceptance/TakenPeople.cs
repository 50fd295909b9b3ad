using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Search;

namespace Concord.Roster.Acceptance;

/// <summary>How the parties of one process take people, and whom that leaves of those whom a search finds.</summary>
internal sealed class TakenPeople
{
    private readonly Dictionary<ProfileId, IReadOnlyList<PartyTake>> _takes = [];

    /// <param name="said">All that stands in the process. What was said under a record that is merged was said of the person, who is found under the other.</param>
    /// <param name="wanted">What is wanted of whoever is found.</param>
    public TakenPeople(IEnumerable<SaidOfPerson> said, AcceptabilityWanted wanted)
    {
        var (accepted, refused) = (new List<ProfileId>(), new List<ProfileId>());
        foreach (var person in said.GroupBy(s => s.Person))
        {
            var takes = PartyTake.LastOf(person);
            ProfileId[] records = [.. person.Select(s => s.Profile).Append(person.Key).Distinct()];
            foreach (var record in records)
            {
                _takes[record] = takes;
            }

            if (takes.Any(t => t.Position == PartyWord.Objects))
            {
                refused.AddRange(records);
            }
            else if (takes.Any(t => t.Position == PartyWord.Accepts))
            {
                accepted.AddRange(records);
            }
        }

        Kept = wanted == AcceptabilityWanted.Accepted ? accepted : null;
        LeftOut = refused;
    }

    /// <summary>The only ones whom a search may find; null where it may find whoever is not left out.</summary>
    public IReadOnlyList<ProfileId>? Kept { get; }

    /// <summary>Whom it may not find.</summary>
    public IReadOnlyList<ProfileId> LeftOut { get; }

    /// <summary>By the party's name; empty where nothing is known.</summary>
    public IReadOnlyList<PartyTake> Of(ProfileId person) => _takes.GetValueOrDefault(person) ?? [];

    /// <summary>Notes that the entries of the person are read, and not the person once more: by the list of readers nobody learns that a party was asked.</summary>
    public void NoteRead(RosterDb db, ProfileId person)
    {
        foreach (var take in Of(person))
        {
            db.NoteRead(take.Entry.ToString(), PersonAcceptance.Label);
        }
    }

    /// <summary>Takes out of those found whoever does not meet the wish, before anybody is counted.</summary>
    public void Narrow(RosterIndex index, Bitmap found)
    {
        if (Kept is not null)
        {
            using var kept = new Bitmap(index.Count);
            kept.SetAll([.. index.SlotsOf(Kept)]);
            found.And(kept);
        }

        foreach (var slot in index.SlotsOf(LeftOut))
        {
            found.Clear(slot);
        }
    }
}
