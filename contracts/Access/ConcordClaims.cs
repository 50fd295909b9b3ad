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

    /// <summary>Which sign-in the token comes from.</summary>
    public const string Session = "sid";

    /// <summary>Which consent of that sign-in to a client the token comes from.</summary>
    public const string Authorization = "oi_au_id";

    /// <summary>The audience of every Concord access token.</summary>
    public const string Audience = "concord";
}
