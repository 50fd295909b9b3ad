using Concord.Identity.Accounts;
using Concord.Identity.Compartments;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Identity.Resets;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Factors;

/// <summary>Why somebody's second factors are removed.</summary>
/// <param name="Reason">1 to 2000 characters: how it is known who asked for it, for instance.</param>
internal sealed record RemoveAccountFactors(string? Reason);

/// <summary>Which factors, and links to providers that vouch for one, as they were when it was proposed.</summary>
internal sealed record LostFactors(string DisplayName, IReadOnlyList<Guid> Factors);

/// <summary>How many were removed.</summary>
internal sealed record RemovedFactors(int Removed);

/// <summary>
/// Removing all second factors of somebody who has lost them, and with them the links to providers that vouch for one: two administrators agree, because whoever has the password then is that person. Every session ends.
/// One who is alone decides alone; the chain says so.
/// </summary>
internal sealed class RemoveFactors(IdentityDb db, LinksOfAccount links, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "accounts.removeFactors";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var account = ResourceName.TryParse<AccountId>(act.Record, out var id) ? await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;
        var held = account is null ? null : await HeldFactors.FindAsync(db, links, account, cancellationToken);
        if (account is null || held is null || !act.Read<LostFactors>().Factors.ToHashSet().SetEquals(held.Numbers))
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }

        RequireAnother(account.Id, approver);
        await held.RemoveAsync(db, links, account, cancellationToken);
        db.NoteReset(account.Id, ResetKind.Factors, act.ProposedBy, approver.Subject, time.Now());
    }

    public static void RequireAnother(AccountId account, Caller by)
    {
        if (by.Subject == account.ToString())
        {
            throw Fail.Because(IdentityReasons.OwnAccount, "Remove your own factor on your own page, or ask other administrators.");
        }
    }
}

internal static class FactorRemovalApi
{
    public static void MapFactorRemoval(this RouteGroupBuilder api) =>
        api.MapPost("/accounts/{account}:removeFactors", RemoveAsync).WithTags("Accounts").Needs(IdentityPermissions.ManageAccounts).WithName("RemoveFactors")
            .WithSummary("Remove the second factors of somebody who has lost them")
            .WithDescription("Links to identity providers that vouch for a second factor go with them; who has no password then needs a one-time password. Nothing changes yet: 202 with what now waits for a second administrator under `approvals/identity`. Only where there is no other administrator it is done at once.");

    private static async Task<Results<Ok<RemovedFactors>, Accepted<ProposedActAnswer>>> RemoveAsync(
        AccountId account, RemoveAccountFactors request, IdentityDb db, LinksOfAccount links, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var check = new Violations();
        var reason = check.Text(request.Reason, "reason", 2000);
        check.ThrowIfAny();
        var found = await db.Accounts.SingleOrDefaultAsync(a => a.Id == account, cancellationToken) ?? throw Fail.NotFound(account.ToString());
        RemoveFactors.RequireAnother(account, caller);
        var held = await HeldFactors.FindAsync(db, links, found, cancellationToken);
        if (held.Numbers.Count == 0)
        {
            throw Fail.Because(IdentityReasons.NoFactor, IdentityReasons.NoFactor.Title);
        }

        if (!await RaiseAccount.HasAnotherAdministratorAsync(db, caller, account, time.Now(), cancellationToken))
        {
            await held.RemoveAsync(db, links, found, cancellationToken);
            db.NoteReset(account, ResetKind.Factors, caller.Subject, approvedBy: null, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Ok(new RemovedFactors(held.Numbers.Count));
        }

        var act = db.Propose(RemoveFactors.ActName, account.ToString(), new LostFactors(found.DisplayName, held.Numbers), Keepers.Administrators, reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        var answer = ProposedActAnswer.Of(IdentityModule.Name, act, time.Now());
        return TypedResults.Accepted($"/api/v1/{answer.Name}", response.Tagged(act, answer));
    }
}
