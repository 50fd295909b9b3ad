using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>
/// Where everybody stands, by id. One writer adds while others look: a person keeps the slot and nobody is taken out, so whoever looks for a state passes over those who came after it. The ids stand with the people
/// and not here, where each would take many times the memory of its slot.
/// </summary>
internal sealed class SlotTable
{
    private int[] _places = new int[64]; // each a slot and one, or nought where there is none; at most half of them are taken
    private int _count;

    /// <param name="slot">The next one.</param>
    /// <param name="idOf">Who stands in a slot, this one too.</param>
    public void Add(int slot, Func<int, ProfileId> idOf)
    {
        _count++;
        if (_count * 2 > _places.Length)
        {
            var places = new int[_places.Length * 2];
            foreach (var held in _places.Where(p => p > 0))
            {
                places[Free(places, idOf(held - 1))] = held;
            }

            _places = places;
        }

        _places[Free(_places, idOf(slot))] = slot + 1;
    }

    public int? Find(ProfileId id, Func<int, ProfileId> idOf) => Publish().Find(id, _count, idOf);

    public State Publish() => new(_places);

    private static int Free(int[] places, ProfileId id)
    {
        var at = First(places, id);
        while (places[at] != 0)
        {
            at = Next(places, at);
        }

        return at;
    }

    private static int First(int[] places, ProfileId id) => id.GetHashCode() & (places.Length - 1);

    private static int Next(int[] places, int at) => (at + 1) & (places.Length - 1);

    /// <summary>Everybody who was there when it was published, and perhaps others.</summary>
    internal readonly struct State(int[]? places)
    {
        /// <param name="id">Of whom.</param>
        /// <param name="count">How many slots count.</param>
        /// <param name="idOf">Who stands in one of them.</param>
        public int? Find(ProfileId id, int count, Func<int, ProfileId> idOf)
        {
            if (places is null)
            {
                return null;
            }

            for (var at = First(places, id); places[at] is > 0 and var held; at = Next(places, at))
            {
                if (held <= count && idOf(held - 1) == id)
                {
                    return held - 1;
                }
            }

            return null;
        }
    }
}
