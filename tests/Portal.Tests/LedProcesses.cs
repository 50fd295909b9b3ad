using System.Net;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Portal.Tests;

/// <summary>Processes that somebody leads, and parties at their table.</summary>
internal static class LedProcesses
{
    /// <summary>Opens a process that nobody else uses and that IGAD leads.</summary>
    /// <returns>Its resource name.</returns>
    public static async Task<string> LedProcessAsync(this RunningPortal portal, string classification = "CONFIDENTIAL")
    {
        using var support = await portal.AsAsync("msu.officer@un.example");
        var process = (await support.PostAsync("/api/v1/processes", new
        {
            title = $"Process {Guid.NewGuid():N}",
            situation = "A situation",
            countries = new[] { "TCD" },
            kind = "RESOLVING_MEDIATION",
            sourceOfAuthority = "REQUEST_OF_PARTIES",
            classification,
            appointingAuthority = new { organ = "Secretary-General", persons = new[] { AccountOf("authority.proposer@un.example"), AccountOf("authority.approver@un.example") } },
        })).Is(HttpStatusCode.Created).TextOf("name");
        await portal.ApprovedAsync(process, "designate", new { leadEpoch = 0, lead = Terms("IGAD") });
        return process;
    }

    public static async Task ApprovedAsync(this RunningPortal portal, string process, string verb, object body)
    {
        using var proposer = await portal.AsAsync("authority.proposer@un.example");
        using var approver = await portal.AsAsync("authority.approver@un.example");
        var proposal = (await proposer.PostAsync($"/api/v1/{process}/lead:{verb}", body)).Is(HttpStatusCode.Created).TextOf("name");
        (await approver.PostAsync($"/api/v1/{proposal}:approve", new { })).Is(HttpStatusCode.OK);
    }

    /// <summary>Brings a party to the table of a process that IGAD leads.</summary>
    /// <returns>Resource name of the delegation.</returns>
    public static async Task<string> SeatAsync(this RunningPortal portal, string process, string party, params string[] members)
    {
        using var mediator = await portal.AsAsync("lead.mediator@igad.example");
        return (await mediator.PostAsync($"/api/v1/{process}/delegations", new { leadEpoch = 1, party, members = members.Select(AccountOf) })).Is(HttpStatusCode.Created).TextOf("name");
    }

    public static object Terms(string organization) => new { organizations = new[] { WellKnown.Organization(organization) }, model = "LEAD_WITH_SUPPORT", reason = "Near", singleCandidateReason = "The only one asked for" };

    public static string AccountOf(string email) => $"accounts/{WellKnown.Id("account", email)}";
}
