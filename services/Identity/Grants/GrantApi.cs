using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Delegations;
using Concord.Identity.Persistence;
using Concord.Identity.Resets;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Grants;

/// <summary>Why a grant is taken away.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record RevokeGrant(string? Reason);

/// <summary>What was granted to an account for a while.</summary>
/// <param name="Name">Resource name, <c>accounts/{uuid}/grants/{uuid}</c>.</param>
/// <param name="Role">The role; absent where only a clearance was given.</param>
/// <param name="Clearance">The clearance; absent where only a role was given.</param>
/// <param name="Reason">Why the person needs it.</param>
/// <param name="GivenBy">Which administrator gave it.</param>
/// <param name="ApprovedBy">Who agreed; absent where nobody was asked.</param>
/// <param name="CreateTime">Since when, UTC.</param>
/// <param name="UntilTime">When it ends by itself, UTC.</param>
/// <param name="EndTime">When somebody ended it before that, UTC.</param>
/// <param name="EndedBy">Who.</param>
/// <param name="EndReason">Why.</param>
/// <param name="Current">Whether it counts now.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record GrantAnswer(
    string Name, string? Role, Classification? Clearance, string Reason, string GivenBy, string? ApprovedBy, DateTime CreateTime, DateTime UntilTime, DateTime? EndTime, string? EndedBy, string? EndReason,
    bool Current, string Etag);

/// <summary>Roles and clearances with an end: find, decide, raise, save, answer.</summary>
internal static class GrantApi
{
    public static void MapGrants(this RouteGroupBuilder api)
    {
        var grants = api.MapGroup("/accounts/{account}/grants").WithTags("Grants");
        grants.MapGet("", ListAsync).Needs(IdentityPermissions.ReadAccounts).WithName("ListGrants").WithSummary("List what was granted to an account for a while");
        grants.MapGet("/{grant}", GetAsync).Needs(IdentityPermissions.ReadAccounts).WithName("GetGrant").WithSummary("Get a grant");
        grants.MapPost("", GiveAsync).Needs(IdentityPermissions.ManageAccounts).WithName("GiveGrant").WithSummary("Grant a role, a higher clearance, or both, until a day")
            .WithDescription("Counts with the next request. Where it gives a high right (administrator, auditor, appointing authority, clearance for Strictly Confidential), nothing changes yet: 202 with what now waits for a second administrator under `approvals/identity`.");
        grants.MapPost("/{grant}:revoke", RevokeAsync).Needs(IdentityPermissions.ManageAccounts).WithName("RevokeGrant").WithSummary("Take a grant away before its end");
    }

    private static async Task<Ok<Page<GrantAnswer>>> ListAsync(
        AccountId account, IdentityDb db, [AsParameters] PageRequest page, [Description("Only those that count now, or only others.")] bool? current, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await AccountApi.FindAsync(db, account, cancellationToken);
        var query = db.Grants.Where(g => g.Account == account);
        query = current switch
        {
            null => query,
            true => query.Where(g => g.EndTime == null && g.UntilTime > now),
            false => query.Where(g => g.EndTime != null || g.UntilTime <= now),
        };
        return TypedResults.Ok(await query.PageAsync<Grant, GrantId, GrantAnswer>(page, $"{account}/grants?current={current}", g => ToAnswer(g, now), cancellationToken));
    }

    private static async Task<Ok<GrantAnswer>> GetAsync(AccountId account, GrantId grant, IdentityDb db, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, account, grant, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, ToAnswer(found, time.Now())));
    }

    private static async Task<Results<Created<GrantAnswer>, Accepted<ProposedActAnswer>>> GiveAsync(
        AccountId account, GiveGrant request, IdentityDb db, AccountOpening opening, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var (holder, now) = (await AccountApi.FindAsync(db, account, cancellationToken), time.Now());
        var grant = Grant.Give(holder, request, caller.Subject, approvedBy: null, now);
        if (await db.IsForHimselfAsync(caller, account, now, cancellationToken))
        {
            throw Fail.Because(IdentityReasons.OwnAccount, "Ask another administrator to grant it: nobody grants to himself, nor to whoever acts for him or for whom he acts.");
        }

        await opening.RequireKnownAsync(holder.Organization, cancellationToken);
        await db.RequireNoEqualAsync(grant, now, cancellationToken);
        if (grant.IsHigh && await RaiseAccount.HasAnotherAdministratorAsync(db, caller, now, cancellationToken))
        {
            holder.RequireOwnPassword();
            await db.RequireNoHandInAsync(account, now, cancellationToken, caller.Subject);
            var act = GiveHighGrant.Propose(db, holder, grant, await KnownAccount.OfAsync(db, holder, cancellationToken), caller, now);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Accepted($"/api/v1/{AccountApi.NameOf(act)}", response.Tagged(act, ProposedActAnswer.Of(IdentityModule.Name, act, now)));
        }

        db.Add(grant);
        holder.ChangeAccess();
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{NameOf(grant)}", response.Tagged(grant, ToAnswer(grant, now)));
    }

    private static async Task<Ok<GrantAnswer>> RevokeAsync(
        AccountId account, GrantId grant, RevokeGrant request, IdentityDb db, AccountClosing closing, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (found, holder, now) = (await FindAsync(db, account, grant, cancellationToken), await AccountApi.FindAsync(db, account, cancellationToken), time.Now());
        http.Request.CheckMatch(found);
        if (found.Role == Roles.Administrator && account.ToString() == caller.Subject)
        {
            throw Fail.Because(IdentityReasons.OwnAccount, "Ask another administrator to take your access away.");
        }

        found.Revoke(request.Reason, caller.Subject, now);
        holder.ChangeAccess();
        await closing.KeepWithinRightsAsync(holder, caller, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ToAnswer(found, now)));
    }

    internal static GrantAnswer ToAnswer(Grant g, DateTime now) => new(
        NameOf(g), g.Role, g.Clearance, g.Reason, g.GivenBy, g.ApprovedBy, g.CreateTime, g.UntilTime, g.EndTime, g.EndedBy, g.EndReason, g.IsCurrent(now), ETag.Of(g));

    internal static string NameOf(Grant g) => $"{g.Account}/{g.Id}";

    private static async Task<Grant> FindAsync(IdentityDb db, AccountId account, GrantId id, CancellationToken cancellationToken) =>
        await db.Grants.SingleOrDefaultAsync(g => g.Id == id && g.Account == account, cancellationToken) ?? throw Fail.NotFound($"{account}/{id}");
}
