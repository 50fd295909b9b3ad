using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Sessions;

/// <summary>A sign-in of a person.</summary>
/// <param name="Name">Resource name, <c>sessions/{uuid}</c>.</param>
/// <param name="Program">What the browser says it is.</param>
/// <param name="CreateTime">When it began, UTC.</param>
/// <param name="UseTime">When it was last used, UTC, to a quarter of an hour.</param>
/// <param name="ExpireTime">When it ends by itself, UTC.</param>
/// <param name="EndTime">When somebody ended it, UTC.</param>
/// <param name="Current">Whether this request belongs to it.</param>
internal sealed record SessionAnswer(string Name, string Program, DateTime CreateTime, DateTime UseTime, DateTime ExpireTime, DateTime? EndTime, bool Current);

/// <summary>How many sessions have ended.</summary>
internal sealed record EndedSessions(int Ended);

/// <summary>Sessions: a person's own, and for administrators those of others.</summary>
internal static class SessionApi
{
    public static void MapSessions(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me/sessions").WithTags("Me");
        own.MapGet("", ListOwnAsync).Needs(IdentityPermissions.ReadMe).WithName("ListMySessions").WithSummary("List your open sessions");
        own.MapPost("/{session}:end", EndOwnAsync).Needs(IdentityPermissions.EndOwnSessions).WithName("EndMySession").WithSummary("End one of your sessions, on a lost machine for instance");
        api.MapPost("/me/sessions:endOthers", EndOthersAsync).WithTags("Me").Needs(IdentityPermissions.EndOwnSessions).WithName("EndMyOtherSessions").WithSummary("End all your sessions but this one");
        var accounts = api.MapGroup("/accounts/{account}").WithTags("Accounts");
        accounts.MapGet("/sessions", ListOfAccountAsync).Needs(IdentityPermissions.ReadAccounts).WithName("ListSessions").WithSummary("List the open sessions of an account");
        api.MapPost("/accounts/{account}:endSessions", EndAllAsync).WithTags("Accounts").Needs(IdentityPermissions.ManageAccounts).WithName("EndSessions").WithSummary("End every session of an account");
    }

    private static async Task<Ok<Page<SessionAnswer>>> ListOwnAsync(IdentityDb db, [AsParameters] PageRequest page, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(ResourceName.TryParse<AccountId>(caller.Subject, out var account)
            ? await ListAsync(db, page, account, http.User.FindSession(), time.Now(), cancellationToken)
            : new Page<SessionAnswer>([], null)); // a machine has none

    private static async Task<Ok<Page<SessionAnswer>>> ListOfAccountAsync(AccountId account, IdentityDb db, [AsParameters] PageRequest page, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!await db.Accounts.AnyAsync(a => a.Id == account, cancellationToken))
        {
            throw Fail.NotFound(account.ToString());
        }

        return TypedResults.Ok(await ListAsync(db, page, account, http.User.FindSession(), time.Now(), cancellationToken));
    }

    private static Task<Page<SessionAnswer>> ListAsync(IdentityDb db, PageRequest page, AccountId account, SessionId? current, DateTime now, CancellationToken cancellationToken) =>
        Open(db, account, now).PageAsync<PersonSession, SessionId, SessionAnswer>(page, $"{account}/sessions", s => ToAnswer(s, current), cancellationToken);

    private static async Task<Ok<SessionAnswer>> EndOwnAsync(SessionId session, IdentityDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = ResourceName.TryParse<AccountId>(caller.Subject, out var account)
            ? await db.Sessions.Include(s => s.Use).SingleOrDefaultAsync(s => s.Id == session && s.Account == account, cancellationToken)
            : null;
        (found ?? throw Fail.NotFound(session.ToString())).End(time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(ToAnswer(found, http.User.FindSession()));
    }

    private static async Task<Ok<EndedSessions>> EndOthersAsync(IdentityDb db, Caller caller, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        var others = ResourceName.TryParse<AccountId>(caller.Subject, out var account) && http.User.FindSession() is { } current
            ? Open(db, account, time.Now()).Where(s => s.Id != current)
            : throw Fail.NotFound("sessions"); // a machine has none
        return TypedResults.Ok(await EndAsync(db, others, time.Now(), cancellationToken));
    }

    private static async Task<Ok<EndedSessions>> EndAllAsync(AccountId account, IdentityDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!await db.Accounts.AnyAsync(a => a.Id == account, cancellationToken))
        {
            throw Fail.NotFound(account.ToString());
        }

        return TypedResults.Ok(await EndAsync(db, Open(db, account, time.Now()), time.Now(), cancellationToken));
    }

    private static async Task<EndedSessions> EndAsync(IdentityDb db, IQueryable<PersonSession> which, DateTime now, CancellationToken cancellationToken)
    {
        var sessions = await which.ToListAsync(cancellationToken);
        foreach (var session in sessions)
        {
            session.End(now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new EndedSessions(sessions.Count);
    }

    private static IQueryable<PersonSession> Open(IdentityDb db, AccountId account, DateTime now)
    {
        var since = now - PersonSession.LongestIdle;
        return db.Sessions.Include(s => s.Use).Where(s => s.Account == account && s.EndTime == null && s.ExpireTime > now && s.Use.LastTime > since);
    }

    private static SessionAnswer ToAnswer(PersonSession s, SessionId? current) => new(s.Id.ToString(), s.Program, s.CreateTime, s.Use.LastTime, s.ExpireTime, s.EndTime, s.Id == current);
}
