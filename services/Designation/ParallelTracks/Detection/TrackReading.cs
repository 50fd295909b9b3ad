using Concord.Designation.Contacts;

namespace Concord.Designation.ParallelTracks.Detection;

/// <summary>
/// Reads an episode: how many tracks there were at once, when, and which contacts make each. A track begins with a contact's third parties as they are; a contact that has third parties of several tracks
/// belongs to each of them and joins none: that two sat at one table once does not make their other talks one.
/// </summary>
internal static class TrackReading
{
    private const int ManyTracks = 3;

    /// <returns>Null where there were never enough tracks at once.</returns>
    public static FoundTracks? Of(string party, IEnumerable<ContactEvent> episode, TrackThresholds thresholds)
    {
        List<ContactEvent> contacts = [.. episode.Order(Comparer<ContactEvent>.Create(ContactEvent.Compare))];
        var possible = Densest(contacts, c => (c.FirstDay - thresholds.WindowDays, c.LastDay));
        if (possible.Tracks.Count < thresholds.MinimumTracks)
        {
            return null;
        }

        var certain = Certain(contacts, thresholds.WindowDays);
        var isCertain = certain.Tracks.Count >= thresholds.MinimumTracks;
        var shown = isCertain && certain.Tracks.Count == possible.Tracks.Count ? certain : possible;
        var sets = Packing.Extend(shown.Tracks, contacts);
        List<List<ContactEvent>> tracks = [.. sets.Select(set => contacts.Where(c => c.ThirdParties.Any(set.Contains)).ToList())];
        return Found(
            FindingKind.DisjointTracks, party, isCertain ? FindingCertainty.Certain : FindingCertainty.Possible, [.. sets.Zip(tracks)], shown.Tracks.Count,
            shown.Contacts.Min(c => c.FirstDay), shown.Contacts.Max(c => c.LastDay));
    }

    /// <summary>What both kinds of finding say of their tracks.</summary>
    public static FoundTracks Found(
        FindingKind kind, string party, FindingCertainty certainty, IReadOnlyList<(IReadOnlySet<string> Set, List<ContactEvent> Contacts)> tracks, int atOnce, int firstDay, int lastDay)
    {
        // What two tracks talked of at one table is not doubled, and its leaders met once.
        var shared = tracks.SelectMany(t => t.Contacts).CountBy(c => c.Id).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet();
        var apart = tracks.Select(t => t.Contacts.Where(c => !shared.Contains(c.Id)).ToList()).ToList();
        string[] doubled = [.. apart.SelectMany(own => own.SelectMany(c => c.Topics).Distinct()).CountBy(topic => topic).Where(t => t.Value > 1).Select(t => t.Key).Order(StringComparer.Ordinal)];
        ContactLevel[] levels = [.. tracks.SelectMany(t => t.Contacts).Select(c => c.Level).OfType<ContactLevel>().Distinct().Order()];
        var withLeaders = apart.Count(own => own.Exists(c => c.Level == ContactLevel.Leaders));
        var severity = atOnce >= ManyTracks || withLeaders > 1 ? FindingSeverity.High : withLeaders > 0 || doubled.Length > 0 ? FindingSeverity.Medium : FindingSeverity.Low;
        return new FoundTracks(
            kind, party, certainty, severity, [.. tracks.Select(t => new FoundTrack([.. t.Set.Order(StringComparer.Ordinal)], [.. t.Contacts.Select(c => c.Id)]))], atOnce,
            DayOf(firstDay), DayOf(lastDay), levels, doubled);
    }

    /// <summary>
    /// The most tracks that are within one window on whichever days the contacts were. A contact is inside where the window begins between so long before its last day, and its first day; one whose days are
    /// more than a window has no such place, and can be with others all the same, alone of its kind: each of them is near every one of its days.
    /// </summary>
    private static (IReadOnlyList<IReadOnlySet<string>> Tracks, IReadOnlyList<ContactEvent> Contacts) Certain(List<ContactEvent> contacts, int days)
    {
        var best = Densest(contacts, c => (c.LastDay - days, c.FirstDay));
        foreach (var wide in contacts.Where(c => c.LastDay - c.FirstDay is var width && width > days && width <= 2 * days))
        {
            var beside = contacts.Where(c => c == wide || (c.LastDay - c.FirstDay <= days && c.IsWithin(days, wide))).ToList();
            var found = Densest(beside, c => c == wide ? (int.MinValue, int.MaxValue) : (c.LastDay - days, c.FirstDay));
            best = found.Tracks.Count > best.Tracks.Count ? found : best;
        }

        return best;
    }

    /// <summary>
    /// The window with most tracks. A window is where it begins; each contact allows an interval of beginnings, and where most intervals meet there is a lower end of one of them
    /// (intervals that meet in pairs meet in a point).
    /// </summary>
    private static (IReadOnlyList<IReadOnlySet<string>> Tracks, IReadOnlyList<ContactEvent> Contacts) Densest(IReadOnlyList<ContactEvent> contacts, Func<ContactEvent, (int From, int Until)> beginnings)
    {
        var allowed = contacts.Select(c => (Contact: c, Interval: beginnings(c))).Where(c => c.Interval.From <= c.Interval.Until).OrderBy(c => c.Interval.From).ToList();
        var (open, next, best, inBest) = (new List<(ContactEvent Contact, (int From, int Until) Interval)>(), 0, (IReadOnlyList<IReadOnlySet<string>>)[], (IReadOnlyList<ContactEvent>)[]);
        while (next < allowed.Count)
        {
            var begin = allowed[next].Interval.From;
            open.RemoveAll(o => o.Interval.Until < begin);
            for (; next < allowed.Count && allowed[next].Interval.From == begin; next++)
            {
                open.Add(allowed[next]);
            }

            // Only before one leaves can there be more than before.
            if (next < allowed.Count && open.TrueForAll(o => o.Interval.Until >= allowed[next].Interval.From))
            {
                continue;
            }

            var inside = open.ConvertAll(o => o.Contact);
            inside.Sort(ContactEvent.Compare);
            if (Packing.Of(inside) is var tracks && tracks.Count > best.Count)
            {
                (best, inBest) = (tracks, inside);
            }
        }

        return (best, inBest);
    }

    private static DateOnly DayOf(int day) => DateOnly.FromDayNumber(day);
}
