using Concord.Designation.Contacts;
using Concord.Designation.ParallelTracks.Detection;
using Concord.Support;
using static Concord.Designation.Tests.ParallelTracks.Log;

namespace Concord.Designation.Tests.ParallelTracks;

public sealed class ForumChangeTests
{
    [Fact, Rule("R48")]
    public void Talks_with_others_after_an_unfavourable_step_name_both_contacts()
    {
        ContactEvent step = Met(0, "front", ["lead"], unfavourable: true, covered: true), next = Met(20, "front", ["state"], kind: MeetingKind.GoodOffices);
        var found = Assert.Single(Find(next, step));
        Assert.Equal((FindingKind.ForumChange, FindingCertainty.Certain), (found.Kind, found.Certainty));
        Assert.Equal([step.Id, next.Id], found.Tracks.Select(t => Assert.Single(t.Contacts)));
    }

    [Fact, Rule("R48")]
    public void Whoever_comes_back_first_goes_to_the_lead_or_went_before_has_changed_no_forum()
    {
        ContactEvent step = Met(10, "front", ["au"], unfavourable: true, covered: true);
        Assert.Empty(Find(step, Met(12, "front", ["au", "igad"], covered: true), Met(20, "front", ["state"], kind: MeetingKind.GoodOffices)));
        Assert.Empty(Find(step, Met(20, "front", ["lead"], covered: true)));
        Assert.Empty(Find(step, Met(5, "front", ["state"], kind: MeetingKind.GoodOffices)));
        Assert.Empty(Find(step, Met(101, "front", ["state"], kind: MeetingKind.GoodOffices)));
        Assert.Empty(Find(step, Met(20, "front", ["state"], kind: MeetingKind.Technical)));
        Assert.Empty(Find(Met(10, "front", ["au"], covered: true), Met(20, "front", ["state"], kind: MeetingKind.GoodOffices)));
    }

    [Fact, Rule("R141")]
    public void Where_the_dates_leave_the_order_open_it_is_possible_only()
    {
        ContactEvent step = Met(10, "front", ["au"], unfavourable: true, covered: true), next = Met(20, "front", ["state"], kind: MeetingKind.GoodOffices);
        Assert.Equal(FindingCertainty.Possible, Assert.Single(Find(step, Met(10, "front", ["state"], kind: MeetingKind.GoodOffices))).Certainty); // the same day
        Assert.Equal(FindingCertainty.Possible, Assert.Single(Find(step, Met(0, "front", ["state"], wide: 30, kind: MeetingKind.GoodOffices))).Certainty);
        Assert.Equal(FindingCertainty.Possible, Assert.Single(Find(step, next, Met(0, "front", ["au"], wide: 300, covered: true))).Certainty); // it may have come back in between
        Assert.Equal(FindingCertainty.Certain, Assert.Single(Find(step, next, Met(20, "front", ["au"], wide: 0, covered: true), Met(21, "front", ["au"], covered: true), Met(15, "front", ["state"], kind: MeetingKind.GoodOffices))).Certainty);
    }
}
