using System.Globalization;
using Concord.Designation.Claims;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>
/// Parties can shop between those who would lead (R48): open claims of two or more organizations, or one beside the lead of another. Worse from three on. A claim of an organization that leads, alone or jointly, is no rival.
/// </summary>
internal sealed class SecondLeadClaim(DesignationDb db) : IAlertRule<ProcessId>
{
    private const int Many = 3;

    public AlertKind Kind => DesignationAlerts.SecondLeadClaim;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var processes = db.Processes.OpenAmong(of);
        var claims = await db.Claims.Where(c => c.Kind == ClaimKind.Lead && c.State == ClaimState.Proposed).Join(processes, c => c.Process, p => p.Id, (c, p) => new { c.Process, c.Id, c.Organization, p.Lead })
            .Where(c => c.Lead != null || db.Claims.Any(o => o.Process == c.Process && o.Kind == ClaimKind.Lead && o.State == ClaimState.Proposed && o.Organization != c.Organization)).ToListAsync(cancellationToken);
        var led = claims.Where(c => c.Lead is not null).Select(c => c.Process).Distinct().ToList();
        var leads = (await db.LeadDesignations.AsNoTracking().Where(d => led.Contains(d.Process) && d.EndTime == null).ToListAsync(cancellationToken)).ToDictionary(d => d.Process);
        List<AlertFinding<ProcessId>> found = [];
        foreach (var process in claims.GroupBy(c => c.Process))
        {
            var lead = leads.GetValueOrDefault(process.Key);
            var rivals = process.Where(c => lead?.Organizations.Contains(c.Organization) != true).ToList();
            var tracks = rivals.Count + (lead is null ? 0 : 1);
            if (rivals.Count == 0 || tracks < 2)
            {
                continue;
            }

            var facts = new Dictionary<string, string> { ["claims"] = rivals.Count.ToString(CultureInfo.InvariantCulture), ["led"] = lead is null ? "false" : "true" };
            string[] evidence = [.. rivals.Select(c => $"{c.Process}/{c.Id}"), .. lead is null ? (string[])[] : [$"{lead.Process}/{lead.Id}"]];
            found.Add(new AlertFinding<ProcessId>(process.Key, "", evidence, facts, tracks >= Many ? AlertSeverity.Critical : null));
        }

        return found;
    }
}
