using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.HandOvers;

/// <summary>Who takes over.</summary>
/// <param name="Successor">Resource name of another active account of the same organization.</param>
/// <param name="Reason">1 to 2000 characters; shown with what is withdrawn, and to the keepers who are asked.</param>
/// <param name="Close">Whether the account is closed in the same act; not where absent.</param>
internal sealed record HandOverAccount(string? Successor, string? Reason, bool? Close);

/// <summary>One officer follows another: find, decide, raise, save, answer.</summary>
internal static class HandOverApi
{
    public static void MapHandOvers(this RouteGroupBuilder api) =>
        api.MapPost("/accounts/{account}:handOver", HandOverAsync).WithTags("Accounts").Needs(IdentityPermissions.ManageAccounts).WithName("HandOverAccount").WithSummary("Hand over what is open in a person's name to a successor")
            .WithDescription("Invitations move, proposals that wait are withdrawn, grants and delegations end, keepers of compartments are asked, and designation names the successor wherever a process names the person.");

    private static async Task<Ok<HandOverAnswer>> HandOverAsync(
        AccountId account, HandOverAccount request, IdentityDb db, HandOver handOver, AccountClosing closing, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var from = await AccountApi.FindAsync(db, account, cancellationToken);
        http.Request.CheckMatch(from);
        var (reason, close, now) = (Check(request), request.Close == true, time.Now());
        if (request.Successor == caller.Subject || (account.ToString() == caller.Subject && (close || !from.KeepsThePlatform)))
        {
            // Who is an administrator for a while would end that: grants end with a hand-over.
            throw Fail.Because(IdentityReasons.OwnAccount, "Ask another administrator to hand over to you, or to take your access away.");
        }

        var to = ResourceName.TryParse<AccountId>(request.Successor, out var id) ? await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;
        db.Raise(from.HandOver(to, now), now);
        var withdrawn = await handOver.WithdrawAsync(from, reason, caller, now, cancellationToken);
        var (moved, left) = await handOver.MoveInvitationsAsync(from, to!, now, cancellationToken);
        await handOver.AskKeepersAsync(from, to!, reason, now, cancellationToken);
        if (close && from.KeepsThePlatform)
        {
            await closing.RequireAnotherAdministratorAsync(from, cancellationToken);
        }

        await closing.EndGrantsAsync(from, caller.Subject, now, cancellationToken);
        await closing.EndDelegationsAsync(from.Id, caller.Subject, now, cancellationToken);
        await (close ? closing.CloseAsync(from, caller.Subject, now, cancellationToken) : closing.KeepWithinClearanceAsync(from, caller.Subject, now, cancellationToken));

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(from, new HandOverAnswer(
            from.Id.ToString(), to!.Id.ToString(), moved, withdrawn, [.. left, new HandedItem(HandedKind.Compartments, null, LeftBecause.DecidedByKeepers)], [new HandedItem(HandedKind.Processes, null, null)], close, ETag.Of(from))));
    }

    private static string Check(HandOverAccount request)
    {
        var check = new Violations();
        check.Check(ResourceName.IsIn("accounts", request.Successor), "successor", "Expected the form accounts/{uuid}.");
        var reason = check.Text(request.Reason, "reason", 2000);
        check.ThrowIfAny();
        return reason;
    }
}
