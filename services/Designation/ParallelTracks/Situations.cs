using Concord.Designation.Processes;

namespace Concord.Designation.ParallelTracks;

/// <summary>Whose contacts are looked at together. The one place where that is decided: today a process is its own situation.</summary>
internal static class Situations
{
    /// <returns>The same for every process of one situation; at most 60 characters.</returns>
    public static string KeyOf(ProcessId process) => process.ToString();
}
