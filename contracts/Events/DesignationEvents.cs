namespace Concord.Contracts.Events;

/// <summary>Exactly one holder leads the process from now on (R28).</summary>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Organizations">Resource names of the organizations that together are the one holder.</param>
/// <param name="DisplayName">The holder's name as people read it.</param>
/// <param name="Epoch">Grows by one with each change of the holder.</param>
/// <param name="Version">Version of the process after the change.</param>
/// <param name="StartTime">Since when, UTC.</param>
public sealed record LeadDesignated(string Process, IReadOnlyList<string> Organizations, string DisplayName, long Epoch, long Version, DateTime StartTime) : IEvent
{
    public static string Type => "concord.designation.lead.designated.v1";
    public string Subject => Process;
}

/// <summary>The holder of that epoch is called otherwise: the name told of somebody who was erased. Whoever keeps the name replaces it.</summary>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Epoch">Of the holder.</param>
/// <param name="DisplayName">The holder's name from now on.</param>
/// <param name="Version">Version of the designation after the change.</param>
/// <param name="RenameTime">When, UTC.</param>
public sealed record LeadRenamed(string Process, long Epoch, string DisplayName, long Version, DateTime RenameTime) : IEvent
{
    public static string Type => "concord.designation.lead.renamed.v1";
    public string Subject => Process;
}

/// <summary>The holder of that epoch no longer leads the process; nobody does until a next <see cref="LeadDesignated"/>.</summary>
public sealed record LeadEnded(string Process, long Epoch, string Reason, long Version, DateTime EndTime) : IEvent
{
    public static string Type => "concord.designation.lead.ended.v1";
    public string Subject => Process;
}

/// <summary>An organization claims to lead a process; names no holder, so that a listener learns nothing it may not see (R48).</summary>
public sealed record ClaimRegistered(string Process, string Claim, string Organization, long Version, DateTime RegisterTime) : IEvent
{
    public static string Type => "concord.designation.claim.registered.v1";
    public string Subject => Claim;
}

/// <summary>An organization turned its claim into a support role, by its own choice.</summary>
public sealed record ClaimConverted(string Process, string Claim, string SupportRole, long Version, DateTime ConvertTime) : IEvent
{
    public static string Type => "concord.designation.claim.converted.v1";
    public string Subject => Claim;
}

/// <summary>An organization supports whoever leads a process.</summary>
public sealed record SupportRoleRegistered(string Process, string SupportRole, string Organization, long Version, DateTime RegisterTime) : IEvent
{
    public static string Type => "concord.designation.support_role.registered.v1";
    public string Subject => SupportRole;
}

/// <summary>It no longer does.</summary>
public sealed record SupportRoleEnded(string Process, string SupportRole, string Organization, long Version, DateTime EndTime) : IEvent
{
    public static string Type => "concord.designation.support_role.ended.v1";
    public string Subject => SupportRole;
}

/// <summary>A process was put under Strictly Confidential: from now on only those named in its compartment see it, first of all the person who did so (R127, R137).</summary>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Account">Resource name of that person's account.</param>
/// <param name="Version">Version of the process after the change.</param>
/// <param name="RestrictTime">When, UTC.</param>
public sealed record ProcessRestricted(string Process, string Account, long Version, DateTime RestrictTime) : IEvent
{
    public static string Type => "concord.designation.process.restricted.v1";
    public string Subject => Process;
}

/// <summary>The contacts of a process show two disjoint tracks of a party, or a change of forum, or something new about it (R48). Names nobody: what it is about is read where the reader may.</summary>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Finding">Resource name of the finding.</param>
/// <param name="Version">Version of the finding after the change.</param>
/// <param name="FindTime">When, UTC.</param>
public sealed record ParallelTrackFound(string Process, string Finding, long Version, DateTime FindTime) : IEvent
{
    public static string Type => "concord.designation.parallel_track.found.v1";
    public string Subject => Finding;
}

/// <summary>A person has to look at something of a process. Told by names and kind, nothing that was written (R139); whoever passes it on asks of each reader what the kind and the process ask.</summary>
/// <param name="Alert">Resource name of the alert.</param>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Kind">Such as SECOND_LEAD_CLAIM.</param>
/// <param name="Severity">NOTICE, WARNING or CRITICAL.</param>
/// <param name="Asked">The role that has to act now.</param>
/// <param name="Version">Version of the alert after the change.</param>
/// <param name="RaiseTime">When, UTC.</param>
public sealed record ProcessAlertRaised(string Alert, string Process, string Kind, string Severity, string Asked, long Version, DateTime RaiseTime) : IEvent
{
    public static string Type => "concord.designation.alert.raised.v1";
    public string Subject => Alert;
}

/// <summary>Nobody took the alert on in time; the next role is asked.</summary>
/// <param name="Alert">Resource name of the alert.</param>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Kind">Such as SECOND_LEAD_CLAIM.</param>
/// <param name="Severity">NOTICE, WARNING or CRITICAL.</param>
/// <param name="Level">How many roles let their time go by; each step once.</param>
/// <param name="Asked">The role that has to act now.</param>
/// <param name="Version">Version of the alert after the change.</param>
/// <param name="EscalateTime">When, UTC.</param>
public sealed record ProcessAlertEscalated(string Alert, string Process, string Kind, string Severity, int Level, string Asked, long Version, DateTime EscalateTime) : IEvent
{
    public static string Type => "concord.designation.alert.escalated.v1";
    public string Subject => Alert;
}

/// <summary>A person resolved the alert, or what it told of is no longer true.</summary>
/// <param name="Alert">Resource name of the alert.</param>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Kind">Such as SECOND_LEAD_CLAIM.</param>
/// <param name="Version">Version of the alert after the change.</param>
/// <param name="ResolveTime">When, UTC.</param>
public sealed record ProcessAlertResolved(string Alert, string Process, string Kind, long Version, DateTime ResolveTime) : IEvent
{
    public static string Type => "concord.designation.alert.resolved.v1";
    public string Subject => Alert;
}
