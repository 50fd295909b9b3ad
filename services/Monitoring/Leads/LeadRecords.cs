using Concord.Monitoring.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Leads;

internal static class LeadRecords
{
    /// <summary>What is held about the process, or a new record that is saved with the caller's change.</summary>
    public static async Task<ProcessLead> LeadOfAsync(this MonitoringDb db, string process, CancellationToken cancellationToken)
    {
        var held = await db.ProcessLeads.Include(l => l.Log.OrderBy(e => e.Ordinal)).SingleOrDefaultAsync(l => l.Process == process, cancellationToken);
        return held ?? db.Add(new ProcessLead(process)).Entity;
    }
}
