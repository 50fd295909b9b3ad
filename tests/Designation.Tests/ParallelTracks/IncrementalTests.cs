using Concord.Designation.Contacts;
using Concord.Designation.ParallelTracks.Detection;
using Concord.Support;

namespace Concord.Designation.Tests.ParallelTracks;

public sealed class IncrementalTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory, Rule("R48"), MemberData(nameof(Seeds))]
    public void After_any_sequence_of_records_corrections_and_withdrawals_the_findings_are_those_of_a_look_at_everything(int seed)
    {
        var random = new Random(seed);
        var thresholds = new TrackThresholds(random.Next(5, 60), random.Next(2, 4));
        var detector = new TrackDetector(thresholds);
        var contacts = new List<ContactEvent>();
        var kinds = new HashSet<FindingKind>();
        for (var step = 0; step < 120; step++)
        {
            if (contacts.Count > 0 && random.Next(4) == 0)
            {
                var wrong = contacts[random.Next(contacts.Count)];
                contacts.Remove(wrong);
                detector.Remove(wrong.Id);
            }
            else
            {
                var contact = Any(random);
                contacts.Add(contact);
                detector.Add(contact);
            }

            if (random.Next(3) > 0)
            {
                continue; // several changes between two looks, too
            }

            var found = detector.Findings();
            var scratch = TrackDetector.Over(contacts.OrderBy(_ => random.Next()), thresholds).Findings();
            Assert.Equal(Log.Text(scratch), Log.Text(found));
            kinds.UnionWith(found.Select(f => f.Kind));
        }

        Assert.True(thresholds.MinimumTracks > 2 || kinds.Count == 2, "The sequence shows something to be compared.");
    }

    [Theory, Rule("R48"), MemberData(nameof(Seeds))]
    public void Every_pair_that_the_rule_names_is_in_a_finding_and_no_finding_is_without_one(int seed)
    {
        var random = new Random(seed);
        List<ContactEvent> contacts = [.. Enumerable.Range(0, 40).Select(_ => Any(random))];
        var found = TrackDetector.Over(contacts, new TrackThresholds(20, 2)).Findings().Where(f => f.Kind == FindingKind.DisjointTracks).ToList();
        var pairs = (from a in contacts
                     from b in contacts
                     where a != b && a.Kind == MeetingKind.DirectMediation && b.Kind == MeetingKind.DirectMediation && !a.Covered && !b.Covered
                     where !a.ThirdParties.Intersect(b.ThirdParties).Any() && Math.Max(a.FirstDay - b.LastDay, b.FirstDay - a.LastDay) <= 20
                     from party in a.Parties.Select(p => p.Key).Intersect(b.Parties.Select(p => p.Key))
                     select (Party: party, A: a, B: b, Certain: Math.Max(a.LastDay - b.FirstDay, b.LastDay - a.FirstDay) <= 20)).ToList();
        Assert.All(pairs, pair => Assert.Contains(found, f => f.Party == pair.Party && f.Contacts.Contains(pair.A.Id) && f.Contacts.Contains(pair.B.Id) && (!pair.Certain || f.Certainty == FindingCertainty.Certain)));
        Assert.All(found, f =>
        {
            Assert.Contains(pairs, p => p.Party == f.Party && f.Contacts.Contains(p.A.Id) && f.Contacts.Contains(p.B.Id) && (p.Certain || f.Certainty == FindingCertainty.Possible));
            Assert.Equal(f.Tracks.Sum(t => t.ThirdParties.Count), f.Tracks.SelectMany(t => t.ThirdParties).Distinct().Count());
        });
        Assert.NotEmpty(pairs);
    }

    [Fact]
    public void A_contact_has_examined_anew_only_what_it_can_touch()
    {
        var random = new Random(1);
        List<ContactEvent> contacts = [.. Enumerable.Range(0, 2000).Select(i => Log.Met(i % 1000, $"party {i % 20}", [$"mediator {random.Next(6)}"]))];
        var detector = TrackDetector.Over(contacts, new TrackThresholds(10, 2));
        detector.Findings();
        var before = detector.Examined;
        detector.Add(Log.Met(500, "party 3", ["somebody else"]));
        detector.Findings();
        Assert.InRange(detector.Examined - before, 1, contacts.Count / 20 * 2); // its party's, at most, and not those of the nineteen others
    }

    private static ContactEvent Any(Random random)
    {
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(200)).AddHours(random.Next(3) * 8);
        var end = random.Next(4) switch { 0 => start.AddMicroseconds(1), 1 => start.Date.AddDays(30), 2 => start.Date.AddDays(random.Next(1, 120)), _ => start.Date.AddDays(1) };
        return new ContactEvent(
            Guid.NewGuid(), start, end, [.. Some(["front", "army", "council"]).Select(p => new EngagedParty(p, random.Next(4) == 0))], [.. Some(["au", "un", "state", "monastery"])],
            random.Next(4) switch { 0 => MeetingKind.GoodOffices, 1 when random.Next(2) == 0 => MeetingKind.Technical, _ => MeetingKind.DirectMediation },
            random.Next(2) == 0 ? null : (ContactLevel)random.Next(1, 4), [.. Some(["ceasefire", "amnesty"])], random.Next(5) == 0);

        List<string> Some(List<string> all)
        {
            var some = all.Where(_ => random.Next(3) == 0).ToList();
            return some.Count > 0 ? some : [all[random.Next(all.Count)]];
        }
    }
}
