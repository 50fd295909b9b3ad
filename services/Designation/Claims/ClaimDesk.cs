using Concord.Contracts.Events;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Claims;

/// <summary>Takes claims on processes outside the claimant's view. What is there is recorded; the claimant learns nothing of it (R48).</summary>
internal static class ClaimDesk
{
    /// <param name="db">Holds the receipt either way.</param>
    /// <param name="asked">The process as it was asked for.</param>
    /// <param name="process">Null where there is none.</param>
    /// <param name="organization">The claimant.</param>
    /// <param name="request">Already checked.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<DeskReceipt> TakeAsync(
        DesignationDb db, ProcessId asked, Process? process, AskedOrganization organization, RegisterClaim request, Signature by, DateTime now, CancellationToken cancellationToken)
    {
        var open = await db.Claims.AnyAsync(c => c.Process == asked && c.Organization == organization.Name && c.State == ClaimState.Proposed, cancellationToken);
        if (process is null or { State: ProcessState.Closed } || open)
        {
            return await KeepAsync(db, new DeskReceipt(asked, organization.Name, null, by, now), cancellationToken);
        }

        var (claim, registered) = Claim.Register(ClaimId.New(), process, organization, request, by, now);
        var receipt = new DeskReceipt(asked, organization.Name, claim.Id, by, now);
        db.Add(claim);
        Raise(db, registered, now);
        try
        {
            return await KeepAsync(db, receipt, cancellationToken);
        }
        catch (DomainException e) when (e.Reason == DesignationReasons.ClaimAlreadyOpen)
        {
            // Another claim of the organization was faster. Only the receipt is left to keep.
            foreach (var entry in db.ChangeTracker.Entries().Where(x => x.Entity is Claim or OutboxMessage).ToList())
            {
                entry.State = EntityState.Detached;
            }

            receipt.Forget();
            return await KeepAsync(db, receipt, cancellationToken);
        }
    }

    /// <summary>Tells the others, where the claim is one that they hear of.</summary>
    public static void Raise(DesignationDb db, ClaimRegistered? registered, DateTime now)
    {
        if (registered is not null)
        {
            db.Raise(registered, now);
        }
    }

    private static async Task<DeskReceipt> KeepAsync(DesignationDb db, DeskReceipt receipt, CancellationToken cancellationToken)
    {
        if (db.Entry(receipt).State == EntityState.Detached)
        {
            db.Add(receipt);
        }

        await db.SaveChangesAsync(cancellationToken);
        return receipt;
    }
}
