using Concord.Contracts.Access;
using Concord.Platform.Http;

namespace Concord.Identity.Clients;

/// <summary>A client to register.</summary>
/// <param name="DisplayName">As shown in histories; 1 to 200 characters.</param>
/// <param name="Organization">Resource name of the organization the system acts for; registered with the partners service.</param>
/// <param name="Roles">Roles in that organization, of those that a machine can hold.</param>
/// <param name="Scopes">Names of the permissions that it may ask for. It does what its roles carry and its scopes name, and nothing else.</param>
/// <param name="Clearance">Highest classification it may see.</param>
/// <param name="ExpireTime">When it ends, UTC; within 366 days.</param>
internal sealed record RegisterClient(
    string? DisplayName, string? Organization, IReadOnlyList<string>? Roles, IReadOnlyList<string>? Scopes, Classification? Clearance, DateTime? ExpireTime);

/// <summary>Another secret for a client.</summary>
/// <param name="OverlapMinutes">How long the secret until now stays good, 0 to 1440; 0 ends it at once, and with it every token that was given for it.</param>
internal sealed record RotateSecret(int? OverlapMinutes);

/// <summary>A partner's system; never its secret.</summary>
/// <param name="Name">Resource name, <c>clients/{uuid}</c>.</param>
/// <param name="ClientId">How it names itself when it asks for a token.</param>
/// <param name="DisplayName">As shown in histories.</param>
/// <param name="Organization">Resource name of the organization it acts for.</param>
/// <param name="Roles">Roles in that organization.</param>
/// <param name="Scopes">Names of the permissions that it may ask for.</param>
/// <param name="Clearance">Highest classification it may see.</param>
/// <param name="Active">False where an administrator disabled it, or a second one has yet to agree.</param>
/// <param name="ExpireTime">When it ends, UTC.</param>
/// <param name="UseTime">When it was last given a token, UTC, to a quarter of an hour; absent where it never was.</param>
/// <param name="FormerSecretUntilTime">Until when the secret before is good too, UTC; absent where it is not.</param>
/// <param name="CreateTime">When it was registered, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record ClientAnswer(
    string Name, string ClientId, string DisplayName, string Organization, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, Classification Clearance, bool Active,
    DateTime ExpireTime, DateTime? UseTime, DateTime? FormerSecretUntilTime, DateTime CreateTime, string Etag)
{
    public static ClientAnswer Of(MachineClient c, DateTime now) => new(
        c.Id.ToString(), c.ProtocolId, c.DisplayName, c.Organization, c.Roles, c.Scopes, c.Clearance, c.Active,
        c.ExpireTime, c.Use.LastTime, c.FormerSecretUntilTime > now ? c.FormerSecretUntilTime : null, c.CreateTime, ETag.Of(c));
}

/// <summary>A client with the secret that was made for it.</summary>
/// <param name="Client">The client.</param>
/// <param name="Secret">Shown in this answer only.</param>
/// <param name="Approval">What a second administrator has to approve before the client is active; absent where nothing has to be.</param>
internal sealed record ClientWithSecret(ClientAnswer Client, string Secret, string? Approval = null);
