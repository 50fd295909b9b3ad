using System.Security.Cryptography;
using System.Text;
using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Platform.Alerts;

public enum AlertState
{
    /// <summary>Nobody has taken it on; the clock runs.</summary>
    Raised = 1,

    /// <summary>Somebody is at it; nobody further is asked.</summary>
    Acknowledged,

    /// <summary>By a person, or by its rule because it is no longer true.</summary>
    Resolved,
}

/// <summary>
/// Something that was found, from when it was until it is over. While it stands, settled or not, there is no other about the same thing: the database decides, by <see cref="Key"/>.
/// </summary>
public sealed class Alert<TSubject> : IVersioned, IListed<AlertId>, IMasked where TSubject : struct, IStrongId<TSubject>
{
    internal const int LongestAbout = 200;
    internal const int MostEvidence = 100;
    internal const int LongestNote = 2000;

    private Alert() { } // EF

    public AlertId Id { get; private init; }

    /// <summary>Code of the <see cref="AlertKind"/>.</summary>
    public string Kind { get; private init; } = "";

    [Concerns]
    public TSubject Subject { get; private init; }
    public string About { get; private init; } = "";

    /// <summary>Of kind, subject and about while it stands, and its own name afterwards; no two are alike.</summary>
    public string Key { get; private set; } = "";
    public AlertSeverity Severity { get; private set; }

    /// <summary>Of what it rests on; null where it is as the subject is.</summary>
    public Classification? Classification { get; private set; }
    public IReadOnlyList<string> Evidence { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Facts { get; private set; } = new Dictionary<string, string>();

    /// <summary>Since when severity, evidence and facts are as they are. It is not moved by each look at them: that would be an entry in the audit chain every minute.</summary>
    public DateTime EvidenceTime { get; private set; }
    public AlertState State { get; private set; }

    /// <summary>How many steps of the ladder were taken.</summary>
    public int Level { get; private set; }

    /// <summary>When the next step is taken; null where none is.</summary>
    public DateTime? DueTime { get; private set; }

    /// <summary>When the last step was taken.</summary>
    public DateTime? EscalateTime { get; private set; }
    public AlertPerson? AcknowledgedBy { get; private set; }

    [Personal]
    public string? AcknowledgeNote { get; private set; }
    public DateTime? AcknowledgeTime { get; private set; }

    /// <summary>Null where the rule did.</summary>
    public AlertPerson? ResolvedBy { get; private set; }

    [Personal]
    public string? ResolveReason { get; private set; }
    public DateTime? ResolveTime { get; private set; }

    /// <summary>Since when it is no longer true, or is another matter; null while it stands. Later than its resolution where a person resolved it.</summary>
    public DateTime? OverTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public bool IsOpen => State != AlertState.Resolved;

    /// <summary>Who audits is not thereby one of those for whom it is.</summary>
    public bool IsMasked => Classification == Contracts.Access.Classification.StrictlyConfidential;

    internal static Alert<TSubject> Raise(AlertKind kind, AlertFinding<TSubject> finding, DateTime now)
    {
        if (finding.About.Length > LongestAbout)
        {
            throw new InvalidOperationException($"{kind.Code} tells its findings apart by too long a text.");
        }

        return new Alert<TSubject>
        {
            Id = AlertId.New(),
            Kind = kind.Code,
            Subject = finding.Subject,
            About = finding.About,
            Key = KeyOf(kind, finding),
            Severity = finding.Severity ?? kind.Severity,
            Classification = finding.Classification,
            Evidence = Kept(finding),
            Facts = Sorted(finding),
            EvidenceTime = now,
            State = AlertState.Raised,
            DueTime = kind.DueAfter(0, now),
            CreateTime = now,
        };
    }

    /// <summary>Whether a person has settled something less than this: a name among the evidence is new, or it has become worse. Evidence that falls away gives nobody anything new to look at.</summary>
    internal bool IsOutdoneBy(AlertKind kind, AlertFinding<TSubject> finding) =>
        State != AlertState.Raised && ((finding.Severity ?? kind.Severity) > Severity || Kept(finding).Except(Evidence, StringComparer.Ordinal).Any());

    /// <summary>Whether it says of the finding what there is to say. What a person has resolved is not changed any more.</summary>
    internal bool Tells(AlertKind kind, AlertFinding<TSubject> finding) => !IsOutdoneBy(kind, finding) && (!IsOpen
        || ((finding.Severity ?? kind.Severity) == Severity && LabelWith(finding) == Classification && Kept(finding).SequenceEqual(Evidence, StringComparer.Ordinal) && Sorted(finding).SequenceEqual(Facts.OrderBy(f => f.Key, StringComparer.Ordinal))));

    /// <summary>The same is true on other grounds. The clock runs on: who had not looked has not looked.</summary>
    internal void Refresh(AlertKind kind, AlertFinding<TSubject> finding, DateTime now) =>
        (Severity, Classification, Evidence, Facts, EvidenceTime) = (finding.Severity ?? kind.Severity, LabelWith(finding), Kept(finding), Sorted(finding), now);

    /// <summary>It is no longer true, or has become another matter.</summary>
    /// <returns>Whether it was open until now.</returns>
    internal bool End(DateTime now)
    {
        var open = IsOpen;
        (State, DueTime, OverTime, Key) = (AlertState.Resolved, null, now, Id.ToString());
        ResolveTime ??= now;
        return open;
    }

    /// <summary>The next role is asked, where its time has come. Who was asked late, because nothing ran, has the full time all the same.</summary>
    internal bool Escalate(AlertKind kind, DateTime now)
    {
        if (DueTime is not { } due || due > now)
        {
            return false;
        }

        Level++;
        (EscalateTime, DueTime) = (now, kind.DueAfter(Level, now));
        return true;
    }

    internal void Acknowledge(AlertKind kind, string? note, Caller caller, DateTime now)
    {
        var why = Text(note, "note");
        RequireAsked(kind, caller);
        RequireOpen();
        if (State == AlertState.Acknowledged)
        {
            throw Fail.Because(AlertReasons.AlertAcknowledged, AlertReasons.AlertAcknowledged.Title);
        }

        (State, DueTime, AcknowledgedBy, AcknowledgeNote, AcknowledgeTime) = (AlertState.Acknowledged, null, AlertPerson.Of(caller), why, now);
    }

    /// <summary>It stays resolved while the finding stays what it is.</summary>
    internal void Resolve(AlertKind kind, string? reason, Caller caller, DateTime now)
    {
        var why = Text(reason, "reason");
        RequireAsked(kind, caller);
        RequireOpen();
        (State, DueTime, ResolvedBy, ResolveReason, ResolveTime) = (AlertState.Resolved, null, AlertPerson.Of(caller), why, now);
    }

    private static void RequireAsked(AlertKind kind, Caller caller)
    {
        if (!kind.Asks(caller))
        {
            throw Fail.Because(AlertReasons.AlertNotYours, AlertReasons.AlertNotYours.Title, ("ladder", string.Join(",", kind.Ladder)));
        }
    }

    private void RequireOpen()
    {
        if (!IsOpen)
        {
            throw Fail.Because(AlertReasons.AlertNotOpen, AlertReasons.AlertNotOpen.Title);
        }
    }

    private static string Text(string? value, string field)
    {
        var check = new Violations();
        var text = check.Text(value, field, LongestNote);
        check.ThrowIfAny();
        return text;
    }

    // A note is as strict as what it was written about.
    private Classification? LabelWith(AlertFinding<TSubject> finding) => AcknowledgeNote is not null && finding.Classification is { } label && label < Classification ? Classification : finding.Classification;

    // A digest, because some databases take letters that differ for the same.
    private static string KeyOf(AlertKind kind, AlertFinding<TSubject> finding) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.Code}\n{finding.Subject}\n{finding.About}")));

    private static IReadOnlyList<string> Kept(AlertFinding<TSubject> finding) => [.. finding.Evidence.Distinct().Order(StringComparer.Ordinal).Take(MostEvidence)];

    private static SortedDictionary<string, string> Sorted(AlertFinding<TSubject> finding) => new(finding.Facts.ToDictionary(), StringComparer.Ordinal);
}
