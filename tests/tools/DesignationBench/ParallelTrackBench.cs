using System.Diagnostics;
using Concord.Designation.Contacts;
using Concord.Designation.ParallelTracks.Detection;

namespace Concord.DesignationBench;

/// <summary>Parallel tracks over 3,000 contacts of one situation: a look at everything, and what one more contact costs, over two logs.</summary>
internal static class ParallelTrackBench
{
    private const int Contacts = 3000;
    private const int More = 300;
    private const int Rounds = 9;

    public static void Run()
    {
        Compare("12 parties, 20 third parties, 4 years", parties: 12, thirdParties: 20, days: 1461);
        Compare("2 parties, 40 third parties, 1 year", parties: 2, thirdParties: 40, days: 365);
    }

    private static void Compare(string title, int parties, int thirdParties, int days)
    {
        var random = new Random(48);
        List<ContactEvent> log = [.. Enumerable.Range(0, Contacts + More).Select(_ => Any(random, parties, thirdParties, days))];
        var thresholds = new TrackThresholds(90, 2);
        List<double> full = [], one = [];
        var (found, examined) = (0, 0L);
        for (var round = -1; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var detector = TrackDetector.Over(log.Take(Contacts), thresholds);
            detector.Findings();
            var whole = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

            var before = detector.Examined;
            started = Stopwatch.GetTimestamp();
            foreach (var contact in log.Skip(Contacts))
            {
                detector.Add(contact);
                detector.Findings();
            }

            var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / More;
            (found, examined) = (detector.Findings().Count, (detector.Examined - before) / More);
            if (round >= 0) // the first one warms
            {
                full.Add(whole);
                one.Add(each);
            }
        }

        Console.WriteLine($"{title}: {found} findings; all of {Contacts} contacts {Median(full):F1} ms; one more contact {Median(one):F3} ms, {examined} looked at; {Median(full.Zip(one, (f, o) => f / o)):F0} to 1");
    }

    private static ContactEvent Any(Random random, int parties, int thirdParties, int days)
    {
        var start = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(days));
        var known = random.Next(10); // one in ten by its year, two by the month
        var (from, until) = known == 0 ? (new DateTime(start.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(start.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc))
            : known < 3 ? (start.AddDays(1 - start.Day), start.AddDays(1 - start.Day).AddMonths(1)) : (start, start.AddDays(1));
        string[] third = [.. Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => $"third party {random.Next(thirdParties)}").Distinct()];
        return new ContactEvent(
            Guid.NewGuid(), from, until, [new EngagedParty($"party {random.Next(parties)}", random.Next(10) == 0)], third,
            random.Next(3) == 0 ? MeetingKind.Informal : MeetingKind.DirectMediation, (ContactLevel)random.Next(1, 4), [$"topic {random.Next(30)}"], random.Next(4) == 0);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
