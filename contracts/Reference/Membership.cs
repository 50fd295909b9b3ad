namespace Concord.Contracts.Reference;

/// <summary>What a State or area is to an organization, as a dated source has it.</summary>
public sealed record Membership(string Organization, string Alpha3, MembershipStatus Status, string Note, DateOnly AsOf, string Source)
{
    /// <summary>Whether the State belongs to the organization; a suspended member does.</summary>
    public bool IsMember => Status is MembershipStatus.Member or MembershipStatus.Suspended;
}

/// <summary>How a State or area takes part in an organization.</summary>
public enum MembershipStatus
{
    /// <summary>A member.</summary>
    Member,

    /// <summary>A member whose participation is suspended.</summary>
    Suspended,

    /// <summary>An associate member.</summary>
    Associate,

    /// <summary>A candidate for membership.</summary>
    Candidate,

    /// <summary>A partner.</summary>
    Partner,

    /// <summary>An observer.</summary>
    Observer,

    /// <summary>None of these: the note has the source's words.</summary>
    Other,
}
