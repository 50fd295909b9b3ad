using Concord.Roster.Search;

namespace Concord.Roster.Tests;

public sealed class BitmapTests
{
    [Fact]
    public void Sets_of_any_length_combine_as_sets_do()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var (a, b) = (Slots(random), Slots(random));
            Assert.Equal(a.Intersect(b).Order(), Changed(a, m => m.And(Of(b))).Slots());
            Assert.Equal(a.Union(b).Order(), Changed(a, m => m.Or(Of(b))).Slots());
            Assert.Equal(a.Except(b).Order(), Changed(a, m => m.AndNot(Of(b))).Slots());
            Assert.Equal(a.Intersect(b).Count(), Of(a).CountCommon(Of(b)));
            Assert.Equal(a.Count, Of(a).Count());
            Assert.All(b, slot => Assert.Equal(a.Contains(slot), Of(a)[slot]));
        }
    }

    [Fact]
    public void A_clone_is_a_set_of_its_own()
    {
        var first = Of([1, 70, 200]);
        var second = first.Clone();
        second.Set(900);
        second.Clear(70);
        Assert.Equal([1, 70, 200], first.Slots());
        Assert.Equal([1, 200, 900], second.Slots());
    }

    private static HashSet<int> Slots(Random random)
    {
        var limit = random.Next(1, 1500);
        return [.. Enumerable.Range(0, random.Next(0, 200)).Select(_ => random.Next(limit))];
    }

    private static Bitmap Of(IEnumerable<int> slots)
    {
        var bitmap = new Bitmap();
        foreach (var slot in slots)
        {
            bitmap.Set(slot);
        }

        return bitmap;
    }

    private static Bitmap Changed(IEnumerable<int> slots, Action<Bitmap> change)
    {
        var bitmap = Of(slots);
        change(bitmap);
        return bitmap;
    }
}
