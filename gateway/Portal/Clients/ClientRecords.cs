using System.Text.Json;

namespace Concord.Portal.Clients;

/// <summary>A partner's system, as the identity service answers it.</summary>
public sealed record Client(
    string Name, string ClientId, string DisplayName, string Organization, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, string Clearance, bool Active,
    DateTimeOffset ExpireTime, DateTimeOffset? UseTime, DateTimeOffset? FormerSecretUntilTime, string Etag)
{
    /// <summary>An act that waits for somebody names its record apart; a client has a state at once.</summary>
    public static bool Waits(JsonElement answer) => answer.TryGetProperty("record", out _);

    public bool HasExpired(DateTimeOffset now) => ExpireTime <= now;
}

/// <summary>The same with the secret that was made for it.</summary>
public sealed record ClientWithSecret(Client Client, string Secret, string? Approval);
