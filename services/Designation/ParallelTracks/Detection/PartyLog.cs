using Concord.Designation.Contacts;

namespace Concord.Designation.ParallelTracks.Detection;

/// <summary>
/// The contacts of one party. Two contacts of direct mediation conflict where they have no third party in common and may have been within one window; what hangs together by conflicts is an episode,
/// and a finding is about an episode. So a contact touches the episodes of those it conflicts with, and the steps within a window of it.
/// </summary>
internal sealed class PartyLog(string party, TrackThresholds thresholds)
{
    private readonly SortedContacts _mediations = new();
    private readonly SortedContacts _forums = new();
    private readonly Dictionary<Guid, Episode> _episodeOf = [];
    private readonly HashSet<Episode> _episodes = [];
    private readonly Dictionary<Guid, Step> _steps = [];

    public long Examined { get; private set; }

    public void Add(ContactEvent contact)
    {
        if (IsOtherMediation(contact))
        {
            _mediations.Add(contact);
            Join(contact);
        }

        if (IsForum(contact))
        {
            _forums.Add(contact);
            if (WasUnfavourable(contact))
            {
                _steps.Add(contact.Id, new Step(contact));
            }

            ForgetSteps(contact);
        }
    }

    public void Remove(ContactEvent contact)
    {
        if (IsOtherMediation(contact))
        {
            _mediations.Remove(contact);
            if (_episodeOf.Remove(contact.Id, out var episode))
            {
                episode.Contacts.Remove(contact);
                Split(episode);
            }
        }

        if (IsForum(contact))
        {
            _forums.Remove(contact);
            _steps.Remove(contact.Id);
            ForgetSteps(contact);
        }
    }

    public IReadOnlyList<FoundTracks> Findings()
    {
        foreach (var episode in _episodes.Where(e => !e.IsRead))
        {
            Examined += episode.Contacts.Count;
            episode.Read(TrackReading.Of(party, episode.Contacts, thresholds));
        }

        foreach (var step in _steps.Values.Where(s => !s.IsRead))
        {
            var near = _forums.Near(step.Contact, thresholds.WindowDays).ToList();
            Examined += near.Count + 1;
            step.Read(ForumReading.Of(party, step.Contact, near, thresholds.WindowDays));
        }

        return [.. _episodes.Select(e => e.Found).Concat(_steps.Values.Select(s => s.Found)).OfType<FoundTracks>().OrderBy(f => f.Kind).ThenBy(f => f.From).ThenBy(f => f.Tracks[0].Contacts[0])];
    }

    private void Join(ContactEvent contact)
    {
        var others = _mediations.Near(contact, thresholds.WindowDays).Where(contact.IsDisjointFrom).ToList();
        Examined += others.Count;
        if (others.Count == 0)
        {
            return;
        }

        // The largest takes in the others: each contact moves seldom.
        var touched = others.Select(o => _episodeOf.GetValueOrDefault(o.Id)).OfType<Episode>().Distinct().ToList();
        var into = touched.MaxBy(e => e.Contacts.Count) ?? new Episode();
        foreach (var episode in touched.Where(e => e != into))
        {
            _episodes.Remove(episode);
            Take(into, episode.Contacts);
        }

        Take(into, others.Where(o => !_episodeOf.ContainsKey(o.Id)).Append(contact));
        _episodes.Add(into);
        into.Forget();
    }

    private void Take(Episode into, IEnumerable<ContactEvent> contacts)
    {
        foreach (var contact in contacts)
        {
            into.Contacts.Add(contact);
            _episodeOf[contact.Id] = into;
        }
    }

    /// <summary>Without the contact that was taken away an episode may fall into several, or into nothing.</summary>
    private void Split(Episode episode)
    {
        _episodes.Remove(episode);
        var left = episode.Contacts.ToDictionary(c => c.Id);
        foreach (var id in left.Keys)
        {
            _episodeOf.Remove(id);
        }

        while (left.Count > 0)
        {
            var part = new Episode();
            var open = new Queue<ContactEvent>([left.Values.First()]);
            left.Remove(open.Peek().Id);
            while (open.TryDequeue(out var contact))
            {
                part.Contacts.Add(contact);
                foreach (var other in _mediations.Near(contact, thresholds.WindowDays).Where(o => left.ContainsKey(o.Id) && contact.IsDisjointFrom(o)).ToList())
                {
                    left.Remove(other.Id);
                    open.Enqueue(other);
                }
            }

            Examined += part.Contacts.Count;
            if (part.Contacts.Count > 1)
            {
                _episodes.Add(part);
                Take(part, [.. part.Contacts]);
            }
        }
    }

    private void ForgetSteps(ContactEvent contact)
    {
        foreach (var near in _forums.Near(contact, thresholds.WindowDays).Append(contact))
        {
            if (contact.Latest > near.Earliest && _steps.TryGetValue(near.Id, out var step)) // what was certainly before a step changes nothing after it
            {
                step.Forget();
            }
        }
    }

    private static bool IsOtherMediation(ContactEvent contact) => contact is { Kind: MeetingKind.DirectMediation, Covered: false, ThirdParties.Count: > 0 };

    private static bool IsForum(ContactEvent contact) => contact is { Kind: MeetingKind.DirectMediation or MeetingKind.GoodOffices, ThirdParties.Count: > 0 };

    private bool WasUnfavourable(ContactEvent contact) => contact.Parties.Any(p => p.Key == party && p.Unfavourable);

    private class Kept
    {
        public bool IsRead { get; private set; }
        public FoundTracks? Found { get; private set; }

        public void Read(FoundTracks? found) => (IsRead, Found) = (true, found);

        public void Forget() => (IsRead, Found) = (false, null);
    }

    private sealed class Episode : Kept
    {
        public HashSet<ContactEvent> Contacts { get; } = new(ReferenceEqualityComparer.Instance);
    }

    private sealed class Step(ContactEvent contact) : Kept
    {
        public ContactEvent Contact { get; } = contact;
    }
}
