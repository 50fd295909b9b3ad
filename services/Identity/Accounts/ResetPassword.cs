using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Identity.Resets;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>
/// A new one-time password for an account that has a high right (<see cref="Account.HighRights"/>), if only for a while: two administrators agree (<see cref="AgreedSecret"/>), because whoever sees
/// it can be that person, and could approve what he has proposed himself. One who is alone decides alone; the chain says so.
/// </summary>
internal sealed class ResetPassword(IdentityDb db) : IFourEyesAct
{
    public const string ActName = "accounts.resetPassword";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var account = ResourceName.TryParse<AccountId>(act.Record, out var id) ? await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;
        act.RequireAsProposed(account?.Version);
    }
}

internal static class PasswordResetApi
{
    public static void MapPasswordReset(this RouteGroupBuilder api) =>
        api.MapPost("/accounts/{account}:resetPassword", ResetAsync).AnswersSecret().WithTags("Accounts").Needs(IdentityPermissions.ManageAccounts).WithName("ResetPassword")
            .WithSummary("Give an account a new one-time password")
            .WithDescription("Where the account has a high right (administrator, auditor, appointing authority, clearance for Strictly Confidential) or had one within the last seven days, nothing changes yet: 202 with what now waits for a second administrator under `approvals/identity`. "
                + "Once it is approved, the proposer sends the request again, with another `Idempotency-Key`, and is shown the password.");

    private static async Task<Results<Ok<AccountWithPassword>, Accepted<ProposedActAnswer>>> ResetAsync(
        AccountId account, IdentityDb db, AccountOpening opening, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (found, now) = (await AccountApi.FindAsync(db, account, cancellationToken), time.Now());
        http.Request.CheckMatch(found);
        if (!found.Active)
        {
            throw Fail.Because(IdentityReasons.AccountInactive, "Make the account active first.");
        }

        // The person concerned counts as one to be asked: of two administrators neither takes the other's account. Nor by taking the right away first: for as long as an act waits it counts as held.
        if (await db.HadHighRightAsync(found, now - ProposedAct.Lifetime, cancellationToken) && await RaiseAccount.HasAnotherAdministratorAsync(db, caller, now, cancellationToken)
            && !await db.IsSecretAgreedAsync(ResetPassword.ActName, account.ToString(), found.Version, caller, now, cancellationToken))
        {
            var act = db.ProposeSecret(ResetPassword.ActName, account.ToString(), new(found.DisplayName, found.Version), caller, now);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Accepted($"/api/v1/{AccountApi.NameOf(act)}", http.Response.Tagged(act, ProposedActAnswer.Of(IdentityModule.Name, act, now)));
        }

        var made = Passwords.New();
        found.SetPassword(opening.Hash(found, made), temporary: true, now + Account.OneTimePasswordLife);
        db.NoteReset(account, ResetKind.Password, caller.Subject, approvedBy: null, now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, new AccountWithPassword(AccountApi.ToAnswer(found), made)));
    }
}
