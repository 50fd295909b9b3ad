using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Tokens;
using Concord.Platform.Audit;
using Concord.Platform.Browsers;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Sessions;

/// <summary>That a person has signed in here, in a cookie that only this service reads.</summary>
internal sealed class SignedIn(IdentityDb db, TimeProvider time)
{
    public const string Scheme = "session";
    public const string Cookie = "concord.identity";

    /// <summary>The session of the cookie and its account, where both still are good.</summary>
    public async Task<(Account Account, PersonSession Session)?> FindAsync(HttpContext http)
    {
        var held = (await http.AuthenticateAsync(Scheme)).Principal;
        return held is null ? null : await FindAsync(held, http.RequestAborted);
    }

    /// <summary>The session that a cookie, a code or a refresh token comes from and its account, where both still are good.</summary>
    public async Task<(Account Account, PersonSession Session)?> FindAsync(ClaimsPrincipal held, CancellationToken cancellationToken)
    {
        if (held.FindSession() is not { } id || !ResourceName.TryParse<AccountId>(held.FindFirstValue(ConcordClaims.Subject), out var subject))
        {
            return null;
        }

        var found = await db.Sessions.Include(s => s.Use).Where(s => s.Id == id && s.Account == subject).Join(db.Accounts, s => s.Account, a => a.Id, (s, a) => new { Session = s, Account = a, Linked = s.Link == null || db.Links.Any(l => l.Id == s.Link) })
            .SingleOrDefaultAsync(cancellationToken);
        return found is { Account.Active: true, Linked: true } && !found.Account.AwaitsNewPassword(time.Now()) && found.Session.IsOpen(time.Now()) && found.Account.SecurityStamp == held.FindFirstValue(TokenContent.Stamp)
            ? (found.Account, found.Session)
            : null;
    }

    /// <summary>Begins a session, along with whatever else is to be saved: a code that was shown is spent in the same commit. The one that the browser had until now ends.</summary>
    public async Task BeginAsync(HttpContext http, Account account, FirstStep first, SecondShown? second)
    {
        http.ActAs(account.Id.ToString(), account.Organization);
        if (await FindAsync(http) is var (_, former))
        {
            former.End(time.Now());
        }

        var session = PersonSession.Begin(account.Id, http.Request.Headers.UserAgent.ToString(), first, second, time.Now());
        db.Add(session);
        await db.SaveChangesAsync(http.RequestAborted);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ConcordClaims.Subject, account.Id.ToString()), new Claim(ConcordClaims.Session, session.Id.Value.ToString()), new Claim(TokenContent.Stamp, account.SecurityStamp),
        ], Scheme)));
    }

    /// <summary>Notes that a second factor was shown, along with whatever else is to be saved.</summary>
    public async Task ShowAsync(HttpContext http, Account account, PersonSession session, SecondShown second)
    {
        http.ActAs(account.Id.ToString(), account.Organization);
        session.Show(second);
        await db.SaveChangesAsync(http.RequestAborted);
    }

    /// <summary>Ends the session of the cookie.</summary>
    public async Task EndAsync(HttpContext http)
    {
        if (await FindAsync(http) is var (account, session))
        {
            http.ActAs(account.Id.ToString(), account.Organization);
            session.End(time.Now());
            await db.SaveChangesAsync(http.RequestAborted);
        }

        CookieNames.Forget(http.Response);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>Notes that the session is still used.</summary>
    public async Task NoteUseAsync(PersonSession session, CancellationToken cancellationToken)
    {
        session.Use.LastTime = time.Now();
        await db.SaveChangesAsync(cancellationToken);
    }
}
