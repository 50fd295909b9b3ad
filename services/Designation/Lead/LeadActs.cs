using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Lead;

/// <summary>
/// Acts in the lead's name: by a lead mediator of an organization that leads, on the epoch that was read. Who led before and does not know it yet is told who leads now, and nothing is written (R143).
/// </summary>
internal static class LeadActs
{
    /// <summary>Refuses whoever does not speak for the lead now. What is saved by <see cref="SaveAsLeadAsync"/> after it stands only where the lead is still the same then.</summary>
    /// <param name="db">The act's own; nothing else is saved before the act.</param>
    /// <param name="process">That the caller sees.</param>
    /// <param name="caller">Who acts.</param>
    /// <param name="leadEpoch">The epoch the caller read.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The open designation.</returns>
    public static async Task<LeadDesignation> RequireLeadAsync(this DesignationDb db, Process process, Caller caller, long? leadEpoch, DateTime now, CancellationToken cancellationToken)
    {
        var epoch = leadEpoch ?? throw Fail.Invalid("leadEpoch", "Required: the epoch you read.");
        var register = await db.RegisterAsync(process, cancellationToken);
        register.RequireEpoch(epoch);
        if (register.Open is not { } lead)
        {
            throw Fail.Because(DesignationReasons.NoLead, "Nobody leads the process.");
        }

        if (!lead.IsSpokenForBy(caller))
        {
            throw Fail.Because(DesignationReasons.NotTheLead, $"{lead.DisplayName} leads; a lead mediator who acts for it does this.", ("holder", lead.DisplayName));
        }

        await db.PassFenceAsync(process, now, cancellationToken);
        return lead;
    }

    /// <summary>What is saved next stands only where the lead is still as this process was read.</summary>
    public static async Task PassFenceAsync(this DesignationDb db, Process process, DateTime now, CancellationToken cancellationToken)
    {
        var fence = await db.FenceAsync(process, now, cancellationToken);
        db.Entry(fence).Property(f => f.Epoch).OriginalValue = process.LeadEpoch; // it may have been read later than the process
        fence.Pass(now);
    }

    /// <summary>Saves an act in the lead's name; where the lead has changed since, nothing is written.</summary>
    public static async Task SaveAsLeadAsync(this DesignationDb db, ProcessId process, long? leadEpoch, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || e is DomainException { Reason: var reason } && reason == PlatformReasons.ConcurrentChange)
        {
            await db.RefuseIfChangedAsync(process, leadEpoch ?? 0, cancellationToken);
            throw;
        }
    }

    /// <summary>
    /// The loser of a race learns who won, wherever it lost: between two reads, on the version of the process, on the fence or on the index. After a failed
    /// save it reads in its own transaction, which EF has taken back to the savepoint before that save.
    /// </summary>
    public static async Task RefuseIfChangedAsync(this DesignationDb db, ProcessId id, long epoch, CancellationToken cancellationToken)
    {
        var process = await db.Processes.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        if (process.LeadEpoch != epoch)
        {
            throw LeadRegister.Stale(process, await db.LeadDesignations.AsNoTracking().SingleOrDefaultAsync(d => d.Process == id && d.EndTime == null, cancellationToken));
        }
    }

    /// <summary>The change of the lead that is saved next moves the fence with it; who passes it meanwhile waits, and is refused.</summary>
    public static async Task MoveFenceAsync(this DesignationDb db, Process process, DateTime now, CancellationToken cancellationToken)
    {
        var fence = await db.FenceAsync(process, now, cancellationToken);
        db.Entry(fence).Property(f => f.Epoch).OriginalValue = process.LeadEpoch - 1;
        fence.Move(process.LeadEpoch);
    }

    private static async Task<LeadFence> FenceAsync(this DesignationDb db, Process process, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.LeadFences.FindAsync([process.Id], cancellationToken) is { } fence)
        {
            return fence;
        }

        var first = LeadFence.Of(process, now); // opened before there were fences
        db.Add(first);
        return first;
    }

    /// <summary>Whether the caller is a lead mediator of an organization that leads by this designation.</summary>
    public static bool IsSpokenForBy(this LeadDesignation lead, Caller caller) =>
        caller.Roles.Contains(Roles.LeadMediator) && caller.Organization is { } own && lead.Organizations.Contains(own);
}
