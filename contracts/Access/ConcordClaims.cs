namespace Concord.Contracts.Access;

/// <summary>Claim names of an access token: who acts, for which organization, in which roles, with which clearance.</summary>
public static class ConcordClaims
{
    public const string Subject = "sub";
    public const string Name = "name";

    /// <summary>Resource name of the organization the caller acts for: <c>organizations/{uuid}</c>.</summary>
    public const string Organization = "org";
    public const string Role = "role";

    /// <summary>A <see cref="Classification"/> name.</summary>
    public const string Clearance = "clearance";

    /// <summary>What the token was asked for: for a machine the names of permissions (<see cref="MachineScopes"/>), with a blank between them (RFC 9068).</summary>
    public const string Scope = "scope";

    /// <summary>Counts the changes of a person's or a machine's access: a token of an earlier one is good no more.</summary>
    public const string Epoch = "epoch";

    /// <summary>Resource name of the account that the person acts for, who is away; absent where for nobody. The roles in the token are then that one's.</summary>
    public const string ActsFor = "act_for";

    /// <summary>That account's display name.</summary>
    public const string ActsForName = "act_for_name";

    /// <summary>That account's <see cref="Epoch"/>: what takes its access away ends the token too.</summary>
    public const string ActsForEpoch = "act_for_epoch";

    /// <summary>When the first of what the person has for a while ends, a grant or what was lent by who is away, in seconds since 1970; absent where nothing was given so. What is proposed by such a right is good no longer than that.</summary>
    public const string RightsUntil = "rights_until";

    /// <summary>Which sign-in the token comes from.</summary>
    public const string Session = "sid";

    /// <summary>Counts how often the person has chosen in that sign-in for whom to act: a token of an earlier one is good no more.</summary>
    public const string SessionEpoch = "sid_epoch";

    /// <summary>Which consent of that sign-in to a client the token comes from.</summary>
    public const string Authorization = "oi_au_id";

    /// <summary>The audience of every Concord access token.</summary>
    public const string Audience = "concord";
}
