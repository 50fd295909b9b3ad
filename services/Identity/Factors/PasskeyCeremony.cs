using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Tokens;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Factors;

/// <summary>What a page carries for a passkey: the options that the browser gets, and what only we read when the answer comes back.</summary>
internal sealed record PasskeyChallenge(string Options, string State);

/// <summary>
/// Challenge and answer of passkeys. The framework checks the answer (WebAuthn); that it is good once is ours: the challenge travels with the page, sealed,
/// with the time it was made, and a passkey takes no answer to a challenge that is not later than the last one.
/// </summary>
internal sealed class PasskeyCeremony(IPasskeyHandler<Account> handler, IDataProtectionProvider protection, IdentityDb db, IConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private readonly IDataProtector _use = protection.CreateProtector("passkeys.use");
    private readonly IDataProtector _make = protection.CreateProtector("passkeys.make");

    /// <summary>A passkey belongs to a name: at an address in numbers, as on one machine alone, browsers know none.</summary>
    public bool IsPossible => !IPAddress.TryParse(TokenServer.Issuer(configuration).Host, out _);

    /// <summary>Asks for a passkey of the account; of anybody where null. Null where there can be none.</summary>
    public async Task<PasskeyChallenge?> AskAsync(HttpContext http, Account? account)
    {
        if (!IsPossible)
        {
            return null;
        }

        var made = await handler.MakeRequestOptionsAsync(account, http);
        return new(made.RequestOptionsJson, Seal(_use, made.AssertionState));
    }

    /// <summary>Whose passkey was shown, good once with the next save; null where none was.</summary>
    /// <param name="http">The request.</param>
    /// <param name="account">Whose it has to be; anybody's where null.</param>
    /// <param name="credential">What the browser answered.</param>
    /// <param name="state">What the page carried.</param>
    public async Task<Account?> AnswerAsync(HttpContext http, AccountId? account, string credential, string state)
    {
        if (!TryOpen(_use, state, out var challenge, out var made))
        {
            return null;
        }

        var answer = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = challenge });
        if (!answer.Succeeded || !answer.User.Active || (account is not null && answer.User.Id != account))
        {
            return null;
        }

        var shown = await db.Passkeys.SingleAsync(p => p.CredentialId == answer.Passkey.CredentialId, http.RequestAborted);
        return shown.Spend(answer.Passkey, made) ? answer.User : null;
    }

    /// <summary>Asks the browser for a new passkey of the account.</summary>
    public async Task<PasskeyChallenge?> AskForNewAsync(HttpContext http, Account account)
    {
        if (!IsPossible)
        {
            return null;
        }

        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.Value.ToString(), Name = account.Email, DisplayName = account.DisplayName }, http);
        return new(made.CreationOptionsJson, Seal(_make, made.AttestationState));
    }

    /// <summary>The new passkey; null where the answer is none, or was meant for another account.</summary>
    public async Task<Passkey?> MakeAsync(HttpContext http, Account account, string name, string credential, string state)
    {
        if (!TryOpen(_make, state, out var challenge, out var made))
        {
            return null;
        }

        var answer = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = challenge });
        return answer.Succeeded && answer.UserEntity.Id == account.Id.Value.ToString() && answer.Passkey is { CredentialId.Length: <= Passkey.LongestCredential, PublicKey.Length: <= Passkey.LongestKey }
            ? Passkey.Register(account.Id, name, answer.Passkey, made, time.Now())
            : null;
    }

    private string Seal(IDataProtector protector, string? challenge) => protector.Protect($"{time.Now().Ticks.ToString(CultureInfo.InvariantCulture)} {challenge}");

    private bool TryOpen(IDataProtector protector, string state, [NotNullWhen(true)] out string? challenge, out DateTime made)
    {
        (challenge, made) = (null, default);
        try
        {
            var parts = protector.Unprotect(state).Split(' ', 2);
            (challenge, made) = (parts[1], new DateTime(long.Parse(parts[0], CultureInfo.InvariantCulture), DateTimeKind.Utc));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false; // not ours
        }

        return time.Now() - made <= Lifetime;
    }
}
