using System.Net;
using Concord.Contracts.Reference;

namespace Concord.Support.LeadHistories;

/// <summary>People of the demonstration, and three organizations of it that claim and lead.</summary>
/// <param name="client">A client that acts as a person, by e-mail; at any replica.</param>
public sealed class DemonstrationPeople(Func<string, HttpClient> client) : ILeadPlatform
{
    private const string Support = "msu.officer@un.example";
    private const string FirstOfAuthority = "authority.proposer@un.example";
    private const string SecondOfAuthority = "authority.approver@un.example";
    private static readonly string[] s_officers = ["igad.officer@igad.example", "eccas.officer@eccas.example", "icglr.officer@icglr.example"];

    /// <summary>E-mails of all whom a run needs.</summary>
    public static IReadOnlyList<string> All { get; } = [Support, FirstOfAuthority, SecondOfAuthority, .. s_officers];

    public IReadOnlyList<string> Organizations { get; } = [WellKnown.Organization("IGAD"), WellKnown.Organization("ECCAS"), WellKnown.Organization("ICGLR")];

    public async Task<string> OpenProcessAsync()
    {
        var path = (await client(Support).PostAsync("/api/v1/processes", new
        {
            title = "A contest",
            situation = "Several lead at once, if they can.",
            countries = new[] { "SSD" },
            kind = "RESOLVING_MEDIATION",
            sourceOfAuthority = "REQUEST_OF_PARTIES",
            classification = "CONFIDENTIAL",
            appointingAuthority = new { organ = "Secretary-General", persons = new[] { AccountOf(FirstOfAuthority), AccountOf(SecondOfAuthority) } },
        })).Is(HttpStatusCode.Created).Location!.ToString();
        foreach (var to in (string[])["EARLY_ENGAGEMENT", "PRE_NEGOTIATION"])
        {
            (await client(Support).PostAsync($"{path}:advance", new { to, reason = "next" })).Is(HttpStatusCode.OK);
        }

        return path;
    }

    public HttpClient Reader() => client(Support);

    public HttpClient Proposer() => client(FirstOfAuthority);

    public HttpClient Approver() => client(SecondOfAuthority);

    public HttpClient Officer(int organization) => client(s_officers[organization]);

    private static string AccountOf(string email) => $"accounts/{WellKnown.Id("account", email)}";
}
