using Concord.Platform.Persistence;

namespace Concord.Roster.Leads;

/// <summary>
/// Who leads a process now, as heard from the lead register. Facts come late, twice and in any order: the newest epoch counts, and one that has ended does not begin again. Kept of every process, so that
/// a request which is asked at the very moment of a designation cannot miss it.
/// </summary>
internal sealed class ProcessLead : IVersioned
{
    private readonly List<LeadHolder> _holders = [];

    private ProcessLead() { } // EF

    public ProcessLead(string process) => Process = process;

    /// <summary>Resource name.</summary>
    public string Process { get; private init; } = "";

    /// <summary>Of the newest holder heard of; 0 before any.</summary>
    public long Epoch { get; private set; }

    /// <summary>Newest epoch that is known to have ended; 0 before any.</summary>
    public long EndedEpoch { get; private set; }
    public long Version { get; set; }

    /// <summary>The organizations that together are the one holder; empty while nobody leads.</summary>
    public IReadOnlyList<LeadHolder> Holders => _holders;

    public bool IsHeldBy(string? organization) => _holders.Exists(h => h.Organization == organization);

    /// <summary>They hold the lead of that epoch; what was heard of it already, or of a later one, stands.</summary>
    public void Hold(IReadOnlyList<string> organizations, long epoch)
    {
        if (epoch <= Math.Max(Epoch, EndedEpoch))
        {
            return;
        }

        Epoch = epoch;
        _holders.RemoveAll(h => !organizations.Contains(h.Organization));
        _holders.AddRange(organizations.Distinct().Where(o => !IsHeldBy(o)).Select(o => new LeadHolder(Process, o)).ToList());
    }

    /// <summary>The holder of that epoch leads no more, also where the designation itself is heard of later.</summary>
    public void End(long epoch)
    {
        if (epoch < Epoch || epoch <= EndedEpoch)
        {
            return;
        }

        EndedEpoch = epoch;
        _holders.Clear();
    }
}

/// <summary>One of the organizations that hold the lead of a process; a row of its own, because whose requests somebody sees is asked of the store.</summary>
internal sealed class LeadHolder
{
    private LeadHolder() { } // EF

    internal LeadHolder(string process, string organization) => (Process, Organization) = (process, organization);

    public string Process { get; private init; } = "";

    /// <summary>Resource name.</summary>
    public string Organization { get; private init; } = "";
}
