using Concord.Roster.Names;

namespace Concord.Roster.Tests.Names;

public sealed class WordListTests
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 3000)] // several blocks
    public void It_holds_what_was_added_and_not_removed_in_order_and_each_state_stays_as_it_was(int seed, int most)
    {
        var random = new Random(seed);
        var held = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        var list = WordList.Empty;
        var before = (List: list, Text: "");
        for (var round = 0; round < 60; round++)
        {
            var changes = new Dictionary<string, SlotChange>();
            for (var i = random.Next(round == 0 ? most * 4 : 40); i > 0; i--)
            {
                Change(random, most, held, changes);
            }

            list = list.With(changes);
            var expected = string.Join('|', held.Where(h => h.Value.Count > 0).Select(h => $"{h.Key} {string.Join(',', h.Value)}"));
            Assert.Equal(expected, TextOf(list, ""));
            Assert.Equal(before.Text, TextOf(before.List, ""));
            before = (list, expected);
            var from = WordOf(random.Next(most));
            Assert.Equal(string.Join('|', expected.Split('|').Where(w => string.CompareOrdinal(w.Split(' ')[0], from) >= 0)), TextOf(list, from));
        }
    }

    [Fact]
    public void Whoever_gets_a_word_and_loses_it_again_before_the_next_state_does_not_have_it()
    {
        var change = new SlotChange();
        change.Add(3);
        change.Remove(3);
        change.Remove(5);
        change.Add(5);
        change.Remove(7);
        Assert.Equal([5, 9], change.ApplyTo([5, 7, 9]));
    }

    private static void Change(Random random, int most, SortedDictionary<string, SortedSet<int>> held, Dictionary<string, SlotChange> changes)
    {
        var (word, slot) = (WordOf(random.Next(most)), random.Next(50));
        var change = changes.TryGetValue(word, out var known) ? known : changes[word] = new SlotChange();
        var slots = held.TryGetValue(word, out var had) ? had : held[word] = [];
        if (slots.Add(slot))
        {
            change.Add(slot);
        }
        else
        {
            slots.Remove(slot);
            change.Remove(slot);
        }
    }

    private static string WordOf(int number) => Convert.ToString(number, 8);

    private static string TextOf(WordList list, string from)
    {
        var words = new List<string>();
        for (var at = list.From(from); at.IsAtWord; at.Next())
        {
            words.Add($"{at.Word} {string.Join(',', at.Slots)}");
        }

        return string.Join('|', words);
    }
}
