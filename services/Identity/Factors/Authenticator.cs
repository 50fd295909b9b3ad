using Concord.Identity.Accounts;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;

namespace Concord.Identity.Factors;

/// <summary>A person's authenticator app: the secret it shares with us, and how far its codes are spent.</summary>
internal sealed class Authenticator : IVersioned
{
    private Authenticator() { } // EF

    public FactorId Id { get; private init; }
    public AccountId Account { get; private init; }

    /// <summary>Opened by <see cref="SecretSeal"/> only.</summary>
    public Sealed Secret { get; private init; } = null!;

    /// <summary>Step of the last code that was accepted. Of two requests with one code the version lets one through.</summary>
    public long LastStep { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    /// <param name="account">Whose.</param>
    /// <param name="secret">Shared with the app.</param>
    /// <param name="seal">Keeps it.</param>
    /// <param name="shown">Step of the code that confirmed it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Authenticator> SetUpAsync(AccountId account, byte[] secret, SecretSeal seal, long shown, DateTime now, CancellationToken cancellationToken)
    {
        var id = FactorId.New();
        return new() { Id = id, Account = account, Secret = await seal.SealAsync(secret, id, account, cancellationToken), LastStep = shown, CreateTime = now };
    }

    /// <summary>Whether the code is one of now that was not used yet; it then is.</summary>
    public async Task<bool> SpendAsync(string code, SecretSeal seal, DateTime now, CancellationToken cancellationToken)
    {
        if (Totp.FindStep(await seal.OpenAsync(Secret, Id, Account, cancellationToken), code, now, LastStep) is not { } step)
        {
            return false;
        }

        LastStep = step;
        return true;
    }
}
