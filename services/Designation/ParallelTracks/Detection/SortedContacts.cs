namespace Concord.Designation.ParallelTracks.Detection;

/// <summary>Contacts in the order of time, of which those near to one are found without looking at the others.</summary>
internal sealed class SortedContacts
{
    private readonly List<ContactEvent> _sorted = [];
    private int _longest; // days of the longest interval that was ever added: how far back one may begin and still reach

    public IReadOnlyList<ContactEvent> All => _sorted;

    public void Add(ContactEvent contact)
    {
        _sorted.Insert(~_sorted.BinarySearch(contact, s_order), contact);
        _longest = Math.Max(_longest, contact.LastDay - contact.FirstDay);
    }

    public void Remove(ContactEvent contact) => _sorted.RemoveAt(_sorted.BinarySearch(contact, s_order));

    /// <summary>The others that may have been within so many days of it, in the order of time.</summary>
    public IEnumerable<ContactEvent> Near(ContactEvent contact, int days)
    {
        for (var i = FirstFrom(contact.FirstDay - days - _longest); i < _sorted.Count && _sorted[i].FirstDay <= contact.LastDay + days; i++)
        {
            if (_sorted[i].MayBeWithin(days, contact) && _sorted[i].Id != contact.Id)
            {
                yield return _sorted[i];
            }
        }
    }

    private int FirstFrom(int day)
    {
        var (low, high) = (0, _sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sorted[middle].FirstDay < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static readonly Comparer<ContactEvent> s_order = Comparer<ContactEvent>.Create(ContactEvent.Compare);
}
