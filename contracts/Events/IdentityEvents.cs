namespace Concord.Contracts.Events;

/// <summary>The process has a compartment, kept by this person where still cleared: what the person saw of it before by having put it there, is seen by the compartment now or not at all.</summary>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Account">Resource name of the account that put it there.</param>
/// <param name="Version">Version of the compartment after the change.</param>
public sealed record CompartmentKept(string Process, string Account, long Version) : IEvent
{
    public static string Type => "concord.identity.compartment.kept.v1";
    public string Subject => Process;
}

/// <summary>What was open in one person's name is another's of the same organization from now on.</summary>
/// <param name="From">Resource name of the account of whoever leaves a post.</param>
/// <param name="To">Resource name of the account of the successor.</param>
/// <param name="Version">Version of the first account after the change.</param>
/// <param name="HandOverTime">When, UTC.</param>
public sealed record AccountHandedOver(string From, string To, long Version, DateTime HandOverTime) : IEvent
{
    public static string Type => "concord.identity.account.handed_over.v1";
    public string Subject => From;
}
