using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Support;

namespace Concord.Roster.Tests;

/// <summary>What is known of those who were changed last.</summary>
public sealed class RecentChangesTests
{
    private static readonly DateTime Now = new(2026, 11, 28, 8, 0, 0, DateTimeKind.Utc);

    [Fact, Rule("R27")]
    public void Each_change_that_is_not_known_is_told_by_count_or_sum()
    {
        var random = new Random(7);
        ProfileId[] people = [.. Enumerable.Range(0, 20).Select(_ => ProfileId.New())];
        var held = new Dictionary<ProfileId, (long Version, DateTime Time)>(); // as the database has it
        var recent = new RecentChanges();
        for (var i = 0; i < 5_000; i++)
        {
            var (person, time, told) = (people[random.Next(people.Length)], Now.AddSeconds(i), random.Next(3) > 0);
            held[person] = (held.GetValueOrDefault(person).Version + 1, time);
            if (told)
            {
                recent.Put(person, held[person].Version, time);
            }

            var since = time.AddSeconds(-12);
            var expected = held.Where(h => h.Value.Time >= since).ToList();
            Assert.Equal(told, recent.From(since) == (expected.Count, expected.Sum(h => h.Value.Version)));
            recent.Replace(expected.Select(h => (h.Key, h.Value.Version, h.Value.Time)));
        }
    }

    [Fact, Rule("R27")]
    public void A_version_that_comes_late_does_not_take_the_place_of_a_newer_one()
    {
        var (recent, person) = (new RecentChanges(), ProfileId.New());
        recent.Put(person, 3, Now);
        recent.Put(person, 2, Now.AddSeconds(-1));
        Assert.Equal((1, 3), recent.From(Now));
    }
}
