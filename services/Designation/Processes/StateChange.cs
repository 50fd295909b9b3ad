using Concord.Platform.Paging;

namespace Concord.Designation.Processes;

/// <summary>One step of a process from state to state; appended, never rewritten.</summary>
internal sealed class StateChange : IListed<StateChangeId>
{
    private StateChange() { } // EF

    public StateChange(ProcessId process, ProcessState? from, ProcessState to, string reason, Signature by, DateTime now)
    {
        (Id, Process, From, To, Reason, By, CreateTime) = (StateChangeId.New(), process, from, to, reason, by, now);
    }

    public StateChangeId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public ProcessState? From { get; private init; }
    public ProcessState To { get; private init; }
    public string Reason { get; private init; } = "";
    public Signature By { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }

    /// <summary>As <see cref="Processes.Process.RequiresLead"/>, from this step to the next.</summary>
    public bool RequiresLead => To.RequiresLead() || (To == ProcessState.Suspended && From?.RequiresLead() == true);
}
