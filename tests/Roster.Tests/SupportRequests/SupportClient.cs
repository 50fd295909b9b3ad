using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.SupportRequests;

/// <summary>What these tests do with requests for support again and again.</summary>
internal static class SupportClient
{
    public const string Collection = "/api/v1/supportRequests";
    public static readonly TestCaller Envoy = TestCaller.Person(Union, Roles.LeadMediator);

    public static object Asked(string urgency = "URGENT", string? classification = null, string place = "TCD", string? process = null) => new
    {
        requester = "ENVOY",
        title = "Ceasefire at the lake",
        purpose = "Somebody who has drafted ceasefires among herders and fishers.",
        place,
        expertise = new[] { "CEASEFIRE" },
        languages = new[] { "fr", "ar" },
        startDate = "2099-04-01",
        days = 30,
        urgency,
        process,
        classification,
    };

    /// <summary>Asks; answers the path.</summary>
    public static async Task<string> AskAsync(this TestService service, object? asked = null, TestCaller? by = null) =>
        (await service.As(by ?? Envoy).PostAsync(Collection, asked ?? Asked())).Is(HttpStatusCode.Created).Location!.ToString();

    /// <summary>A step of the desk, on what it reads now.</summary>
    public static async Task<ApiAnswer> StepAsync(this TestService service, string request, string verb, object? body = null, TestCaller? by = null) =>
        await service.As(by ?? Desk).PostAsync($"{request}:{verb}", body ?? new { }, ifMatch: (await service.As(by ?? Desk).ReadAsync(request)).ETag);

    /// <summary>Up to that somebody has it.</summary>
    public static async Task AssignAsync(this TestService service, string request, TestCaller? by = null)
    {
        (await service.StepAsync(request, "triage", new { kind = "STANDBY_EXPERT" }, by)).Is(HttpStatusCode.OK);
        (await service.StepAsync(request, "assign", by: by)).Is(HttpStatusCode.OK);
    }
}
