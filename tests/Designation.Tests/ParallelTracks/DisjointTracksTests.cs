using Concord.Designation.Contacts;
using Concord.Designation.ParallelTracks.Detection;
using Concord.Support;
using static Concord.Designation.Tests.ParallelTracks.Log;

namespace Concord.Designation.Tests.ParallelTracks;

public sealed class DisjointTracksTests
{
    [Fact, Rule("R48"), Rule("R158")]
    public void Two_third_parties_that_have_nothing_in_common_within_the_window_are_two_tracks_and_the_finding_says_which_contacts_make_them()
    {
        ContactEvent first = Met(0, "front", ["au"]), second = Met(90, "front", ["state"]), later = Met(95, "front", ["au", "igad"]);
        var found = Assert.Single(Find(later, first, second));
        Assert.Equal((FindingKind.DisjointTracks, "front", FindingCertainty.Certain, 2), (found.Kind, found.Party, found.Certainty, found.TracksAtOnce));
        Assert.Equal(["au"], found.Tracks[0].ThirdParties);
        Assert.Equal([first.Id, later.Id], found.Tracks[0].Contacts);
        Assert.Equal(["state"], found.Tracks[1].ThirdParties);
        Assert.Equal([second.Id], found.Tracks[1].Contacts);
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 3, 31)), (found.From, found.Until));
        Assert.Equal(["DisjointTracks", "ForumChange"], Enum.GetNames<FindingKind>()); // no kind is a judgement about a party
    }

    [Theory, Rule("R48")]
    [InlineData("the window is over", 91, "front", "state", nameof(MeetingKind.DirectMediation), false)]
    [InlineData("another party", 10, "army", "state", nameof(MeetingKind.DirectMediation), false)]
    [InlineData("the same third party", 10, "front", "au", nameof(MeetingKind.DirectMediation), false)]
    [InlineData("no direct mediation", 10, "front", "state", nameof(MeetingKind.Informal), false)]
    [InlineData("of whoever leads", 10, "front", "state", nameof(MeetingKind.DirectMediation), true)]
    public void What_makes_no_second_track(string why, int day, string party, string thirdParty, string kind, bool covered) =>
        Assert.True(Find(Met(0, "front", ["au"]), Met(day, party, [thirdParty], kind: Enum.Parse<MeetingKind>(kind), covered: covered)).Count == 0, why);

    [Fact, Rule("R48")]
    public void One_meeting_of_both_does_not_make_their_other_talks_one_track_and_belongs_to_each()
    {
        ContactEvent one = Met(0, "front", ["au"]), other = Met(10, "front", ["state"]), both = Met(20, "front", ["au", "state"], topics: "ceasefire"), third = Met(30, "front", ["monastery"]);
        Assert.Equal(2, Assert.Single(Find(one, other, both)).TracksAtOnce);

        var found = Assert.Single(Find(one, other, both, third));
        Assert.Equal(3, found.TracksAtOnce);
        Assert.Equal(2, found.Tracks.Count(t => t.Contacts.Contains(both.Id)));
        Assert.Empty(found.DoubledTopics); // talked of once, at one table
    }

    [Fact, Rule("R48")]
    public void Two_sets_without_anything_in_common_are_never_missed_however_the_others_overlap()
    {
        var found = Assert.Single(Find(Met(0, "front", ["x", "y"]), Met(1, "front", ["x", "w"]), Met(2, "front", ["y", "z"])));
        Assert.Equal(2, found.TracksAtOnce);
        Assert.Equal(["w", "x"], found.Tracks[0].ThirdParties);
        Assert.Equal(["y", "z"], found.Tracks[1].ThirdParties);
    }

    [Fact, Rule("R141")]
    public void A_date_that_is_not_exact_makes_a_finding_possible_and_one_whose_every_day_fits_makes_it_certain()
    {
        ContactEvent exact = Met(0, "front", ["au"]);
        Assert.Equal(FindingCertainty.Certain, Assert.Single(Find(exact, Met(60, "front", ["state"], wide: 30))).Certainty); // the last of its days is the 90th
        Assert.Equal(FindingCertainty.Possible, Assert.Single(Find(exact, Met(60, "front", ["state"], wide: 31))).Certainty);
        Assert.Equal(FindingCertainty.Possible, Assert.Single(Find(exact, Met(90, "front", ["state"], wide: 300))).Certainty);
        Assert.Empty(Find(exact, Met(91, "front", ["state"], wide: 300)));
    }

    [Fact, Rule("R141")]
    public void What_is_certain_of_two_tracks_stays_so_beside_a_third_that_is_only_possible()
    {
        var found = Assert.Single(Find(Met(0, "front", ["au"]), Met(5, "front", ["state"]), Met(60, "front", ["monastery"], wide: 365)));
        Assert.Equal((FindingCertainty.Certain, 3), (found.Certainty, found.TracksAtOnce));
    }

    [Theory, Rule("R48")]
    [InlineData(nameof(FindingSeverity.Low), 2, null, null, false)]
    [InlineData(nameof(FindingSeverity.Medium), 2, null, null, true)]
    [InlineData(nameof(FindingSeverity.Medium), 2, nameof(ContactLevel.Leaders), null, false)]
    [InlineData(nameof(FindingSeverity.High), 2, nameof(ContactLevel.Leaders), nameof(ContactLevel.Leaders), false)]
    [InlineData(nameof(FindingSeverity.High), 3, nameof(ContactLevel.Technical), null, false)]
    public void Severity_is_by_the_number_of_tracks_the_levels_and_what_doubles_on_the_agenda(string expected, int tracks, string? first, string? second, bool doubles)
    {
        List<ContactEvent> contacts = [Met(0, "front", ["a"], level: LevelOf(first), topics: "ceasefire"), Met(1, "front", ["b"], level: LevelOf(second), topics: doubles ? "ceasefire" : "amnesty")];
        contacts.AddRange(Enumerable.Range(2, tracks - 2).Select(i => Met(i, "front", [$"c{i}"])));
        var found = Assert.Single(Find([.. contacts]));
        Assert.Equal(expected, found.Severity.ToString());
        Assert.Equal(doubles ? ["ceasefire"] : [], found.DoubledTopics);
    }

    [Fact, Rule("R48")]
    public void Fewer_tracks_at_once_than_the_minimum_are_no_finding_also_where_there_were_more_one_after_the_other()
    {
        var thresholds = new TrackThresholds(30, 3);
        ContactEvent[] contacts = [Met(0, "front", ["a"]), Met(20, "front", ["b"]), Met(40, "front", ["c"])];
        Assert.Empty(TrackDetector.Over(contacts, thresholds).Findings());
        Assert.Equal(3, Assert.Single(TrackDetector.Over([.. contacts, Met(25, "front", ["a"])], thresholds).Findings()).TracksAtOnce);
    }

    [Fact, Rule("R48")]
    public void Two_times_that_do_not_hang_together_are_two_findings()
    {
        var found = Find(Met(0, "front", ["a"]), Met(1, "front", ["b"]), Met(400, "front", ["a"]), Met(401, "front", ["b"]));
        Assert.Equal([new DateOnly(2024, 1, 1), new DateOnly(2025, 2, 4)], found.Select(f => f.From));
    }

    private static ContactLevel? LevelOf(string? name) => name is null ? null : Enum.Parse<ContactLevel>(name);
}
