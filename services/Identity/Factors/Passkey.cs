using Concord.Identity.Accounts;
using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Concord.Identity.Factors;

/// <summary>A key pair that a device of the person keeps (WebAuthn); we hold the public half.</summary>
internal sealed class Passkey : IVersioned
{
    public const int LongestName = 60;
    public const int LongestCredential = 1023; // WebAuthn's own limit
    public const int LongestKey = 2000;

    private Passkey() { } // EF

    public FactorId Id { get; private init; }
    public AccountId Account { get; private init; }

    /// <summary>How the person tells it from others.</summary>
    [Personal]
    public string Name { get; private init; } = "";

    [Personal]
    public byte[] CredentialId { get; private init; } = [];

    [Personal]
    public byte[] PublicKey { get; private init; } = [];

    /// <summary>How often the device says that it has signed; stays 0 where it does not count.</summary>
    public long SignCount { get; private set; }
    public string Transports { get; private init; } = "";
    public bool BackupEligible { get; private init; }
    public bool BackedUp { get; private set; }

    /// <summary>When the challenge was made that was answered last: an answer is good once, and so is none to an earlier one.</summary>
    public DateTime LastChallengeTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    public static Passkey Register(AccountId account, string name, UserPasskeyInfo shown, DateTime challenged, DateTime now) => new()
    {
        Id = FactorId.New(),
        Account = account,
        Name = name,
        CredentialId = shown.CredentialId,
        PublicKey = shown.PublicKey,
        SignCount = shown.SignCount,
        Transports = string.Join(' ', (shown.Transports ?? []).Where(t => t.Length is > 0 and <= 20 && t.All(c => char.IsAsciiLetter(c) || c == '-')).Take(6)),
        BackupEligible = shown.IsBackupEligible,
        BackedUp = shown.IsBackedUp,
        LastChallengeTime = challenged,
        CreateTime = now,
    };

    /// <summary>As the framework's handler reads it.</summary>
    public UserPasskeyInfo ToInfo() => new(
        CredentialId, PublicKey, CreateTime, (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), isUserVerified: true, BackupEligible, BackedUp, [], [])
    { Name = Name };

    /// <summary>Whether the challenge is later than the last one answered; it then is the last.</summary>
    public bool Spend(UserPasskeyInfo shown, DateTime challenged)
    {
        if (challenged <= LastChallengeTime)
        {
            return false;
        }

        (SignCount, BackedUp, LastChallengeTime) = (shown.SignCount, shown.IsBackedUp, challenged);
        return true;
    }
}
