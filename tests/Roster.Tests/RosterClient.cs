using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Designation.V1;
using Concord.Partners.V1;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Roster.Tests;

/// <summary>The people who act in these tests, and what they do again and again.</summary>
internal static class RosterClient
{
    /// <summary>No body; typed, so that it is not taken for content.</summary>
    public const object? Nothing = null;

    public const string Unknown = "organizations/0197a000-0000-7000-8000-0000000000ff";
    public const string Union = "organizations/0197a000-0000-7000-8000-000000000002";
    public static readonly TestCaller Desk = TestCaller.Person(Some.Owner, Roles.MediationSupport);
    public static readonly TestCaller SecondDesk = TestCaller.Person(Some.Owner, Roles.MediationSupport);
    public static readonly TestCaller Cleared = Desk with { Clearance = Classification.StrictlyConfidential };
    public static readonly TestCaller Uncleared = Desk with { Clearance = Classification.Unclassified };
    public static readonly TestCaller Officer = TestCaller.Person(Union, Roles.RegionalOfficer);
    public static readonly TestCaller HeadOfMission = TestCaller.Person(Some.Owner, Roles.HeadOfMission);

    public static Task<TestService> StartAsync(string? directory = null) => StartAsync(_ => { }, directory);

    public static Task<TestService> StartAsync(Action<WebApplicationBuilder> configure, string? directory = null) => TestService.StartAsync<RosterModule>(b =>
    {
        configure(b);
        b.Services.AddScoped<PartnersService.PartnersServiceClient>(_ => new KnownOrganizations(Unknown));
        b.Services.AddSingleton<KnownLeads>();
        b.Services.AddScoped<DesignationService.DesignationServiceClient>(p => new KnownProcesses(p.GetRequiredService<Platform.Security.Caller>(), p.GetRequiredService<KnownLeads>()));
        b.Configuration["Roster:Index:CatchUpSeconds"] = "0.05";
    }, directory);

    public static object Body(
        string displayName, string classification = "CONFIDENTIAL", string? owner = null, object[]? languages = null, object[]? expertise = null, string[]? countries = null, string gender = "WOMAN",
        string[]? nationalities = null, object[]? consents = null) => new
        {
            owner = owner ?? Some.Owner,
            displayName,
            gender,
            seniorityLevel = "EXPERT",
            classification,
            nationalities = nationalities ?? ["KEN"],
            languages = languages ?? [new { code = "sw", level = "NATIVE" }],
            expertise = expertise ?? [],
            countries = countries ?? [],
            consents = consents ?? [Consent("SEARCH"), Consent("SHARING")],
        };

    public static object Consent(string scope, string? until = null, string givenDay = "2026-01-31") => new { scope, givenDay, until, evidence = "Letter of January" };

    /// <summary>A draft; answers its path.</summary>
    public static async Task<string> DraftAsync(this TestService service, object body) =>
        (await service.As(Cleared).PostAsync("/api/v1/profiles", body)).Is(HttpStatusCode.Created).Location!.ToString();

    /// <summary>Another classification, higher by one person or lower by two.</summary>
    public static async Task ClassifyAsync(this TestService service, string path, string label)
    {
        var answer = await service.As(Cleared).PatchAsync(path, new { classification = label }, (await service.As(Cleared).ReadAsync(path)).ETag);
        if (answer.Status == HttpStatusCode.Accepted)
        {
            (await service.As(SecondDesk with { Clearance = Classification.StrictlyConfidential }).PostAsync($"{answer.Location}:approve", Nothing)).Is(HttpStatusCode.OK);
            return;
        }

        answer.Is(HttpStatusCode.OK);
    }

    /// <summary>An active profile; answers its path.</summary>
    public static async Task<string> ActiveAsync(this TestService service, object body)
    {
        var path = await service.DraftAsync(body);
        (await service.As(Cleared).PostAsync($"{path}:submit", Nothing)).Is(HttpStatusCode.OK);
        var vetted = (await service.As(Cleared).PostAsync($"{path}:vet", Nothing)).Is(HttpStatusCode.OK);
        (await service.As(SecondDesk with { Clearance = Classification.StrictlyConfidential }).PostAsync($"{path}:activate", Nothing, ifMatch: vetted.ETag)).Is(HttpStatusCode.OK);
        return path;
    }

    public static async Task<ApiAnswer> SearchAsync(this TestService service, TestCaller caller, object query) =>
        (await service.As(caller).PostAsync("/api/v1/profiles:search", query, key: "")).Is(HttpStatusCode.OK);

    /// <summary>Refused for exactly these fields.</summary>
    public static void WrongIn(string[] fields, ApiAnswer answer) => Assert.Equal(
        fields.Order(StringComparer.Ordinal), answer.IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD")["errors"].AsObject().Select(e => e.Key).Distinct().Order(StringComparer.Ordinal));

    /// <summary>A body with other members, as JSON.</summary>
    public static string Merged(object body, string change)
    {
        var whole = JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            whole[name] = value?.DeepClone();
        }

        return whole.ToJsonString();
    }

    public static string[] NamesIn(this ApiAnswer answer) => [.. answer["items"].AsArray().Select(i => i!["displayName"]!.GetValue<string>())];
}
