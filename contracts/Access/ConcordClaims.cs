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

    /// <summary>The audience of every Concord access token.</summary>
    public const string Audience = "concord";
}
