using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Identity.Clients;

internal readonly record struct ClientId(Guid Value) : IStrongId<ClientId>
{
    public static string Collection => "clients";
    public static ClientId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ClientId id) => StrongId.TryParse(segment, out id);
    public static ClientId New() => new(Guid.CreateVersion7());
    public static bool operator >(ClientId left, ClientId right) => left.Value > right.Value;
    public static bool operator <(ClientId left, ClientId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>The fields of a client that an administrator may change.</summary>
internal sealed record ClientEdit(string? DisplayName, IReadOnlyList<string>? Roles, IReadOnlyList<string>? Scopes, Classification? Clearance, DateTime? ExpireTime);

/// <summary>A partner's system that acts for one organization with credentials of its own. What it may do is what its roles carry and its scopes name.</summary>
internal sealed class MachineClient : IVersioned, IListed<ClientId>
{
    /// <summary>A year and a leap day: somebody looks at each client again.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    /// <summary>How long a secret that was replaced may stay good.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromHours(24);

    private MachineClient() { } // EF

    public ClientId Id { get; private init; }
    public string DisplayName { get; private set; } = "";

    /// <summary>Resource name of the organization it acts for; never changes.</summary>
    public string Organization { get; private init; } = "";
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>Names of permissions, see <see cref="MachineScopes"/>.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];
    public Classification Clearance { get; private set; }
    public DateTime ExpireTime { get; private set; }
    public bool Active { get; private set; } = true;

    [Personal]
    public string SecretHash { get; private set; } = "";

    /// <summary>Of the secret before, where it is good for a while yet.</summary>
    [Personal]
    public string? FormerSecretHash { get; private set; }
    public DateTime? FormerSecretUntilTime { get; private set; }

    /// <summary>As of an account: tokens of an earlier one are good no more.</summary>
    public long AccessEpoch { get; private set; }

    public ClientUse Use { get; private init; } = null!;
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    /// <summary>As the protocol names it.</summary>
    public string ProtocolId => Id.Value.ToString();

    /// <param name="id">Its number.</param>
    /// <param name="organization">Whom it acts for.</param>
    /// <param name="wished">What it may do.</param>
    /// <param name="secretHash">By <see cref="ClientSecrets"/>.</param>
    /// <param name="now">Now, UTC.</param>
    public static MachineClient Register(ClientId id, string? organization, ClientEdit wished, string secretHash, DateTime now)
    {
        var check = new Violations();
        check.Check(ResourceName.IsIn("organizations", organization), "organization", "Expected the form organizations/{uuid}.");
        var client = new MachineClient { Id = id, Organization = organization ?? "", SecretHash = secretHash, Use = new ClientUse(), CreateTime = now };
        client.Describe(wished, now, check);
        check.ThrowIfAny();
        return client;
    }

    public MachineRights Rights => new(Active, Roles, Scopes, Clearance, ExpireTime);

    public bool IsGood(DateTime now) => Active && ExpireTime > now;

    /// <param name="wished">The client as it is to be.</param>
    /// <param name="now">Now, UTC.</param>
    public void Edit(ClientEdit wished, DateTime now)
    {
        var (check, before) = (new Violations(), Rights);
        Describe(wished, now, check);
        check.ThrowIfAny();
        if (!Rights.Cover(before))
        {
            AccessEpoch++;
        }
    }

    public void Enable() => Active = true;

    public void Disable()
    {
        if (Active)
        {
            Active = false;
            AccessEpoch++;
        }
    }

    /// <summary>Another secret. Where the one before ends at once, it may have been stolen, and the tokens that were given for it end too.</summary>
    /// <param name="secretHash">By <see cref="ClientSecrets"/>.</param>
    /// <param name="overlap">How long the one before stays good.</param>
    /// <param name="now">Now, UTC.</param>
    public void RotateSecret(string secretHash, TimeSpan overlap, DateTime now)
    {
        if (!Active)
        {
            throw Fail.Because(IdentityReasons.ClientDisabled, "Enable the client before it gets another secret.");
        }

        var stays = overlap > TimeSpan.Zero;
        FormerSecretHash = stays ? SecretHash : null;
        FormerSecretUntilTime = stays ? now + overlap : null;
        SecretHash = secretHash;
        if (!stays)
        {
            AccessEpoch++;
        }
    }

    private void Describe(ClientEdit wished, DateTime now, Violations check)
    {
        DisplayName = check.Text(wished.DisplayName, "displayName", 200);
        Clearance = check.Required(wished.Clearance, "clearance");
        ExpireTime = Instant.Utc(check.Required(wished.ExpireTime, "expireTime"));
        check.Check(wished.ExpireTime is null || (ExpireTime > now && ExpireTime <= now + LongestLife), "expireTime", $"Lies in the future, at most {LongestLife.Days} days from now.");
        Roles = Known(wished.Roles, Contracts.Access.Roles.OfMachines, "roles", "There is no role '{0}' for machines.", check);
        Scopes = Known(wished.Scopes, MachineScopes.All, "scopes", "There is no permission '{0}' for machines.", check);
    }

    private static List<string> Known(IReadOnlyList<string>? wished, IReadOnlyList<string> known, string field, string unknown, Violations check)
    {
        List<string> words = [.. (wished ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        check.Check(words.Count > 0, field, "At least one.");
        foreach (var word in words.Except(known, StringComparer.Ordinal).Take(5))
        {
            check.Add(field, string.Format(System.Globalization.CultureInfo.InvariantCulture, unknown, word is { Length: > 60 } ? word[..60] : word)); // null, where JSON said so
        }

        return words;
    }
}
