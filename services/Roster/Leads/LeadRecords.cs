using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Leads;

internal static class LeadRecords
{
    /// <summary>What is held about the process, or a new record that is saved with the caller's change.</summary>
    public static async Task<ProcessLead> LeadOfAsync(this RosterDb db, string process, CancellationToken cancellationToken) =>
        await db.ProcessLeads.SingleOrDefaultAsync(l => l.Process == process, cancellationToken) ?? db.Add(new ProcessLead(process)).Entity;
}
