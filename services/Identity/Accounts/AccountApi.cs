using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Identity.Delegations;
using Concord.Identity.Persistence;
using Concord.Identity.Resets;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>An account to open.</summary>
/// <param name="Email">The sign-in name; one account per address.</param>
/// <param name="DisplayName">As shown to others in histories; 1 to 200 characters.</param>
/// <param name="Organization">Resource name of the organization the person acts for; registered with the partners service.</param>
/// <param name="Roles">Roles in that organization.</param>
/// <param name="Clearance">Highest classification the person may see.</param>
/// <param name="Password">A first password of 12 to 128 characters; one is made where absent. Either way it is good for seven days, and the person replaces it when first signing in.</param>
internal sealed record OpenAccount(string? Email, string? DisplayName, string? Organization, IReadOnlyList<string>? Roles, Classification? Clearance, string? Password);

/// <summary>An account; never its password.</summary>
/// <param name="Name">Resource name, <c>accounts/{uuid}</c>.</param>
/// <param name="Email">The sign-in name.</param>
/// <param name="DisplayName">As shown to others in histories.</param>
/// <param name="Organization">Resource name of the organization the person acts for.</param>
/// <param name="Roles">Roles in that organization.</param>
/// <param name="Clearance">Highest classification the person may see.</param>
/// <param name="Active">Whether the person can sign in.</param>
/// <param name="HandedOverTo">Resource name of the account that took over what was open in this one's name; absent where none did.</param>
/// <param name="HandOverTime">When, UTC.</param>
/// <param name="CreateTime">When it was opened, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record AccountAnswer(
    string Name, string Email, string DisplayName, string Organization, IReadOnlyList<string> Roles, Classification Clearance, bool Active, string? HandedOverTo, DateTime? HandOverTime, DateTime CreateTime, string Etag);

/// <summary>An account with the password that was made for it.</summary>
/// <param name="Account">The account.</param>
/// <param name="OneTimePassword">Shown in this answer only, and good once within seven days; absent where the request brought one.</param>
/// <param name="Approval">What a second administrator has to approve before the account is active; absent where nothing has to be.</param>
internal sealed record AccountWithPassword(AccountAnswer Account, string? OneTimePassword, string? Approval = null);

/// <summary>Accounts of people, kept by administrators.</summary>
internal static class AccountApi
{
    public static void MapAccounts(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("Accounts");
        accounts.MapGet("", ListAsync).Needs(IdentityPermissions.ReadAccounts).WithName("ListAccounts").WithSummary("List accounts");
        accounts.MapGet("/{account}", GetAsync).Needs(IdentityPermissions.ReadAccounts).WithName("GetAccount").WithSummary("Get an account");
        accounts.MapPost("", OpenAsync).AnswersSecret().Needs(IdentityPermissions.ManageAccounts).WithName("OpenAccount").WithSummary("Open an account");
        accounts.MapPatch("/{account}", EditAsync).Needs(IdentityPermissions.ManageAccounts).WithName("EditAccount").WithSummary("Change an account's name, roles, clearance or state")
            .WithDescription("Where it gives a high right (administrator, auditor, appointing authority, clearance for Strictly Confidential), nothing changes yet: 202 with what now waits for a second administrator under `approvals/identity`.");
    }

    private static async Task<Ok<Page<AccountAnswer>>> ListAsync(
        IdentityDb db, [AsParameters] PageRequest page, [Description("Only accounts of this organization.")] string? organization, [Description("Only those that are open, or only those that are closed.")] bool? active,
        CancellationToken cancellationToken)
    {
        var query = organization is null ? db.Accounts : db.Accounts.Where(a => a.Organization == organization);
        query = active is null ? query : query.Where(a => a.Active == active);
        return TypedResults.Ok(await query.PageAsync<Account, AccountId, AccountAnswer>(page, $"accounts?organization={organization}&active={active}", ToAnswer, cancellationToken));
    }

    private static async Task<Ok<AccountAnswer>> GetAsync(AccountId account, IdentityDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, account, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, ToAnswer(found)));
    }

    private static async Task<Created<AccountWithPassword>> OpenAsync(
        OpenAccount request, IdentityDb db, AccountOpening opening, PasswordRules passwords, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var account = Account.Open(AccountId.New(), request.Email, request.DisplayName, request.Organization, request.Roles, request.Clearance, time.Now());
        if (request.Password is not null)
        {
            new Violations().AddPassword(await passwords.FaultOfAsync(request.Password, account.Email, account.DisplayName, account.Organization, former: null, cancellationToken), "password").ThrowIfAny();
        }

        await opening.RequireKnownAsync(account.Organization, cancellationToken);
        var made = request.Password is null ? Passwords.New() : null;
        account.SetPassword(opening.Hash(account, request.Password ?? made!), temporary: true, time.Now() + Account.OneTimePasswordLife);
        var act = await opening.AddAsync(account, caller, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{account.Id}", response.Tagged(account, new AccountWithPassword(ToAnswer(account), made, act is null ? null : NameOf(act))));
    }

    private static async Task<Results<Ok<AccountAnswer>, Accepted<ProposedActAnswer>>> EditAsync(
        AccountId account, MergePatch<AccountEdit> patch, IdentityDb db, AccountOpening opening, AccountClosing closing, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, account, cancellationToken);
        http.Request.RequireMatch(found);
        var (before, wasActive, kept, lent, now) = (found.HighRights, found.Active, found.KeepsThePlatform, found.IsOpenToAnother, time.Now());
        var (roles, clearance) = (found.Roles, found.Clearance);
        found.Edit(patch.ApplyTo(Fields(found)), caller, now);
        if ((found.Roles.Except(roles).Any() || found.Clearance > clearance) && await db.IsForHimselfAsync(caller, account, now, cancellationToken))
        {
            throw Fail.Because(IdentityReasons.OwnAccount, "Ask another administrator to give it: nobody gives a role or a clearance to himself, nor to whoever acts for him or for whom he acts.");
        }

        if (found.Active && !wasActive)
        {
            await opening.RequireKnownAsync(found.Organization, cancellationToken);
        }

        if (found.HighRights.Except(before).Any() && await RaiseAccount.HasAnotherAdministratorAsync(db, caller, now, cancellationToken))
        {
            if (lent)
            {
                throw Fail.Because(IdentityReasons.PasswordNotChosen, IdentityReasons.PasswordNotChosen.Title);
            }

            await db.RequireNoHandInAsync(account, now, cancellationToken, caller.Subject);
            var (wished, known) = (Fields(found), await KnownAccount.OfAsync(db, found, cancellationToken));
            db.ChangeTracker.Clear(); // nothing of it counts yet
            var act = RaiseAccount.Propose(db, account, wished, found.Version, caller, now, known);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Accepted($"/api/v1/{NameOf(act)}", http.Response.Tagged(act, ProposedActAnswer.Of(IdentityModule.Name, act, now)));
        }

        await closing.FollowEditAsync(found, kept, caller, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ToAnswer(found)));
    }

    private static AccountEdit Fields(Account account) => new(account.DisplayName, account.Roles, account.Clearance, account.Active);

    internal static string NameOf(ProposedAct act) => $"approvals/{IdentityModule.Name}/{act.Id.Value}";

    internal static async Task<Account> FindAsync(IdentityDb db, AccountId id, CancellationToken cancellationToken) =>
        await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    internal static AccountAnswer ToAnswer(Account a) =>
        new(a.Id.ToString(), a.Email, a.DisplayName, a.Organization, a.Roles, a.Clearance, a.Active, a.HandedOverTo, a.HandOverTime, a.CreateTime, ETag.Of(a));
}
