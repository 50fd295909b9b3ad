using Concord.Identity.Accounts;
using Concord.Identity.Grants;
using Concord.Identity.Mail;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Identity.Sessions;
using Concord.Identity.SignIn;
using Concord.Platform.Audit;
using Concord.Platform.Browsers;
using Concord.Platform.Persistence;
using Concord.Platform.Texts;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.Factors;

/// <summary>Whose factors a page is about.</summary>
/// <param name="Account">The account.</param>
/// <param name="Rights">What it may do now.</param>
/// <param name="Session">Of the browser.</param>
/// <param name="Factors">What it has here.</param>
/// <param name="Vouched">Whether a provider may vouch for a second factor too.</param>
internal sealed record FactorOwner(Account Account, AccountRights Rights, PersonSession Session, AccountFactors Factors, bool Vouched)
{
    /// <summary>Whether there is a second factor to show, here or at a provider: a password alone then changes nothing.</summary>
    public bool HasSecond => Factors.Any || Vouched;
}

/// <summary>Lets the owner of an account to its factors, and nobody who only found a browser open: whoever has one shows it first, whoever has none signs in first.</summary>
internal sealed class FactorDoor(HttpContext http, SignedIn signedIn, IdentityDb db, LinksOfAccount links, IAntiforgery guard, MailDesk mail, TimeProvider time)
{
    public static ValueTask<FactorDoor?> BindAsync(HttpContext http)
    {
        var from = http.RequestServices;
        return ValueTask.FromResult<FactorDoor?>(new(http, from.GetRequiredService<SignedIn>(), from.GetRequiredService<IdentityDb>(), from.GetRequiredService<LinksOfAccount>(), from.GetRequiredService<IAntiforgery>(), from.GetRequiredService<MailDesk>(), from.GetRequiredService<TimeProvider>()));
    }

    /// <param name="returnUrl">Where the person goes on afterwards.</param>
    /// <param name="show">Makes the page.</param>
    /// <param name="mayOnlyLook">Whether signing in is enough.</param>
    public async Task<IResult> OpenAsync(string? returnUrl, Func<FactorOwner, FactorPages, string, Task<IResult>> show, bool mayOnlyLook = false)
    {
        var here = http.Request.Path + http.Request.QueryString;
        return await FindAsync() switch
        {
            null => Results.Redirect(SignInApi.AddressFor(here, ended: false)),
            var who when !mayOnlyLook && !MayChange(who) => ShowFirst(who, here),
            var who => await show(who, await PagesAsync(), LocalAddress.OrStart(returnUrl)),
        };
    }

    /// <summary>The same for a form; a refused one leads to the list.</summary>
    public async Task<IResult> SentAsync(Func<FactorOwner, FactorPages, FactorForm, Task<IResult>> answer)
    {
        var pages = await PagesAsync();
        return await SentAsync(FactorApi.AddressFor, (who, form) => Task.FromResult(pages.List(who, form.ReturnUrl, pages.TooOld)), (who, form) => answer(who, pages, form));
    }

    /// <param name="addressFor">Of the list that a refused form leads to.</param>
    /// <param name="again">Shows it, where the form was open too long.</param>
    /// <param name="answer">Does what was asked.</param>
    public async Task<IResult> SentAsync(Func<string, string> addressFor, Func<FactorOwner, FactorForm, Task<IResult>> again, Func<FactorOwner, FactorForm, Task<IResult>> answer)
    {
        var form = await FactorForm.ReadAsync(http);
        var list = addressFor(form.ReturnUrl);
        if (await FindAsync() is not { } who)
        {
            return Results.Redirect(SignInApi.AddressFor(list, ended: false));
        }

        http.ActAs(who.Account.Id.ToString(), who.Account.Organization);
        return !await guard.IsRequestValidAsync(http) ? await again(who, form)
            : MayChange(who) ? await answer(who, form)
            : ShowFirst(who, list);
    }

    /// <summary>With the next save the owner is told by mail that there is another factor, where there is a mail server.</summary>
    public void TellAdded(FactorOwner who, Speech say) => mail.TellAdded(who.Account, say, time.Now());

    public Task SaveAsync(FactorOwner who)
    {
        http.ActAs(who.Account.Id.ToString(), who.Account.Organization);
        return db.SaveChangesAsync(http.RequestAborted);
    }

    private async Task<FactorOwner?> FindAsync() =>
        await signedIn.FindAsync(http) is var (account, session)
            ? new(account, await AccountRights.AtAsync(db, account, time.Now(), http.RequestAborted), session, await AccountFactors.OfAsync(db, account.Id, http.RequestAborted),
                (await links.SecondFactorsAsync(account, http.RequestAborted)).Count > 0)
            : null;

    // A provider may vouch for a sign-in of this morning: then it is asked again.
    private bool MayChange(FactorOwner who) =>
        StepUp.EndOf(who.Session, time.Now()) is not null || (!who.HasSecond && time.Now() - who.Session.SignInTime < StepUp.Window);

    private static IResult ShowFirst(FactorOwner who, string here) => Results.Redirect(who.HasSecond ? StepUpApi.AddressFor(here) : SignInApi.AddressFor(here, ended: false, fresh: true));

    private async Task<FactorPages> PagesAsync() => (await FactorPages.BindAsync(http))!;
}
