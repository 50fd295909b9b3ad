namespace Concord.Contracts.Events;

/// <summary>The compartment of a process names this person now, as the one who keeps it.</summary>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Account">Resource name of the account.</param>
/// <param name="Version">Version of the compartment after the change.</param>
public sealed record CompartmentKept(string Process, string Account, long Version) : IEvent
{
    public static string Type => "concord.identity.compartment.kept.v1";
    public string Subject => Process;
}
