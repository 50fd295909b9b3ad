using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Platform.Sealing;

namespace Concord.Identity.Factors;

/// <summary>Keeps the secrets of authenticator apps from whoever reads the database: under the account's own key, bound to their row.</summary>
internal sealed class SecretSeal(Sealer sealer)
{
    public Task<Sealed> SealAsync(byte[] secret, FactorId factor, AccountId account, CancellationToken cancellationToken) => sealer.SealAsync(PlaceOf(factor, account), secret, cancellationToken);

    public Task<byte[]> OpenAsync(Sealed secret, FactorId factor, AccountId account, CancellationToken cancellationToken) => sealer.OpenAsync<byte[]>(PlaceOf(factor, account), secret, cancellationToken);

    private static SealedPlace PlaceOf(FactorId factor, AccountId account) => new(account.ToString(), "Authenticators", factor.ToString(), nameof(Authenticator.Secret), Classification.StrictlyConfidential);
}
