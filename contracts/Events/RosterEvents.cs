namespace Concord.Contracts.Events;

/// <summary>A mediator may not be given work until further notice; whoever relies on the person reviews it (R26).</summary>
public sealed record ProfileSuspended(string Profile, long Version, DateTime SuspendTime) : IEvent
{
    public static string Type => "concord.roster.profile.suspended.v1";
    public string Subject => Profile;
}

/// <summary>Nothing of this person is kept on the roster any more; whoever keeps something that tells of the person forgets it too.</summary>
public sealed record ProfileErased(string Profile, long Version, DateTime EraseTime) : IEvent
{
    public static string Type => "concord.roster.profile.erased.v1";
    public string Subject => Profile;
}

/// <summary>A suspended mediator may be given work again.</summary>
public sealed record ProfileReinstated(string Profile, long Version, DateTime ReinstateTime) : IEvent
{
    public static string Type => "concord.roster.profile.reinstated.v1";
    public string Subject => Profile;
}

/// <summary>A person has to look at something of a request for people on standby. Told by names and kind, nothing that was written (R139); whoever passes it on asks of each reader what the kind and the request ask.</summary>
/// <param name="Alert">Resource name of the alert.</param>
/// <param name="Request">Resource name of the request.</param>
/// <param name="Kind">Such as STANDBY_DEADLINE_PASSED.</param>
/// <param name="Severity">NOTICE, WARNING or CRITICAL.</param>
/// <param name="Asked">The role that has to act now.</param>
/// <param name="Version">Version of the alert after the change.</param>
/// <param name="RaiseTime">When, UTC.</param>
public sealed record StandbyAlertRaised(string Alert, string Request, string Kind, string Severity, string Asked, long Version, DateTime RaiseTime) : IEvent
{
    public static string Type => "concord.roster.alert.raised.v1";
    public string Subject => Alert;
}

/// <summary>Nobody took the alert on in time; the next role is asked.</summary>
/// <param name="Alert">Resource name of the alert.</param>
/// <param name="Request">Resource name of the request.</param>
/// <param name="Kind">Such as STANDBY_DEADLINE_PASSED.</param>
/// <param name="Severity">NOTICE, WARNING or CRITICAL.</param>
/// <param name="Level">How many roles let their time go by; each step once.</param>
/// <param name="Asked">The role that has to act now.</param>
/// <param name="Version">Version of the alert after the change.</param>
/// <param name="EscalateTime">When, UTC.</param>
public sealed record StandbyAlertEscalated(string Alert, string Request, string Kind, string Severity, int Level, string Asked, long Version, DateTime EscalateTime) : IEvent
{
    public static string Type => "concord.roster.alert.escalated.v1";
    public string Subject => Alert;
}

/// <summary>A person resolved the alert, or what it told of is no longer true.</summary>
/// <param name="Alert">Resource name of the alert.</param>
/// <param name="Request">Resource name of the request.</param>
/// <param name="Kind">Such as STANDBY_DEADLINE_PASSED.</param>
/// <param name="Version">Version of the alert after the change.</param>
/// <param name="ResolveTime">When, UTC.</param>
public sealed record StandbyAlertResolved(string Alert, string Request, string Kind, long Version, DateTime ResolveTime) : IEvent
{
    public static string Type => "concord.roster.alert.resolved.v1";
    public string Subject => Alert;
}
