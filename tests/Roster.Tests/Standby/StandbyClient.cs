using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>What is done again and again around a request for people on standby.</summary>
internal static class StandbyClient
{
    public const string Collection = "/api/v1/standbyRequests";
    public static readonly TestCaller Envoy = TestCaller.Person(Union, Roles.HeadOfMission);
    public static readonly TestCaller Mediator = TestCaller.Person(Union, Roles.LeadMediator);
    public static readonly TestCaller Approver = TestCaller.Person(Some.Owner, Roles.AppointingAuthority);

    public static readonly object Package = new
    {
        processExperts = "Two of the unit",
        thematicExperts = "One for the ceasefire",
        funding = new { amount = 25_000.50m, currency = "USD", source = "Start-up fund" },
        logistics = "Tickets and quarters",
        genderAdviser = "The adviser of the mission",
        genderAdvicePhases = new[] { "AGENDA_SETTING", "SUBSTANTIVE_TALKS", "IMPLEMENTATION" },
    };

    public static object Ask(string classification = "CONFIDENTIAL", string mode = "IN_PERSON", string firstDay = "2027-03-01", string lastDay = "2027-03-31", string? process = null, string country = "KEN", string purpose = "Prepares a first round.", int people = 1) => new
    {
        requester = "ENVOY",
        process,
        country,
        place = "Near the lake",
        purpose,
        tasks = new[] { "PLANNING" },
        functions = new[] { "DRAFTING" },
        themes = new[] { "CEASEFIRE" },
        people,
        mode,
        neededBy = firstDay,
        firstDay,
        lastDay,
        classification,
    };

    /// <summary>Asks; answers the path.</summary>
    public static async Task<string> AskAsync(this TestService service, object? body = null, TestCaller? caller = null) =>
        (await service.As(caller ?? Envoy).PostAsync(Collection, body ?? Ask())).Is(HttpStatusCode.Created).Location!.ToString();

    /// <summary>A request that is taken on, for which these people are planned; answers its path.</summary>
    public static async Task<string> PlannedAsync(this TestService service, object body, params string[] people)
    {
        var request = await service.AskAsync(body);
        await service.DoAsync(request, "acknowledge");
        foreach (var person in people)
        {
            await service.PlanAsync(request, person);
        }

        return request;
    }

    /// <summary>Plans to send somebody; answers the path of the deployment.</summary>
    public static async Task<string> PlanAsync(this TestService service, string request, string person, string? mode = null, string? firstDay = null, string? lastDay = null) =>
        (await service.As(Desk).PostAsync($"{request}/deployments", new { profile = NameOf(person), function = "DRAFTING", mode, firstDay, lastDay })).Is(HttpStatusCode.Created).Location!.ToString();

    public static async Task<ApiAnswer> DoAsync(this TestService service, string path, string verb, object? body = null, TestCaller? caller = null) =>
        (await service.As(caller ?? Desk).PostAsync($"{path}:{verb}", body)).Is(HttpStatusCode.OK);

    public static Task<ApiAnswer> ApproveAsync(this TestService service, string request) => service.As(Approver).DecideAsync(request, "approve");

    /// <summary>Gives everybody who is sent for the request a security clearance.</summary>
    public static async Task ClearAsync(this TestService service, string request)
    {
        foreach (var deployment in await service.DeploymentsAsync(request))
        {
            (await service.As(Desk).PatchAsync(deployment, new { security = new { state = "GRANTED", reference = "S-1", validUntil = "2028-01-01" } }, "*")).Is(HttpStatusCode.OK);
        }
    }

    public static async Task<string[]> DeploymentsAsync(this TestService service, string request) =>
        [.. (await service.As(Desk).ReadAllAsync($"/api/v1/deployments?request={NameOf(request)}")).Select(d => $"/api/v1/{(string)d["name"]!}")];

    /// <summary>For each deployment of a request, the lead agrees to other work on the same days; for a request without a process, whoever asked.</summary>
    public static async Task AgreeAsync(this TestService service, string request, TestCaller? caller = null)
    {
        foreach (var deployment in await service.DeploymentsAsync(request))
        {
            (await service.As(caller ?? Mediator).DecideAsync(deployment, "agree")).Is(HttpStatusCode.OK);
        }
    }

    public static string NameOf(string path) => path["/api/v1/".Length..];
}
