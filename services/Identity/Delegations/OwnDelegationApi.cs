using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Sessions;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Delegations;

/// <summary>Whom the session acts for from the next token on.</summary>
/// <param name="ActsFor">Absent where for nobody.</param>
internal sealed record ActingAnswer(ActsForAnswer? ActsFor);

/// <summary>Who acts for the caller, and for whom the caller acts.</summary>
internal static class OwnDelegationApi
{
    public static void MapOwnDelegations(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me/delegations").WithTags("Me");
        own.MapGet("", ListAsync).Needs(IdentityPermissions.Delegate).WithName("ListMyDelegations").WithSummary("List who may act for you, and for whom you may");
        own.MapPost("", NameAsync).Needs(IdentityPermissions.Delegate).WithName("NameMyDelegate").WithSummary("Name a colleague who may act for you while you are away");
        own.MapPost("/{delegation}:withdraw", WithdrawAsync).Needs(IdentityPermissions.Delegate).WithName("WithdrawMyDelegation").WithSummary("Withdraw a delegation that is yours, or was given to you");
        own.MapPost("/{delegation}:act", ActAsync).Needs(IdentityPermissions.Delegate).WithName("ActForAnother").WithSummary("Act for somebody who is away, in this session, from the next token on")
            .WithDescription("Everything done then says who acted and for whom. A program asks for another token afterwards.");
        api.MapPost("/me/delegations:stop", StopAsync).WithTags("Me").Needs(IdentityPermissions.Delegate).WithName("StopActingForAnother").WithSummary("Act for yourself again, in this session, from the next token on");
    }

    private static async Task<Ok<Page<DelegationAnswer>>> ListAsync(IdentityDb db, DelegationDesk desk, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var account = IdOf(caller);
        return await desk.ListAsync(db.Delegations.Where(d => d.Person == account || d.Delegate == account), page, $"{account}/me/delegations", cancellationToken);
    }

    private static async Task<Created<DelegationAnswer>> NameAsync(NameDelegate request, IdentityDb db, DelegationDesk desk, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.ActsFor is not null)
        {
            throw Fail.Because(IdentityReasons.ActsForAnother, IdentityReasons.ActsForAnother.Title);
        }

        return await desk.NameAsync(await AccountApi.FindAsync(db, IdOf(caller), cancellationToken), request, cancellationToken);
    }

    private static async Task<Ok<DelegationAnswer>> WithdrawAsync(DelegationId delegation, WithdrawDelegation request, IdentityDb db, DelegationDesk desk, Caller caller, CancellationToken cancellationToken) =>
        await desk.WithdrawAsync(await FindAsync(db, delegation, caller, cancellationToken), request.Reason, cancellationToken);

    private static async Task<Ok<ActingAnswer>> ActAsync(DelegationId delegation, IdentityDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        var (found, account, now) = (await FindAsync(db, delegation, caller, cancellationToken), IdOf(caller), time.Now());
        if (found.Delegate != account || !found.IsCurrent(now))
        {
            throw Fail.Because(IdentityReasons.DelegationNotCurrent, IdentityReasons.DelegationNotCurrent.Title);
        }

        var session = await SessionAsync(db, account, http, cancellationToken);
        session.ActBy(found.Id);
        NoteConcern(db, found);
        await db.SaveChangesAsync(cancellationToken);
        var acting = await db.ActingAsync(account, session, now, cancellationToken);
        return TypedResults.Ok(new ActingAnswer(acting is var (by, person) ? new ActsForAnswer(person.Id.ToString(), person.DisplayName, DelegationAnswers.NameOf(by), by.UntilTime) : null));
    }

    private static async Task<Ok<ActingAnswer>> StopAsync(IdentityDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var session = await SessionAsync(db, IdOf(caller), http, cancellationToken);
        if (session.ActsBy is { } by)
        {
            NoteConcern(db, await db.Delegations.AsNoTracking().SingleAsync(d => d.Id == by, cancellationToken));
        }

        session.ActBy(null);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new ActingAnswer(null));
    }

    // Whoever is away finds in the chain when somebody began to act for him, and stopped.
    private static void NoteConcern(IdentityDb db, Delegation delegation)
    {
        db.NoteConcern(delegation.Id.ToString());
        db.NoteConcern(delegation.Person.ToString());
    }

    // A machine has no account, acts for nobody and is told so.
    private static AccountId IdOf(Caller caller) => ResourceName.TryParse<AccountId>(caller.Subject, out var account) ? account : throw Fail.NotFound("delegations");

    private static async Task<Delegation> FindAsync(IdentityDb db, DelegationId id, Caller caller, CancellationToken cancellationToken)
    {
        var account = IdOf(caller);
        return await db.Delegations.SingleOrDefaultAsync(d => d.Id == id && (d.Person == account || d.Delegate == account), cancellationToken) ?? throw Fail.NotFound(id.ToString());
    }

    // Of the session that the token came from: other ones of the same person go on as they are.
    private static async Task<PersonSession> SessionAsync(IdentityDb db, AccountId account, HttpContext http, CancellationToken cancellationToken)
    {
        var id = http.User.FindSession();
        return await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.Account == account, cancellationToken) ?? throw Fail.NotFound("sessions");
    }
}
