using Concord.Contracts.Access;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Idempotency;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>Whose account is asked for.</summary>
/// <param name="Email">The whole address, as the person signs in with it. It is not part of any address that is logged.</param>
internal sealed record FindAccount(string? Email);

/// <summary>A person who can be named in a circle, a delegation or a post.</summary>
/// <param name="Name">Resource name of the account, which is what other services are told.</param>
/// <param name="DisplayName">As shown to others in histories.</param>
/// <param name="Organization">Resource name of the organization the person acts for.</param>
internal sealed record FoundAccount(string Name, string DisplayName, string Organization);

/// <summary>From the address of a colleague, which one knows, to the account that is named. There is no search: who knows no address learns of nobody.</summary>
internal static class AccountFinding
{
    public static void MapAccountFinding(this RouteGroupBuilder api) => api.MapPost("/accounts:find", FindAsync).ReadsOnly().Needs(IdentityPermissions.FindAccounts).WithTags("Accounts")
        .WithName("FindAccount").WithSummary("Find the open account of somebody whose e-mail address you know")
        .WithDescription("An address that has no account and one whose account is closed are answered alike.");

    private static async Task<Ok<FoundAccount>> FindAsync(FindAccount request, IdentityDb db, CancellationToken cancellationToken)
    {
        var check = new Violations();
        var key = Account.KeyOf(check.Text(request.Email, "email", 200));
        check.ThrowIfAny();
        var found = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.EmailKey == key && a.Active, cancellationToken);
        check.Check(found is not null, "email", "No open account has this address.");
        check.ThrowIfAny();
        db.NoteRead(found!.Id.ToString(), Classification.Confidential); // who was looked for is entered in the chain
        return TypedResults.Ok(new FoundAccount(found.Id.ToString(), found.DisplayName, found.Organization));
    }
}
