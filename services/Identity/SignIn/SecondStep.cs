using System.Globalization;
using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Identity.Sessions;
using Concord.Identity.Tokens;
using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.SignIn;

/// <summary>Between the first step and the second factor: who has given the right password or was vouched for by a provider, in a cookie of a few minutes that opens nothing by itself.</summary>
internal sealed class SecondStep(IdentityDb db, SignedIn signedIn, LinksOfAccount links, TimeProvider time)
{
    public const string Scheme = "password-shown";
    public const string Cookie = "concord.identity.half";
    public const string Path = "/account";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private const string NewPassword = "new-password";
    private const string Link = "link";
    private const string LinkTime = "link-time";

    /// <summary>The password was right, or a provider vouched for the person: signs in whoever has no second factor, and asks the others for it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="account">Whose.</param>
    /// <param name="returnUrl">Where to go on.</param>
    /// <param name="first">How it began.</param>
    public async Task<IResult> GoOnAsync(HttpContext http, Account account, string returnUrl, FirstStep first)
    {
        if (!(await AccountFactors.OfAsync(db, account.Id, http.RequestAborted)).Any)
        {
            return first.NewPassword is null || account.PasswordIsTemporary || (await links.SecondFactorsAsync(account, http.RequestAborted)).Count == 0
                ? await FinishAsync(http, account, returnUrl, first, second: null)
                : await ReplaceOwnAsync(http, account, returnUrl, first);
        }

        await EnterAsync(http, account);
        var shown = new ClaimsIdentity([new Claim(ConcordClaims.Subject, account.Id.ToString()), new Claim(TokenContent.Stamp, account.SecurityStamp)], Scheme);
        AddTo(shown, NewPassword, first.NewPassword);
        AddTo(shown, Link, first.Link?.Value.ToString());
        AddTo(shown, LinkTime, first.LinkTime?.Ticks.ToString(CultureInfo.InvariantCulture));
        await http.SignInAsync(Scheme, new ClaimsPrincipal(shown));
        return Results.Redirect($"/account/second-factor?returnUrl={Uri.EscapeDataString(returnUrl)}");
    }

    /// <summary>Who has made the first step a moment ago, and how.</summary>
    public async Task<(Account Account, FirstStep First)?> FindAsync(HttpContext http)
    {
        if ((await http.AuthenticateAsync(Scheme)).Principal is not { } held || !ResourceName.TryParse<AccountId>(held.FindFirstValue(ConcordClaims.Subject), out var id))
        {
            return null;
        }

        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted);
        var first = FirstOf(held);
        return account is { Active: true } && account.SecurityStamp == held.FindFirstValue(TokenContent.Stamp) && (first.Link is null || await db.Links.AnyAsync(l => l.Id == first.Link, http.RequestAborted))
            ? (account, first)
            : null;
    }

    /// <summary>Begins the session, in one commit with what was spent for it, and leads whoever needs a second factor to it.</summary>
    public async Task<IResult> FinishAsync(HttpContext http, Account account, string returnUrl, FirstStep first, SecondShown? second)
    {
        if (first.NewPassword is not null)
        {
            account.SetPassword(first.NewPassword, temporary: false);
        }

        await signedIn.BeginAsync(http, account, first, second);
        await http.SignOutAsync(Scheme);

        if (second is not null || !StepUp.IsNeededBy(await AccountRights.AtAsync(db, account, time.Now(), http.RequestAborted)))
        {
            return Results.Redirect(returnUrl);
        }

        // Who needs a factor and has none sets one up now, before somebody else who has seen the password does. Whose provider vouches for one has one, and shows it there.
        return Results.Redirect((await links.SecondFactorsAsync(account, http.RequestAborted)).Count > 0 ? StepUpApi.AddressFor(returnUrl, orLater: true) : FactorApi.AddressFor(returnUrl));
    }

    /// <summary>
    /// The password is to be replaced of whoever shows the second factor at a provider: it was shown there in this session just now, or is to be shown first. One that an administrator gave is replaced without, for the day on
    /// which the provider is lost.
    /// </summary>
    private async Task<IResult> ReplaceOwnAsync(HttpContext http, Account account, string returnUrl, FirstStep first)
    {
        var held = await signedIn.FindAsync(http) is var (owner, session) && owner.Id == account.Id ? session : null;
        if (held is { StepUpBy: { } factor, StepUpTime: { } shown } && StepUp.EndOf(held, time.Now()) is not null)
        {
            return await FinishAsync(http, account, returnUrl, first, new(factor, shown));
        }

        if (held is null)
        {
            await FinishAsync(http, account, returnUrl, FirstStep.Password(), second: null);
        }
        else
        {
            await EnterAsync(http, account);
        }

        return Results.Redirect(StepUpApi.AddressFor($"/account/password?returnUrl={Uri.EscapeDataString(returnUrl)}"));
    }

    /// <summary>The first step was made while a password that was given waits for it: that is replaced before anything else.</summary>
    public async Task<IResult> ReplaceFirstAsync(HttpContext http, Account account, string returnUrl)
    {
        http.ActAs(account.Id.ToString(), account.Organization);
        await db.SaveChangesAsync(http.RequestAborted); // a passkey's answer is spent, whatever comes of it
        await EnterAsync(http, account);
        return Results.Redirect($"/account/password?returnUrl={Uri.EscapeDataString(returnUrl)}");
    }

    /// <summary>The first step was good, and no session begins yet.</summary>
    public Task EnterAsync(HttpContext http, Account account)
    {
        http.ActAs(account.Id.ToString(), account.Organization);
        return db.RecordAsync(AuditOutcome.Done, null, [account.Id.ToString()], http.RequestAborted);
    }

    private static void AddTo(ClaimsIdentity shown, string type, string? value)
    {
        if (value is not null)
        {
            shown.AddClaim(new Claim(type, value));
        }
    }

    private static FirstStep FirstOf(ClaimsPrincipal held) => held.FindFirstValue(Link) is { } link
        ? FirstStep.Provider(new LinkId(Guid.Parse(link)), held.FindFirstValue(LinkTime) is { } ticks ? new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc) : null)
        : FirstStep.Password(held.FindFirstValue(NewPassword));
}
