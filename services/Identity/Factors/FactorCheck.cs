using Concord.Contracts.Audit;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.SignIn;
using Concord.Platform.Persistence;

namespace Concord.Identity.Factors;

/// <summary>What a form about a second factor came to.</summary>
/// <param name="Account">Whose factor was shown, spent with the next save; null where none was.</param>
/// <param name="Factor">Which kind.</param>
/// <param name="Wait">How long to wait before another try, where there were too many.</param>
internal sealed record FactorShown(Account? Account, FactorKind Factor, TimeSpan Wait);

/// <summary>Whether a second factor was shown. Slowed by the account alone, wherever it is tried from: who gets here has the password already.</summary>
internal sealed class FactorCheck(IdentityDb db, SecretSeal seal, PasskeyCeremony passkeys, SignInThrottle throttle, SignInMetrics metrics, TimeProvider time)
{
    private const string What = "second factor";
    private const int LongestCode = 40;

    /// <summary>A code of the account's app, or one of its recovery codes, however it is spaced.</summary>
    public Task<FactorShown> CodeAsync(Account account, string typed, CancellationToken cancellationToken) => TryAsync(account.Id.ToString(), account, async () =>
    {
        var code = new string([.. typed.Where(char.IsLetterOrDigit).Take(LongestCode)]).ToUpperInvariant();
        var factors = await AccountFactors.OfAsync(db, account.Id, cancellationToken);
        // The recovery codes first: they take no key, and are for the day on which the app's secret cannot be read either.
        return factors.Codes?.Spend(code) == true ? (account, FactorKind.RecoveryCode)
            : factors.Authenticator is { } app && await app.SpendAsync(code, seal, time.Now(), cancellationToken) ? (account, FactorKind.Authenticator)
            : null;
    }, cancellationToken);

    /// <param name="http">The request.</param>
    /// <param name="account">Whose passkey it has to be; anybody's where null.</param>
    /// <param name="form">What the browser sent.</param>
    public Task<FactorShown> PasskeyAsync(HttpContext http, Account? account, FactorForm form) => TryAsync(
        account?.Id.ToString() ?? SignInApi.AddressOf(http), account,
        async () => await passkeys.AnswerAsync(http, account?.Id, form.Credential, form.State) is { } shown ? (shown, FactorKind.Passkey) : null, http.RequestAborted);

    private async Task<FactorShown> TryAsync(string by, Account? account, Func<Task<(Account Account, FactorKind Factor)?>> look, CancellationToken cancellationToken)
    {
        if (throttle.Begin(What, by) is { Ticks: > 0 } wait)
        {
            metrics.Throttled();
            return new(null, default, wait);
        }

        if (await look() is not var (shown, factor))
        {
            metrics.Wrong();
            await db.RecordAsync(AuditOutcome.Refused, "WRONG_SECOND_FACTOR", account is null ? [] : [account.Id.ToString()], cancellationToken);
            return new(null, default, TimeSpan.Zero);
        }

        throttle.Succeeded(What, by);
        return new(shown, factor, TimeSpan.Zero);
    }
}
