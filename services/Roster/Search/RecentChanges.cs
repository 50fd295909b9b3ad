using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>
/// The versions of those who were changed last, as far as they are known: whether the database holds the same is then told by a count and a sum, and nobody has to be listed for it.
/// A version only ever grows, so that with as many people and the same sum none of them is another one.
/// </summary>
internal sealed class RecentChanges
{
    private Dictionary<ProfileId, (long Version, DateTime Time)> _known = [];

    public void Put(ProfileId id, long version, DateTime time)
    {
        if (!_known.TryGetValue(id, out var known) || known.Version < version)
        {
            _known[id] = (version, time);
        }
    }

    /// <summary>From now on these are known, and no others.</summary>
    public void Replace(IEnumerable<(ProfileId Id, long Version, DateTime Time)> changes) => _known = changes.ToDictionary(c => c.Id, c => (c.Version, c.Time));

    /// <summary>How many were changed from then on, and the sum of their versions. Whoever was changed earlier is forgotten.</summary>
    public (int Count, long Versions) From(DateTime since)
    {
        foreach (var (id, (_, time)) in _known)
        {
            if (time < since)
            {
                _known.Remove(id);
            }
        }

        return (_known.Count, _known.Values.Sum(k => k.Version));
    }
}
