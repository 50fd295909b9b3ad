using System.Numerics;

namespace Concord.Roster.Search;

/// <summary>
/// The slots of whom one term is true, never changed once made. Kept in parts of 65,536 slots, each as whichever is smaller: the slots themselves where they are few, one bit for each where they are many,
/// nothing where there are none. So a next state shares with this one all parts but those that have changed.
/// </summary>
internal sealed class SlotSet(SlotSet.Part[] parts)
{
    public const int PartBits = 16;
    public const int PartWords = 1 << (PartBits - 6);

    public static SlotSet Empty { get; } = new([]);

    public int Parts => parts.Length;

    /// <summary>An empty part where the set does not go so far.</summary>
    public Part this[int part] => part < parts.Length ? parts[part] : default;

    public bool Contains(int slot) => this[slot >> PartBits].Contains(slot & 0xFFFF);

    public IEnumerable<int> Slots()
    {
        for (var part = 0; part < parts.Length; part++)
        {
            foreach (var slot in parts[part].Slots())
            {
                yield return (part << PartBits) + slot;
            }
        }
    }

    /// <param name="Few">Slots in ascending order, of which the first <paramref name="Count"/> are meant.</param>
    /// <param name="Many">One bit for each slot.</param>
    /// <param name="Count">How many slots there are in the part.</param>
    internal readonly record struct Part(ushort[]? Few, ulong[]? Many, int Count)
    {
        public ReadOnlySpan<ushort> Slim => Few.AsSpan(0, Few is null ? 0 : Count);

        public bool Contains(int slot) => Many is { } words ? (words[slot >> 6] & (1UL << slot)) != 0 : Slim.BinarySearch((ushort)slot) >= 0;

        public IEnumerable<int> Slots()
        {
            if (Many is null)
            {
                for (var i = 0; i < Count; i++)
                {
                    yield return Few![i];
                }

                yield break;
            }

            for (var i = 0; i < Many.Length; i++)
            {
                for (var word = Many[i]; word != 0; word &= word - 1)
                {
                    yield return (i << 6) + BitOperations.TrailingZeroCount(word);
                }
            }
        }
    }
}
