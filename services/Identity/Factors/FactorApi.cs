using System.Security.Cryptography;
using Concord.Contracts.Audit;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.SignIn;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.DataProtection;

namespace Concord.Identity.Factors;

/// <summary>
/// Where a person sets up second factors and removes them. Pages of the sign-in and no part of the API: no token can do it, only who is at the browser and has
/// shown a second factor within the window; who has none yet, has signed in within it.
/// </summary>
internal static class FactorApi
{
    public const string Script = "/account/passkey.js";
    private const string Why = "About the caller's own account.";
    private const string Address = "/account/factors";
    private const string Issuer = "Concord";
    private static readonly byte[] s_script = ReadScript();

    public static void MapFactors(this RouteGroupBuilder routes)
    {
        var own = routes.MapGroup("/factors");
        own.MapGet("", (FactorDoor door, string? returnUrl) => door.OpenAsync(returnUrl, (who, pages, back) => Task.FromResult(pages.List(who, back)), mayOnlyLook: true)).OpenToAll(Why);
        own.MapPost("/remove", (FactorDoor door, IdentityDb db) => door.SentAsync((who, pages, form) => RemoveAsync(who, pages, form, db, door))).OpenToAll(Why);
        own.MapPost("/codes", (FactorDoor door, IdentityDb db, TimeProvider time) => door.SentAsync((who, pages, form) => MakeCodesAsync(who, pages, form, db, time, door))).OpenToAll(Why);
        own.MapGet("/authenticator", (FactorDoor door, IDataProtectionProvider protection, string? returnUrl) =>
            door.OpenAsync(returnUrl, (who, pages, back) => Task.FromResult(ShowAuthenticator(who, pages, back, Totp.NewSecret(), protection)))).OpenToAll(Why);
        own.MapPost("/authenticator", (FactorDoor door, IdentityDb db, IDataProtectionProvider protection, SecretSeal seal, TimeProvider time, CancellationToken token) =>
            door.SentAsync((who, pages, form) => SetUpAsync(who, pages, form, db, protection, seal, time, door, token))).OpenToAll(Why);
        own.MapGet("/passkey", (FactorDoor door, PasskeyCeremony passkeys, HttpContext http, string? returnUrl) =>
            door.OpenAsync(returnUrl, async (who, pages, back) => pages.NewPasskey(back, await passkeys.AskForNewAsync(http, who.Account)))).OpenToAll(Why);
        own.MapPost("/passkey", (FactorDoor door, IdentityDb db, PasskeyCeremony passkeys, HttpContext http, TimeProvider time) =>
            door.SentAsync((who, pages, form) => AddPasskeyAsync(who, pages, form, db, passkeys, http, time, door))).OpenToAll(Why);
        routes.MapGet(Script["/account".Length..], (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            http.Response.Headers.Remove("Pragma");
            return Results.Bytes(s_script, "text/javascript; charset=utf-8");
        }).OpenToAll("A script that tells nothing.");
    }

    public static string AddressFor(string returnUrl) => $"{Address}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static async Task<IResult> RemoveAsync(FactorOwner who, FactorPages pages, FactorForm form, IdentityDb db, FactorDoor door)
    {
        if (!who.Factors.MayRemoveOne(who.Rights, who.Session))
        {
            return pages.List(who, form.ReturnUrl, pages.NotTheLast);
        }

        if (Guid.TryParse(form.Factor, out var id) && who.Factors.Remove(db, new FactorId(id)))
        {
            await door.SaveAsync(who);
        }

        return Results.Redirect(AddressFor(form.ReturnUrl));
    }

    private static async Task<IResult> MakeCodesAsync(FactorOwner who, FactorPages pages, FactorForm form, IdentityDb db, TimeProvider time, FactorDoor door)
    {
        if (!who.Factors.Any)
        {
            return Results.Redirect(AddressFor(form.ReturnUrl));
        }

        var codes = Renew(who, db, time);
        await door.SaveAsync(who);
        return pages.NewCodes(form.ReturnUrl, codes);
    }

    private static async Task<IResult> SetUpAsync(
        FactorOwner who, FactorPages pages, FactorForm form, IdentityDb db, IDataProtectionProvider protection, SecretSeal seal, TimeProvider time, FactorDoor door, CancellationToken cancellationToken)
    {
        if (who.Factors.Authenticator is not null || Opened(Protector(protection, who.Account), form.State) is not { } secret)
        {
            return Results.Redirect(AddressFor(form.ReturnUrl)); // set up meanwhile in another window, or no form of ours
        }

        var typed = new string([.. form.Code.Where(char.IsAsciiDigit)]);
        if (Totp.FindStep(secret, typed, time.Now(), after: 0) is not { } step)
        {
            await db.RecordAsync(AuditOutcome.Refused, "WRONG_CODE", [who.Account.Id.ToString()], cancellationToken);
            return ShowAuthenticator(who, pages, form.ReturnUrl, secret, protection, pages.WrongCode);
        }

        db.Add(await Authenticator.SetUpAsync(who.Account.Id, secret, seal, step, time.Now(), cancellationToken));
        return await FinishAsync(who, pages, form, db, time, FactorKind.Authenticator, door);
    }

    private static async Task<IResult> AddPasskeyAsync(FactorOwner who, FactorPages pages, FactorForm form, IdentityDb db, PasskeyCeremony passkeys, HttpContext http, TimeProvider time, FactorDoor door)
    {
        var name = form.Name.Length is > 0 and <= Passkey.LongestName && !form.Name.Any(char.IsControl);
        if (!name || await passkeys.MakeAsync(http, who.Account, form.Name, form.Credential, form.State) is not { } made)
        {
            var refusal = name ? pages.WrongPasskey : new Refusal(StatusCodes.Status400BadRequest, new Fault(pages.Say["passkey.name.wrong"], "name"));
            return pages.NewPasskey(form.ReturnUrl, await passkeys.AskForNewAsync(http, who.Account), form.Name, refusal);
        }

        db.Add(made);
        return await FinishAsync(who, pages, form, db, time, FactorKind.Passkey, door);
    }

    // The first factor brings the recovery codes with it; and whoever has just shown a new one has shown one.
    private static async Task<IResult> FinishAsync(FactorOwner who, FactorPages pages, FactorForm form, IdentityDb db, TimeProvider time, FactorKind shown, FactorDoor door)
    {
        var codes = who.Factors.Any ? null : Renew(who, db, time);
        who.Session.Show(new(shown, time.Now()));
        door.TellAdded(who, pages.Say);
        await door.SaveAsync(who);
        return codes is null ? Results.Redirect(AddressFor(form.ReturnUrl)) : pages.NewCodes(form.ReturnUrl, codes);
    }

    private static IReadOnlyList<string> Renew(FactorOwner who, IdentityDb db, TimeProvider time)
    {
        var (kept, codes) = RecoveryCodes.Make(who.Account.Id, time.Now());
        if (who.Factors.Codes is { } held)
        {
            held.Replace(kept);
        }
        else
        {
            db.Add(kept);
        }

        return codes;
    }

    private static IResult ShowAuthenticator(FactorOwner who, FactorPages pages, string returnUrl, byte[] secret, IDataProtectionProvider protection, Refusal? refusal = null)
    {
        if (who.Factors.Authenticator is not null)
        {
            return Results.Redirect(AddressFor(returnUrl));
        }

        var key = Base32.Encode(secret);
        var link = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(who.Account.Email)}?secret={key}&issuer={Issuer}";
        return pages.Authenticator(returnUrl, Convert.ToBase64String(Protector(protection, who.Account).Protect(secret)), key, link, refusal);
    }

    // Until it is confirmed the secret is on the page only, for this account only.
    private static IDataProtector Protector(IDataProtectionProvider protection, Account account) => protection.CreateProtector("factors.authenticator", account.Id.ToString(), account.SecurityStamp);

    private static byte[]? Opened(IDataProtector protector, string state)
    {
        try
        {
            return protector.Unprotect(Convert.FromBase64String(state));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static byte[] ReadScript()
    {
        using var stream = typeof(FactorApi).Assembly.GetManifestResourceStream("passkey.js") ?? throw new InvalidOperationException("passkey.js was not built in.");
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }
}
