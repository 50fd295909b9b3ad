using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Concord.Roster.Search;

namespace Concord.Roster.Tests;

public sealed class SlotSetTests
{
    private const int Room = 3 * 65_536;

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 700)]
    [InlineData(3, 9000)]
    [InlineData(4, 120_000)]
    public void Sets_of_any_density_combine_as_sets_do(int seed, int most)
    {
        var random = new Random(seed);
        for (var round = 0; round < 30; round++)
        {
            var (a, b) = (Slots(random, most), Slots(random, most));
            var set = Of(b).Publish();
            Assert.Equal(a.Intersect(b).Order(), Changed(a, m => m.And(set)));
            Assert.Equal(a.Union(b).Order(), Changed(a, m => m.Or(set)));
            Assert.Equal(a.Except(b).Order(), Changed(a, m => m.AndNot(set)));
            Assert.Equal(b.Order(), set.Slots());
            Assert.All(a.Take(50), slot => Assert.Equal(b.Contains(slot), set.Contains(slot)));
            using var first = Bitmap(a);
            using var second = Bitmap(b);
            Assert.Equal(a.Count, first.Count());
            Assert.Equal(a.Intersect(b).Count(), CommonBits.Count(first.Words, second.Words));
            Assert.Equal(a.Intersect(b).Count(), CommonBits.Count(first.Words[..^3], second.Words[..^3]) + CommonBits.Count(first.Words[^3..], second.Words[^3..]));
            second.Complement(first);
            Assert.Equal(a.Except(b).Order(), second.Slots());
        }
    }

    [Theory]
    [InlineData(SlotSetBuilder.Quick)]
    [InlineData(SlotSetBuilder.Compact)]
    public void A_state_that_was_published_stays_as_it_was_whatever_is_set_and_cleared_later(int mostFew)
    {
        var random = new Random(mostFew);
        var builder = new SlotSetBuilder(mostFew);
        var held = new HashSet<int>();
        List<(SlotSet State, int[] Held)> states = [];
        // It grows beyond the bound in each part and shrinks below it again, several times.
        for (var step = 0; step < 60_000; step++)
        {
            var slot = (random.Next(3) * 65_536) + random.Next(4000);
            if (step / 10_000 % 2 == 0)
            {
                builder.Set(slot);
                held.Add(slot);
            }
            else
            {
                var gone = held.Count == 0 ? slot : held.First();
                builder.Clear(gone);
                builder.Clear(slot);
                held.Remove(gone);
                held.Remove(slot);
            }

            if (step % 1500 == 0)
            {
                states.Add((builder.Publish(), [.. held.Order()]));
            }
        }

        Assert.All(states, s => Assert.Equal(s.Held, s.State.Slots()));
        Assert.Same(builder.Publish(), builder.Publish());
    }

    [Fact]
    public void Rows_and_lists_keep_what_was_published_too()
    {
        var random = new Random(5);
        var (rows, list) = (new SharedRows(usual: 16), new SharedList<int>());
        List<byte[]> held = [];
        List<(SharedRows.State Rows, SharedList<int>.State List, byte[][] Held)> states = [];
        for (var step = 0; step < 6000; step++)
        {
            var slot = step % 2 == 0 ? held.Count : random.Next(held.Count);
            var row = new byte[random.Next(30)];
            random.NextBytes(row);
            rows.Put(slot, row);
            if (slot == held.Count)
            {
                held.Add(row);
                list.Add(row.Length);
            }
            else
            {
                held[slot] = row;
                list[slot] = row.Length;
            }

            if (step % 400 == 0)
            {
                states.Add((rows.Publish(), list.Publish(), [.. held]));
            }
        }

        Assert.All(states, s => Assert.Equal(s.Held, Enumerable.Range(0, s.Held.Length).Select(slot => s.Rows[slot].ToArray())));
        Assert.All(states, s => Assert.Equal(s.Held.Select(row => row.Length), Enumerable.Range(0, s.Held.Length).Select(slot => s.List[slot])));
    }

    [Fact]
    public void The_order_by_name_is_that_of_a_sort_while_people_come_and_go()
    {
        var random = new Random(6);
        var names = new List<int>();
        var present = new SortedSet<(int Name, int Slot)>();
        var order = NameOrder.Empty;
        for (var step = 0; step < 20_000; step++)
        {
            if (step < 8000 || random.Next(2) == 0)
            {
                var slot = names.Count;
                names.Add(random.Next(500));
                order = order.With(slot, Before(slot));
                present.Add((names[slot], slot));
            }
            else
            {
                var slot = present.ElementAt(random.Next(Math.Min(50, present.Count))).Slot;
                order = order.Without(slot, Before(slot));
                present.Remove((names[slot], slot));
            }
        }

        Assert.Equal(present.Select(p => p.Slot), order.After(null));
        Assert.Equal(present.Where(p => p.Name > 250).Select(p => p.Slot), order.After(slot => names[slot] <= 250));
        Assert.Throws<InvalidOperationException>(() => NameOrder.Empty.With(1, _ => true).Without(2, _ => false));

        Func<int, bool> Before(int slot) => other => (names[other], other).CompareTo((names[slot], slot)) < 0;
    }

    [Fact]
    public void Of_each_person_every_number_is_kept_whether_a_glance_has_room_for_it_or_not()
    {
        var random = new Random(7);
        var glances = new Glances();
        List<(ulong Beginning, ushort[] Numbers)> held = [];
        List<(Glances.State State, (ulong Beginning, ushort[] Numbers)[] Held)> states = [];
        for (var step = 0; step < 4000; step++)
        {
            var slot = step % 3 != 0 ? held.Count : random.Next(held.Count + 1);
            var most = random.Next(3) switch { 0 => 190, 1 => 300, _ => ushort.MaxValue };
            ushort[] numbers = [.. Enumerable.Range(0, random.Next(40)).Select(_ => (ushort)random.Next(most + 1)).Distinct()];
            var beginning = (ulong)random.NextInt64();
            glances.Put(slot, beginning, numbers.ToArray());
            if (slot == held.Count)
            {
                held.Add(default);
            }

            held[slot] = (beginning, numbers);
            if (step % 500 == 0)
            {
                states.Add((glances.Publish(), [.. held]));
            }
        }

        var (glance, read) = (new Glance[1], new ulong[1]);
        foreach (var (state, people) in states)
        {
            foreach (var (slot, (beginning, numbers)) in people.Index())
            {
                state.Read([slot], glance);
                state.ReadBeginnings([slot], read);
                Assert.Equal(beginning, read[0]);
                Assert.Equal(numbers.Where(n => n < Glance.Numbers).Order(), Enumerable.Range(0, Glance.Numbers).Where(n => BitOf(glance[0], n) == 1).Select(n => (ushort)n));
                Assert.Equal(numbers.Where(n => n >= Glance.Numbers), state.More(slot).ToArray());
                Assert.Equal(numbers.Any(n => n >= Glance.Numbers), glance[0].HasMore);
            }
        }
    }

    [Fact]
    public void Each_bit_is_counted_as_often_as_it_was_set()
    {
        var random = new Random(8);
        for (var step = 0; step < 300; step++)
        {
            var (rows, expected) = (new Vector256<ulong>[random.Next(step * 4)], new int[256]);
            foreach (ref var row in rows.AsSpan())
            {
                // Some bits nearly always, some nearly never: counts of every length stand beside each other.
                ulong[] words = [(ulong)random.NextInt64(), ulong.MaxValue, (ulong)random.NextInt64() & (ulong)random.NextInt64(), 1UL << random.Next(64)];
                row = Vector256.Create(words);
                for (var bit = 0; bit < 256; bit++)
                {
                    expected[bit] += (int)(words[bit >> 6] >> bit) & 1;
                }
            }

            var tally = new BitTally(new Vector256<ulong>[BitTally.DigitsFor(rows.Length)]);
            for (var from = 0; from < rows.Length;)
            {
                var to = Math.Min(rows.Length, from + random.Next(1, 40));
                tally.Add(rows.AsSpan()[from..to]);
                from = to;
            }

            for (var bit = 0; bit < 256; bit++)
            {
                Assert.Equal(expected[bit], tally[bit]);
            }
        }
    }

    private static int BitOf(Glance glance, int number)
    {
        var tally = new BitTally(new Vector256<ulong>[BitTally.DigitsFor(1)]);
        tally.Add(MemoryMarshal.Cast<Glance, Vector256<ulong>>([glance]));
        return tally[Glance.PlaceOf(number)];
    }

    private static HashSet<int> Slots(Random random, int most)
    {
        var (limit, count) = (random.Next(1, Room), random.Next(0, most));
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(limit))];
    }

    private static SlotSetBuilder Of(IEnumerable<int> slots)
    {
        var builder = new SlotSetBuilder();
        foreach (var slot in slots)
        {
            builder.Set(slot);
        }

        return builder;
    }

    private static Bitmap Bitmap(IEnumerable<int> slots)
    {
        var bitmap = new Bitmap(Room);
        foreach (var slot in slots)
        {
            bitmap.Set(slot);
        }

        return bitmap;
    }

    private static int[] Changed(IEnumerable<int> slots, Action<Bitmap> change)
    {
        using var bitmap = Bitmap(slots);
        change(bitmap);
        return [.. bitmap.Slots()];
    }
}
