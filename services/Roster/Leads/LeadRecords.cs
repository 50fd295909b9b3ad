using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Leads;

internal static class LeadRecords
{
    /// <summary>What is held about the process, or a new record that is saved with the caller's change.</summary>
    public static async Task<ProcessLead> LeadOfAsync(this RosterDb db, string process, CancellationToken cancellationToken) =>
        await db.ProcessLeads.SingleOrDefaultAsync(l => l.Process == process, cancellationToken) ?? db.Add(new ProcessLead(process)).Entity;

    /// <summary>What designation answered of who leads: facts of before this service listened come to it in no other way.</summary>
    public static async Task TakeAsync(this RosterDb db, AskedProcess asked, CancellationToken cancellationToken)
    {
        if (asked.Lead is { } lead)
        {
            (await db.LeadOfAsync(asked.Name, cancellationToken)).Hold([.. lead.Organizations], lead.Epoch);
        }
    }
}
