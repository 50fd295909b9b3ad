using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Delegations;

/// <summary>Delegations of others, kept by administrators.</summary>
internal static class DelegationApi
{
    public static void MapDelegations(this RouteGroupBuilder api)
    {
        var delegations = api.MapGroup("/accounts/{account}/delegations").WithTags("Delegations");
        delegations.MapGet("", ListAsync).Needs(IdentityPermissions.ReadAccounts).WithName("ListDelegations").WithSummary("List who acts or acted for somebody who is away");
        delegations.MapPost("", NameAsync).Needs(IdentityPermissions.ManageAccounts).WithName("NameDelegate").WithSummary("Name a colleague who may act for somebody who is away")
            .WithDescription("The delegate acts in the roles of that person, but for administrator and auditor, with the lower clearance of the two, and in no compartment.");
        delegations.MapPost("/{delegation}:withdraw", WithdrawAsync).Needs(IdentityPermissions.ManageAccounts).WithName("WithdrawDelegation").WithSummary("Withdraw a delegation: nobody acts by it any more");
    }

    private static async Task<Ok<Page<DelegationAnswer>>> ListAsync(AccountId account, IdentityDb db, DelegationDesk desk, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await AccountApi.FindAsync(db, account, cancellationToken);
        return await desk.ListAsync(db.Delegations.Where(d => d.Person == account), page, $"{account}/delegations", cancellationToken);
    }

    private static async Task<Created<DelegationAnswer>> NameAsync(AccountId account, NameDelegate request, IdentityDb db, DelegationDesk desk, CancellationToken cancellationToken) =>
        await desk.NameAsync(await AccountApi.FindAsync(db, account, cancellationToken), request, cancellationToken);

    private static async Task<Ok<DelegationAnswer>> WithdrawAsync(
        AccountId account, DelegationId delegation, WithdrawDelegation request, IdentityDb db, DelegationDesk desk, CancellationToken cancellationToken) =>
        await desk.WithdrawAsync(
            await db.Delegations.SingleOrDefaultAsync(d => d.Id == delegation && d.Person == account, cancellationToken) ?? throw Fail.NotFound($"{account}/{delegation}"), request.Reason, cancellationToken);
}
