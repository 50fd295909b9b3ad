using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Support;

namespace Concord.Roster.Tests;

public sealed class SlotTableTests
{
    [Fact]
    public void A_state_finds_everybody_who_was_there_and_nobody_who_came_later()
    {
        var writer = new RosterIndexWriter(Some.Atlas);
        var random = new RandomRoster(31);
        List<(RosterIndex Index, int Count)> states = [(RosterIndex.Empty, 0)];
        List<ProfileId> people = [];
        for (var i = 0; i < 500; i++)
        {
            var person = random.Profile();
            people.Add(person.Id);
            writer.Put(new RosterEntry(person));
            if (i % 50 == 0)
            {
                states.Add((writer.Build(), people.Count));
            }
        }

        Assert.All(states, s => Assert.Equal(people.Take(s.Count), s.Index.SlotsOf([ProfileId.New(), .. people]).Select(slot => s.Index.Packed(slot).Id)));
    }

    [Fact, Rule("R20")]
    public async Task Who_searches_waits_for_no_writer_and_finds_the_people_of_the_state_at_hand()
    {
        var writer = new RosterIndexWriter(Some.Atlas);
        var random = new RandomRoster(32);
        var known = Enumerable.Range(0, 100).Select(_ => random.Profile()).ToList();
        known.ForEach(p => writer.Put(new RosterEntry(p)));
        var index = writer.Build();
        var later = Enumerable.Range(0, 2000).Select(_ => new RosterEntry(random.Profile())).ToList();
        var writing = Task.Run(() => later.ForEach(entry => writer.Put(entry)), TestContext.Current.CancellationToken);
        do
        {
            Assert.Equal(known.Select(p => p.Id), index.SlotsOf([.. later.Take(20).Select(e => e.Id), .. known.Select(p => p.Id)]).Select(slot => index.Packed(slot).Id));
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.Equal(20, writer.Build().SlotsOf(later.Take(20).Select(e => e.Id)).Count);
    }
}
