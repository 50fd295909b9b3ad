using Concord.Monitoring.Agreements;
using Concord.Monitoring.Provisions;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Monitoring.Milestones;

internal readonly record struct MilestoneId(Guid Value) : IStrongId<MilestoneId>
{
    public static string Collection => "milestones";
    public static MilestoneId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out MilestoneId id) => StrongId.TryParse(segment, out id);
    public static MilestoneId New() => new(Guid.CreateVersion7());
    public static bool operator >(MilestoneId left, MilestoneId right) => left.Value > right.Value;
    public static bool operator <(MilestoneId left, MilestoneId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>A step by which a provision is carried out. Its history is appended; where it stands on a day is read from it (R93, R94).</summary>
internal sealed class Milestone : IVersioned, IListed<MilestoneId>
{
    private readonly List<Predecessor> _predecessors = [];
    private readonly List<MilestoneEntry> _entries = [];

    private Milestone() { } // EF

    public MilestoneId Id { get; private init; }
    public AgreementId Agreement { get; private init; }
    public ProvisionId Provision { get; private init; }
    public string Key { get; private init; } = "";
    public string Title { get; private init; } = "";
    public IReadOnlyList<string> Responsible { get; private init; } = [];
    public int DurationDays { get; private init; }
    public bool KeyMilestone { get; private init; }
    public Deadline? Deadline { get; private init; }
    public DateTime CreateTime { get; private init; }

    /// <summary>Counts what was appended, so that of two appends at one moment only one wins.</summary>
    public int Revision { get; private set; }
    public long Version { get; set; }
    public IReadOnlyList<Predecessor> Predecessors => _predecessors;
    public IReadOnlyList<MilestoneEntry> Entries => _entries;

    public string Name => $"{Agreement}/{Id}";

    /// <param name="agreement">The agreement.</param>
    /// <param name="provision">The provision that it carries out.</param>
    /// <param name="known">Every milestone of the agreement so far.</param>
    /// <param name="id">Its id.</param>
    /// <param name="made">What it is made of.</param>
    /// <param name="now">When it is recorded.</param>
    public static Milestone Add(Agreement agreement, Provision provision, IReadOnlyCollection<Milestone> known, MilestoneId id, NewMilestone made, DateTime now)
    {
        var check = new Violations();
        var milestone = new Milestone
        {
            Id = id,
            Agreement = agreement.Id,
            Provision = provision.Id,
            Key = check.Key(made.Key, "key"),
            Title = check.Text(made.Title, "title", 200),
            Responsible = check.Distinct(made.Responsible, "responsible", 1, 50),
            DurationDays = check.Required(made.DurationDays, "durationDays"),
            KeyMilestone = made.KeyMilestone,
            Deadline = Deadline.Of(made.Deadline, agreement, check),
            CreateTime = now,
        };
        check.Check(milestone.DurationDays is >= 0 and <= 36500, "durationDays", "0 to 36500.");
        check.Check(milestone.Responsible.All(k => agreement.PartyOf(k) is not null), "responsible", "The agreement names no such party.");
        foreach (var (link, i) in (made.Predecessors ?? []).Select((link, i) => (link, i)))
        {
            milestone.Follow(link, known, $"predecessors[{i}]", check);
        }

        check.ThrowIfAny();
        if (known.Any(m => m.Key == milestone.Key))
        {
            throw Fail.Because(MonitoringReasons.DuplicateMilestone, $"{agreement.ShortTitle} has a milestone '{milestone.Key}' already.", ("milestone", milestone.Key));
        }

        agreement.ChangeGraph();
        return milestone;
    }

    /// <summary>Makes this milestone wait for another one; refused where that would close a circle, which is named (R93).</summary>
    public void AddPredecessor(NewPredecessor link, Agreement agreement, IReadOnlyCollection<Milestone> known)
    {
        MilestoneGraph.RequireNoCircle(this, link.Milestone, known);
        var check = new Violations();
        Follow(link, known, "", check);
        check.ThrowIfAny();
        Revision++;
        agreement.ChangeGraph();
    }

    public void Start(Happening what, Agreement agreement, Person by, bool isOverseer, DateTime now)
    {
        RequireResponsible(agreement, by, isOverseer);
        Append(MilestoneEvent.Started, what, by, now, MilestoneState.Planned);
    }

    public void Claim(Happening what, Agreement agreement, Person by, bool isOverseer, DateTime now)
    {
        RequireResponsible(agreement, by, isOverseer);
        Append(MilestoneEvent.Claimed, what, by, now, MilestoneState.InProgress, MilestoneState.Disputed);
    }

    /// <summary>The monitor confirms what was claimed: another person than who claimed it, of another organization than those responsible (R95).</summary>
    public void Verify(Happening what, Agreement agreement, Person by, DateTime now)
    {
        if (_entries.Exists(e => e.Event == MilestoneEvent.Claimed && e.IsOf(by)) || agreement.Speaks(by.Organization, Responsible))
        {
            throw Fail.Because(MonitoringReasons.NotIndependent, $"{Key} is verified by somebody else than who claims it.", ("milestone", Name));
        }

        if (!_entries.Exists(e => e.Event == MilestoneEvent.Claimed))
        {
            throw WrongState(MilestoneEvent.Verified, StateNow);
        }

        Append(MilestoneEvent.Verified, what, by, now, MilestoneState.Claimed, MilestoneState.Disputed);
    }

    /// <summary>Any party to the agreement may contest progress, a claim or a verification.</summary>
    public void Contest(Happening what, Agreement agreement, Person by, bool isOverseer, DateTime now)
    {
        if (!isOverseer && !agreement.Speaks(by.Organization, [.. agreement.Parties.Select(p => p.Key)]))
        {
            throw Fail.Because(MonitoringReasons.NotResponsible, $"Only a party to the agreement, the head of mission or the monitor contests {Key}.", ("milestone", Name));
        }

        Append(MilestoneEvent.Contested, what, by, now, MilestoneState.InProgress, MilestoneState.Claimed, MilestoneState.Verified);
    }

    public void Reschedule(Rescheduling what, Agreement agreement, Provision provision, Person by, DateTime now)
    {
        var check = new Violations();
        var due = check.Day(what.NewDue, "newDue");
        var reason = check.Text(what.Reason, "reason", 1000);
        var agreed = check.Distinct(what.AgreedBy, "agreedBy", 1, 50);
        check.Check(agreed.All(k => agreement.PartyOf(k) is not null), "agreedBy", "The agreement names no such party.");
        check.Check(what.Note is null, "note", "The reason is the note of this entry.");
        check.ThrowIfAny();
        if (!Responsible.All(agreed.Contains) && !agreed.Contains(provision.Monitor ?? ""))
        {
            throw Fail.Because(MonitoringReasons.RescheduleNotAgreed, $"A new date for {Key} needs every responsible party, or the body that monitors the provision.", ("milestone", Name));
        }

        Append(MilestoneEvent.Rescheduled, what with { Note = reason }, by, now, due, agreed, MilestoneState.Planned, MilestoneState.InProgress, MilestoneState.Claimed, MilestoneState.Disputed);
    }

    private MilestoneState StateNow => MilestoneHistory.StateAsOf(_entries, DateOnly.MaxValue);

    private void Follow(NewPredecessor? link, IReadOnlyCollection<Milestone> known, string field, Violations check)
    {
        var dot = field.Length == 0 ? "" : $"{field}.";
        var before = known.FirstOrDefault(m => m.Name == link?.Milestone);
        check.Check(before is not null, $"{dot}milestone", "The agreement has no such milestone.");
        check.Check(link?.LagDays is null or (>= 0 and <= 36500), $"{dot}lagDays", "0 to 36500.");
        check.Check(before is null || !_predecessors.Exists(p => p.Before == before.Id), $"{dot}milestone", "Is a predecessor already.");
        if (before is not null)
        {
            _predecessors.Add(new Predecessor { Milestone = Id, Before = before.Id, LagDays = link!.LagDays ?? 0, Ordinal = _predecessors.Count });
        }
    }

    private void RequireResponsible(Agreement agreement, Person by, bool isOverseer)
    {
        if (!isOverseer && !agreement.Speaks(by.Organization, Responsible))
        {
            throw Fail.Because(MonitoringReasons.NotResponsible, $"Only a party responsible for {Key}, the head of mission or the monitor records this.", ("milestone", Name));
        }
    }

    private void Append(MilestoneEvent happened, Happening what, Person by, DateTime now, params ReadOnlySpan<MilestoneState> from) =>
        Append(happened, what, by, now, null, [], from);

    private void Append(MilestoneEvent happened, Happening what, Person by, DateTime now, DateOnly? newDue, IReadOnlyList<string> agreedBy, params ReadOnlySpan<MilestoneState> from)
    {
        var check = new Violations();
        var on = check.Day(what.On, "on");
        check.Check(on <= DateOnly.FromDateTime(now), "on", "Lies in the future.");
        check.Check(what.Segment is null or >= 0, "segment", "Must not be negative.");
        var report = check.OptionalText(what.Report, "report", 200);
        var note = check.OptionalText(what.Note, "note", 1000);
        check.ThrowIfAny();
        if (!from.Contains(StateNow))
        {
            throw WrongState(happened, StateNow);
        }

        if (_entries.Count > 0 && _entries.Max(e => e.On) is var last && on < last)
        {
            throw Fail.Because(MonitoringReasons.EntryBeforeLast, $"The last entry of {Key} is of {AsOf.Text(last)}; this one says {AsOf.Text(on)}.", ("milestone", Name), ("lastOn", AsOf.Text(last)));
        }

        Revision++;
        _entries.Add(new MilestoneEntry
        {
            Milestone = Id,
            Ordinal = _entries.Count,
            On = on,
            Event = happened,
            NewDue = newDue,
            AgreedBy = agreedBy,
            Report = report,
            Segment = what.Segment,
            Note = note,
            By = by.Subject,
            ByName = by.DisplayName,
            ByOrganization = by.Organization,
            ActsFor = by.ActsFor,
            RecordTime = now,
        });
    }

    private DomainException WrongState(MilestoneEvent happened, MilestoneState state) =>
        Fail.Because(MonitoringReasons.MilestoneState, $"{Key} is {state}; it cannot be {happened} now.", ("milestone", Name), ("state", state.ToString()));
}

/// <summary>What a milestone waits for: finish to start, with a lag.</summary>
internal sealed class Predecessor
{
    public required MilestoneId Milestone { get; init; }
    public required MilestoneId Before { get; init; }
    public required int LagDays { get; init; }
    public required int Ordinal { get; init; }
}
