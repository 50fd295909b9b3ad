using Concord.Contracts.Access;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Idempotency;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>Whose account is asked for.</summary>
/// <param name="Email">The whole address, as the person signs in with it. It is not part of any address that is logged.</param>
/// <param name="Account">Instead of it the resource name, <c>accounts/{uuid}</c>, of somebody who is named already: whoever agrees to it reads whom.</param>
internal sealed record FindAccount(string? Email, string? Account);

/// <summary>A person who can be named in a circle, a delegation or a post.</summary>
/// <param name="Name">Resource name of the account, which is what other services are told.</param>
/// <param name="DisplayName">As shown to others in histories.</param>
/// <param name="Organization">Resource name of the organization the person acts for.</param>
internal sealed record FoundAccount(string Name, string DisplayName, string Organization);

/// <summary>From the address of a colleague, which one knows, to the account that is named, and from an account that is named to who that is. There is no search: who knows neither learns of nobody.</summary>
internal static class AccountFinding
{
    public static void MapAccountFinding(this RouteGroupBuilder api) => api.MapPost("/accounts:find", FindAsync).ReadsOnly().Needs(IdentityPermissions.FindAccounts).WithTags("Accounts")
        .WithName("FindAccount").WithSummary("Find the open account of somebody whose e-mail address you know, or who an account is")
        .WithDescription("What has no account and what has one that is closed are answered alike.");

    private static async Task<Ok<FoundAccount>> FindAsync(FindAccount request, IdentityDb db, CancellationToken cancellationToken)
    {
        var check = new Violations();
        check.Check(request.Account is null || request.Email is null, "account", "Say the account or its e-mail address, and not both.");
        check.Check(request.Account is null || ResourceName.IsIn("accounts", request.Account), "account", "Expected the form accounts/{uuid}.");
        var key = request.Account is null ? Account.KeyOf(check.Text(request.Email, "email", 200)) : null;
        check.ThrowIfAny();
        var id = key is null ? AccountId.From(Guid.Parse(request.Account!["accounts/".Length..])) : default;
        var found = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => (key == null ? a.Id == id : a.EmailKey == key) && a.Active, cancellationToken);
        check.Check(found is not null, key is null ? "account" : "email", key is null ? "No open account has this number." : "No open account has this address.");
        check.ThrowIfAny();
        db.NoteRead(found!.Id.ToString(), Classification.Confidential); // who was looked for is entered in the chain
        return TypedResults.Ok(new FoundAccount(found.Id.ToString(), found.DisplayName, found.Organization));
    }
}
