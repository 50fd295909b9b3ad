namespace Concord.Portal.Absence;

/// <summary>Who may act for whom, and until when.</summary>
public sealed record Delegation(string Name, DelegationPerson Person, DelegationPerson Delegate, string Reason, DateTimeOffset FromTime, DateTimeOffset UntilTime, DateTimeOffset? EndTime, bool Current)
{
    /// <summary>Whether it counts, or will.</summary>
    public bool IsOpen => EndTime is null && UntilTime > DateTimeOffset.UtcNow;
}

public sealed record DelegationPerson(string Name, string DisplayName);
