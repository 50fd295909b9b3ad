using Concord.Designation.Processes;

namespace Concord.Designation.ParallelTracks;

/// <summary>Whose contacts are looked at together. The one place where that is decided: a process by itself, for the contacts of another one may be open to others only.</summary>
internal static class SituationKey
{
    /// <returns>The same for every process of one situation; at most 60 characters.</returns>
    public static string Of(ProcessId process) => process.ToString();
}
