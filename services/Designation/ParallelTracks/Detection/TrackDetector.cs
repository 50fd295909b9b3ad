namespace Concord.Designation.ParallelTracks.Detection;

/// <summary>
/// Finds parallel tracks among the contacts of one situation (R48), in memory, and keeps what it found current: a contact that is added or taken away has examined anew only what it can touch,
/// and the result is that of a look at everything. Not for several threads.
/// </summary>
internal sealed class TrackDetector(TrackThresholds thresholds)
{
    private readonly Dictionary<Guid, ContactEvent> _contacts = [];
    private readonly Dictionary<string, PartyLog> _parties = new(StringComparer.Ordinal);

    /// <summary>How many contacts were looked at to find something, since the beginning; for measurements.</summary>
    public long Examined => _parties.Values.Sum(p => p.Examined);

    public static TrackDetector Over(IEnumerable<ContactEvent> contacts, TrackThresholds thresholds)
    {
        var detector = new TrackDetector(thresholds);
        foreach (var contact in contacts)
        {
            detector.Add(contact);
        }

        return detector;
    }

    public void Add(ContactEvent contact)
    {
        _contacts.Add(contact.Id, contact);
        foreach (var party in PartiesOf(contact))
        {
            if (!_parties.TryGetValue(party, out var log))
            {
                _parties.Add(party, log = new PartyLog(party, thresholds));
            }

            log.Add(contact);
        }
    }

    /// <summary>It was withdrawn; a correction is this, and another contact.</summary>
    public void Remove(Guid id)
    {
        if (_contacts.Remove(id, out var contact))
        {
            foreach (var party in PartiesOf(contact))
            {
                _parties[party].Remove(contact);
            }
        }
    }

    /// <summary>Ordered by party, kind and time.</summary>
    public IReadOnlyList<FoundTracks> Findings() => [.. _parties.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value.Findings())];

    // A party that a contact names twice took part once.
    private static IEnumerable<string> PartiesOf(ContactEvent contact) => contact.Parties.Select(p => p.Key).Distinct();
}
