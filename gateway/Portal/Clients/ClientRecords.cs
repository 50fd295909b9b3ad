namespace Concord.Portal.Clients;

/// <summary>A partner's system, as the identity service answers it.</summary>
public sealed record Client(
    string Name, string ClientId, string DisplayName, string Organization, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, string Clearance, bool Active,
    DateTimeOffset ExpireTime, DateTimeOffset? UseTime, DateTimeOffset? FormerSecretUntilTime)
{
    public bool HasExpired(DateTimeOffset now) => ExpireTime <= now;
}

/// <summary>The same with the secret that was made for it.</summary>
public sealed record ClientWithSecret(Client Client, string Secret, string? Approval);
