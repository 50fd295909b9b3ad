namespace Concord.Roster.Compartments;

/// <summary>A record of the roster that belongs to a process, where it names one.</summary>
internal interface IOfProcess
{
    /// <summary>Resource name; null where it belongs to none.</summary>
    string? Process { get; }

    /// <summary>Whether it is for those only whom the process names, whatever its own label says: the process became Strictly Confidential after this was made (R127).</summary>
    bool NamedOnly { get; }

    void Restrict(DateTime now);
}
