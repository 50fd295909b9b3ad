using Concord.Contracts.Access;
using Concord.Platform.Alerts;
using Concord.Platform.Security;
using Concord.Platform.Tests.Notes;

namespace Concord.Platform.Tests.Alerts;

/// <summary>An alert by itself: what is news to whom, and until when who is waited for.</summary>
public sealed class AlertTests
{
    private static readonly DateTime s_now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly NoteId s_note = NoteId.From(Guid.CreateVersion7());
    private static readonly AlertKind s_kind = new("NOTE_LOST", AlertSeverity.Warning, null, "A note is lost.", new Permission("notes.read", "See notes."), TimeSpan.FromHours(6), Roles.Monitor, Roles.HeadOfMission);
    private static readonly Caller s_monitor = new($"accounts/{Guid.NewGuid()}", "Monitor", null, new HashSet<string> { Roles.Monitor }, Classification.Confidential);

    public static TheoryData<string[], AlertSeverity?, bool> News => new()
    {
        { ["notes/a", "notes/b"], null, false },
        { ["notes/b", "notes/a", "notes/a"], null, false },
        { ["notes/a"], null, false },
        { ["notes/a", "notes/c"], null, true },
        { ["notes/a", "notes/b"], AlertSeverity.Critical, true },
        { ["notes/a", "notes/b"], AlertSeverity.Notice, false },
    };

    [Theory]
    [MemberData(nameof(News))]
    public void What_was_settled_is_outdone_by_a_new_name_or_by_a_worse_case_and_by_nothing_less(string[] evidence, AlertSeverity? severity, bool outdone)
    {
        var finding = Found(evidence) with { Severity = severity };
        var raised = Raised();
        Assert.False(raised.IsOutdoneBy(s_kind, finding)); // nobody has settled anything
        var acknowledged = Raised();
        acknowledged.Acknowledge(s_kind, "At it", s_monitor, s_now);
        Assert.Equal(outdone, acknowledged.IsOutdoneBy(s_kind, finding));
        var resolved = Raised();
        resolved.Resolve(s_kind, "Found", s_monitor, s_now);
        Assert.Equal(outdone, resolved.IsOutdoneBy(s_kind, finding));
        Assert.Equal(!outdone, resolved.Tells(s_kind, finding)); // and what is less changes nothing that was resolved
    }

    [Fact]
    public void What_is_still_true_on_the_same_grounds_in_another_order_is_no_change()
    {
        var alert = Raised();
        Assert.True(alert.Tells(s_kind, Found("notes/b", "notes/a")));
        Assert.False(alert.Tells(s_kind, Found("notes/a")));
        Assert.False(alert.Tells(s_kind, Found("notes/a", "notes/b") with { Facts = new Dictionary<string, string> { ["pages"] = "3" } }));
        alert.Refresh(s_kind, Found("notes/a"), s_now.AddHours(1));
        Assert.Equal(["notes/a"], alert.Evidence);
        Assert.Equal((s_now.AddHours(1), s_now.AddHours(6)), (alert.EvidenceTime, alert.DueTime));
    }

    [Fact]
    public void A_step_is_taken_when_its_time_has_come_and_after_the_last_role_there_is_none()
    {
        var alert = Raised();
        Assert.False(alert.Escalate(s_kind, s_now.AddHours(6).AddTicks(-10)));
        Assert.True(alert.Escalate(s_kind, s_now.AddHours(6)));
        Assert.False(alert.Escalate(s_kind, s_now.AddHours(6)));
        Assert.Equal((1, null, s_now.AddHours(6)), (alert.Level, alert.DueTime, alert.EscalateTime));
        Assert.Equal(Roles.HeadOfMission, s_kind.AskedAt(alert.Level));
        Assert.False(alert.Escalate(s_kind, s_now.AddYears(1)));
        Assert.Equal(Roles.HeadOfMission, s_kind.AskedAt(9)); // where a release has shortened the ladder
    }

    [Fact]
    public void While_it_stands_its_key_is_that_of_the_finding_and_then_its_own()
    {
        var (alert, same) = (Raised(), Raised());
        Assert.Equal(same.Key, alert.Key);
        Assert.NotEqual(alert.Key, Alert<NoteId>.Raise(s_kind, Found() with { About = "page" }, s_now).Key);
        Assert.NotEqual(alert.Key, Alert<NoteId>.Raise(s_kind with { Code = "NOTE_TORN" }, Found(), s_now).Key);
        alert.Resolve(s_kind, "Found", s_monitor, s_now);
        Assert.Equal(same.Key, alert.Key);
        Assert.False(alert.End(s_now.AddHours(2))); // it was settled before: nobody has to be told
        Assert.Equal((alert.Id.ToString(), s_now, s_now.AddHours(2)), (alert.Key, alert.ResolveTime, alert.OverTime));
        Assert.True(same.End(s_now.AddHours(3)));
        Assert.Equal((AlertState.Resolved, s_now.AddHours(3), s_now.AddHours(3)), (same.State, same.ResolveTime, same.OverTime));
    }

    [Fact]
    public void Evidence_is_kept_up_to_a_hundred_names_and_a_finding_that_cannot_be_kept_is_a_fault_of_its_rule()
    {
        Assert.Equal(100, Alert<NoteId>.Raise(s_kind, Found([.. Enumerable.Range(0, 300).Select(i => $"notes/{i}")]), s_now).Evidence.Count);
        Assert.Throws<InvalidOperationException>(() => Alert<NoteId>.Raise(s_kind, Found() with { About = new string('x', 201) }, s_now));
    }

    [Fact]
    public void A_record_touches_what_it_is_and_what_it_belongs_to()
    {
        Assert.Equal([s_note], SubjectsIn<NoteId>.Of(new Page { Note = s_note, Next = null }));
        Assert.Equal([s_note, s_note], SubjectsIn<NoteId>.Of(new Page { Note = s_note, Next = s_note }));
        Assert.Empty(SubjectsIn<NoteId>.Of("a text"));
    }

    private static Alert<NoteId> Raised() => Alert<NoteId>.Raise(s_kind, Found("notes/a", "notes/b"), s_now);

    private static AlertFinding<NoteId> Found(params string[] evidence) => new(s_note, "", evidence, new Dictionary<string, string> { ["pages"] = "2" });

    private sealed class Page
    {
        public NoteId Note { get; init; }
        public NoteId? Next { get; init; }
    }
}
