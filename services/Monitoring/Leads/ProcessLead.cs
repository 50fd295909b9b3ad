using Concord.Contracts.Events;
using Concord.Platform.Audit;
using Concord.Platform.Persistence;

namespace Concord.Monitoring.Leads;

/// <summary>What was learnt about who leads a process, and how.</summary>
internal enum LeadNotice
{
    /// <summary>The lead register answered it when an agreement was recorded.</summary>
    Told = 1,
    Designated,
    Ended,

    /// <summary>The holder is called otherwise; the name before is kept nowhere.</summary>
    Renamed,
}

/// <summary>
/// Who leads a process, as heard from the lead register. Kept per process and not per agreement, so that an agreement which is recorded at the very moment
/// of a designation cannot miss it.
/// </summary>
internal sealed class ProcessLead : IVersioned
{
    private readonly List<LeadLogEntry> _log = [];

    private ProcessLead() { } // EF

    public ProcessLead(string process) => Process = process;

    public string Process { get; private init; } = "";

    /// <summary>Of the newest holder heard of; 0 before any.</summary>
    public long Epoch { get; private set; }

    /// <summary>Newest epoch that is known to have ended.</summary>
    public long EndedEpoch { get; private set; }
    public IReadOnlyList<string> Organizations { get; private set; } = [];

    [Personal]
    public string? DisplayName { get; private set; }

    /// <summary>Since when it leads; null where that was not told.</summary>
    public DateTime? StartTime { get; private set; }

    /// <summary>Since when nobody leads; null while somebody does or nothing was heard.</summary>
    public DateTime? EndTime { get; private set; }
    public int Heard { get; private set; }
    public long Version { get; set; }
    public IReadOnlyList<LeadLogEntry> Log => _log;

    public bool HasLead => Epoch > EndedEpoch;

    /// <summary>The register answered this lead to a question; what was heard of a later epoch stands.</summary>
    public void Told(IReadOnlyList<string> organizations, string displayName, long epoch, DateTime now)
    {
        if (epoch > Epoch && epoch > EndedEpoch)
        {
            Holds(organizations, displayName, epoch, null);
            Append(LeadNotice.Told, epoch, organizations, displayName, null, now);
        }
    }

    public void Hear(LeadDesignated fact, DateTime now)
    {
        if (fact.Epoch < Math.Max(Epoch, EndedEpoch) || Knows(LeadNotice.Designated, fact.Epoch))
        {
            return;
        }

        var name = _log.FindLast(e => e.Notice == LeadNotice.Renamed && e.Epoch == fact.Epoch)?.DisplayName ?? fact.DisplayName; // the later fact may come first
        Append(LeadNotice.Designated, fact.Epoch, fact.Organizations, name, fact.StartTime, now);
        if (fact.Epoch > EndedEpoch)
        {
            Holds(fact.Organizations, name, fact.Epoch, fact.StartTime);
        }
    }

    public void Hear(LeadRenamed fact, DateTime now)
    {
        foreach (var entry in _log.Where(e => e.Epoch == fact.Epoch && e.DisplayName is not null))
        {
            entry.DisplayName = fact.DisplayName;
        }

        if (Epoch == fact.Epoch && DisplayName is not null)
        {
            DisplayName = fact.DisplayName;
        }

        if (!Knows(LeadNotice.Renamed, fact.Epoch))
        {
            Append(LeadNotice.Renamed, fact.Epoch, [], fact.DisplayName, fact.RenameTime, now);
        }
    }

    public void Hear(LeadEnded fact, DateTime now)
    {
        if (fact.Epoch < Math.Max(Epoch, EndedEpoch) || Knows(LeadNotice.Ended, fact.Epoch))
        {
            return;
        }

        Append(LeadNotice.Ended, fact.Epoch, [], null, fact.EndTime, now);
        (EndedEpoch, Organizations, DisplayName, StartTime, EndTime) = (fact.Epoch, [], null, null, fact.EndTime);
    }

    private bool Knows(LeadNotice notice, long epoch) => _log.Exists(e => e.Notice == notice && e.Epoch == epoch);

    private void Holds(IReadOnlyList<string> organizations, string displayName, long epoch, DateTime? since) =>
        (Epoch, Organizations, DisplayName, StartTime, EndTime) = (epoch, organizations, displayName, since, null);

    private void Append(LeadNotice notice, long epoch, IReadOnlyList<string> organizations, string? displayName, DateTime? time, DateTime now)
    {
        Heard++;
        _log.Add(new LeadLogEntry
        {
            Process = Process,
            Ordinal = _log.Count,
            Notice = notice,
            Epoch = epoch,
            Organizations = organizations,
            DisplayName = displayName,
            Time = time,
            RecordTime = now,
        });
    }
}

/// <summary>One appended line: what was heard, of which epoch, when it became true and when it was heard.</summary>
internal sealed class LeadLogEntry
{
    public required string Process { get; init; }
    public required int Ordinal { get; init; }
    public required LeadNotice Notice { get; init; }
    public required long Epoch { get; init; }
    public IReadOnlyList<string> Organizations { get; init; } = [];

    [Personal]
    public string? DisplayName { get; set; }
    public DateTime? Time { get; init; }
    public required DateTime RecordTime { get; init; }
}
