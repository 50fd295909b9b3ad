using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Tokens;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.SignIn;

/// <summary>That a person has signed in here, in a cookie that only this service reads.</summary>
internal sealed class Session(IdentityDb db)
{
    public const string Scheme = "session";
    public const string Cookie = "concord.identity";

    /// <summary>The account that is signed in and still may be; null otherwise.</summary>
    public async Task<Account?> AccountAsync(HttpContext http)
    {
        var held = (await http.AuthenticateAsync(Scheme)).Principal;
        if (!ResourceName.TryParse<AccountId>(held?.FindFirstValue(ConcordClaims.Subject), out var id))
        {
            return null;
        }

        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted);
        return account is { Active: true, PasswordIsTemporary: false } && account.SecurityStamp == held!.FindFirstValue(TokenContent.Stamp) ? account : null;
    }

    public static Task BeginAsync(HttpContext http, Account account) => http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(ConcordClaims.Subject, account.Id.ToString()), new Claim(TokenContent.Stamp, account.SecurityStamp)], Scheme)));
}
