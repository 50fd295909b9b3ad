using System.Net;
using Concord.Support;

namespace Concord.Roster.Tests.Insiders;

/// <summary>What these tests do with insiders again and again.</summary>
internal static class InsiderClient
{
    public const string Collection = "/api/v1/insiders";
    public const string ForDeployment = "?purpose=DEPLOYMENT&purposeNote=Meets%20the%20elders";

    /// <param name="said">In every text.</param>
    /// <param name="classification">Strictly Confidential where null.</param>
    /// <param name="country">Where the person is.</param>
    /// <param name="until">Last day of the consent; in 300 days where null.</param>
    public static object Teacher(string said = "Brings both sides to the school.", string? classification = null, string country = "TCD", DateOnly? until = null) => new
    {
        kind = "TEACHER",
        displayName = said,
        gender = "WOMAN",
        languages = new[] { new { code = "fr", level = "NATIVE" } },
        country,
        place = said,
        community = said,
        abilities = said,
        partiality = said,
        consent = new { form = "ORAL", givenOn = "2026-01-31", evidence = said, until = until ?? DateOnly.FromDateTime(DateTime.UtcNow.AddDays(300)) },
        exposedToReprisals = said,
        classification,
    };

    /// <summary>Records one; answers its path.</summary>
    public static async Task<string> IntroduceAsync(this TestService service, TestCaller officer, object teacher) =>
        (await service.As(officer).PostAsync(Collection, teacher)).Is(HttpStatusCode.Created).Location!.ToString();

    public static async Task<ApiAnswer> ReachAsync(this TestService service, TestCaller officer, string insider, string note) =>
        await service.As(officer).SendAsync(HttpMethod.Put, $"{insider}/contact", new { phones = new[] { "+235 60 00 00 00" }, note }, ifMatch: "*");

    /// <summary>Proposes to erase; answers the path of the proposal.</summary>
    public static async Task<string> ProposeErasureAsync(this TestService service, TestCaller proposer, string insider, string reason = "She asked for it.") =>
        $"/api/v1/{(await service.As(proposer).PostAsync($"{insider}:erase", new { reason, basis = "CONSENT_WITHDRAWN" })).Is(HttpStatusCode.Accepted).TextOf("name")}";
}
