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
