using System.Net;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>Named people around a process that is Strictly Confidential: at every service, and as soon as it is said.</summary>
public sealed class CompartmentJourneys(JourneyPlatform platform)
{
    [Fact, Rule("R127"), Rule("R137"), Abuse(2), Abuse(10)]
    public async Task A_person_sees_a_restricted_process_and_its_agreement_as_long_as_the_compartment_names_them()
    {
        var (chief, approver) = (await platform.AsAsync("msu.chief"), await platform.AsAsync("authority.approver"));
        var process = (await chief.PostAsync("/api/v1/processes", new
        {
            title = $"Invented secret track {Guid.NewGuid():N}",
            situation = "Invented for a test.",
            countries = new[] { "TCD" },
            kind = "PREVENTIVE_DIALOGUE",
            sourceOfAuthority = "REQUEST_OF_PARTIES",
            classification = "STRICTLY_CONFIDENTIAL",
            appointingAuthority = new { organ = "Secretary-General", persons = Array.Empty<string>() },
        })).Is(HttpStatusCode.Created).TextOf("name");
        (await chief.ReadAsync($"/api/v1/{process}")).Is(HttpStatusCode.OK); // at once, whoever has heard of it so far
        (await approver.ReadAsync($"/api/v1/{process}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        var compartment = process.Replace("processes", "compartments", StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (await chief.ReadAsync("/api/v1/me/compartments?pageSize=500"))["items"].AsArray().Any(c => (string?)c!["process"] == process), "the compartment to be kept by who made it necessary");
        var agreement = "";
        await Eventually.TrueAsync(async () =>
        {
            var recorded = await chief.PostAsync("/api/v1/agreements", Situation.Agreement(process, "STRICTLY_CONFIDENTIAL"), Guid.NewGuid().ToString());
            agreement = recorded.Status == HttpStatusCode.Created ? recorded.TextOf("name") : "";
            return agreement.Length > 0;
        }, "the monitoring service to know that the chief is named");
        (await approver.ReadAsync($"/api/v1/{agreement}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        var wish = new { email = "authority.approver@un.example", keeper = false, function = "Appointing authority", reason = "Decides who leads.", untilTime = DateTime.UtcNow.AddDays(30) };
        var member = (await chief.PostAsync($"/api/v1/{compartment}/members", wish)).Is(HttpStatusCode.Created).TextOf("name");
        await SeesAsync(HttpStatusCode.OK, "the approver to be let in everywhere");

        (await chief.PostAsync($"/api/v1/{member}:end", new { reason = "Decided." })).Is(HttpStatusCode.OK);
        await SeesAsync(HttpStatusCode.NotFound, "the approver to be let out everywhere");
        (await approver.ReadAsync($"/api/v1/{compartment}/members")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        // Each replica hears of it for itself, and any of them may answer.
        Task SeesAsync(HttpStatusCode expected, string what) => Eventually.TrueAsync(
            async () => (await approver.ReadAsync($"/api/v1/{process}")).Status == expected
                && (await approver.ReadAsync($"/api/v1/{agreement}")).Status == expected
                && (await approver.ReadAllAsync("/api/v1/processes?pageSize=500")).Any(p => (string?)p["name"] == process) == (expected == HttpStatusCode.OK),
            what);
    }
}
