using System.Net;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>Makes through the API what a journey starts from.</summary>
internal static class Situation
{
    public static readonly string Igad = WellKnown.Organization("IGAD");
    public static readonly string Eccas = WellKnown.Organization("ECCAS");

    /// <summary>A fresh, invented process whose appointing authority are the two persons of the demonstration.</summary>
    public static async Task<string> NewProcessAsync(JourneyPlatform platform)
    {
        var msu = await platform.AsAsync("msu.officer");
        return (await msu.PostAsync("/api/v1/processes", new
        {
            title = $"Invented process {Guid.NewGuid():N}",
            situation = "Invented for a test.",
            countries = new[] { "TCD" },
            kind = "RESOLVING_MEDIATION",
            sourceOfAuthority = "REQUEST_OF_PARTIES",
            classification = "CONFIDENTIAL",
            appointingAuthority = new { organ = "Secretary-General", persons = new[] { Account("authority.proposer@un.example"), Account("authority.approver@un.example") } },
        })).Is(HttpStatusCode.Created).TextOf("name");
    }

    /// <summary>A fresh, invented agreement on the process, with two parties and one anchor.</summary>
    public static async Task<string> NewAgreementAsync(HttpClient mission, string process) =>
        (await mission.PostAsync("/api/v1/agreements", Agreement(process, "CONFIDENTIAL"))).Is(HttpStatusCode.Created).TextOf("name");

    public static object Agreement(string process, string classification) => new
    {
        title = "Invented agreement",
        shortTitle = "Invented",
        signedOn = "2026-01-31",
        place = "Nowhere",
        process,
        classification,
        chapters = new[] { new { number = 1, title = "All" } },
        parties = new[] { new { key = "government", name = "Government", kind = "GOVERNMENT" }, new { key = "monitor", name = "Monitor", kind = "INSTITUTION" } },
        anchors = new[] { new { key = "signature", title = "Signature", plannedOn = "2026-01-31" } },
    };

    public static async Task<string> ClaimAsync(HttpClient officer, string process) =>
        (await officer.PostAsync($"/api/v1/{process}/claims", new { mandate = "Decision of its summit", advantages = "Knows the parties.", disadvantages = "Members are neighbours." }))
            .Is(HttpStatusCode.Created).TextOf("name");

    /// <summary>Proposes and approves the organization as lead, by two persons.</summary>
    public static async Task DesignateAsync(JourneyPlatform platform, string process, string organization, params string[] mediators)
    {
        var proposal = await ProposeAsync(await platform.AsAsync("authority.proposer"), process, organization, mediators);
        (await (await platform.AsAsync("authority.approver")).PostAsync($"/api/v1/{proposal}:approve", new { })).Is(HttpStatusCode.OK);
    }

    public static async Task<string> ProposeAsync(HttpClient proposer, string process, string organization, params string[] mediators)
    {
        var epoch = (await proposer.ReadAsync($"/api/v1/{process}/lead")).Is(HttpStatusCode.OK)["leadEpoch"].GetValue<long>();
        return (await proposer.PostAsync($"/api/v1/{process}/lead:designate", new
        {
            leadEpoch = epoch,
            lead = new
            {
                organizations = new[] { organization },
                model = "LEAD_WITH_SUPPORT",
                mediators = mediators.Select(m => new { profile = m }),
                candidates = new[]
                {
                    new { organization = Igad, advantages = "Known to the parties.", disadvantages = "Interests of members." },
                    new { organization = Eccas, advantages = "Close by.", disadvantages = "Few staff." },
                },
                reason = "Accepted by both parties.",
            },
        })).Is(HttpStatusCode.Created).TextOf("name");
    }

    private static string Account(string email) => $"accounts/{WellKnown.Id("account", email)}";
}
