using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Slates;

/// <summary>What these tests do with slates again and again.</summary>
internal static class SlateClient
{
    public const string Collection = "/api/v1/slates";
    public const string Council = "organizations/0197a000-0000-7000-8000-000000000003";
    public static readonly TestCaller Authority = TestCaller.Person(Council, Roles.AppointingAuthority);

    /// <summary>Of what is always asked for (R18), and more: Swahili, the mediation of ceasefires, judgement.</summary>
    public static readonly object[] Criteria =
    [
        new { text = "Speaks Swahili", mandatory = true, kind = "LANGUAGE", language = new { code = "sw", level = "FLUENT" } },
        new { text = "Knows the history of the conflict", mandatory = false, kind = "KNOWLEDGE", knowledge = "HISTORY", place = "014" },
        new { text = "Knows its risk factors", mandatory = false, kind = "KNOWLEDGE", knowledge = "RISK_FACTORS" },
        new { text = "Knows who is at risk", mandatory = false, kind = "KNOWLEDGE", knowledge = "POPULATIONS_AT_RISK" },
        new { text = "Is heard by both sides", mandatory = true, kind = "JUDGED" },
    ];

    public static object Terms(object[]? criteria = null, string? classification = null, string title = "Envoy for the lake", string? process = null, string[]? conflictCountries = null, string authority = Council) => new
    {
        kind = "ENVOY",
        title,
        authority,
        process,
        criteria = criteria ?? Criteria,
        conflictCountries = conflictCountries ?? ["TCD"],
        conflictParties = new[] { "Front of the Shores" },
        classification,
    };

    /// <summary>Somebody of the roster who speaks Swahili and knows the history.</summary>
    public static Task<string> PersonAsync(this TestService service, string name, string gender = "WOMAN", string classification = "CONFIDENTIAL", string[]? nationalities = null) =>
        service.ActiveAsync(Body(name, classification, gender: gender, nationalities: nationalities));

    /// <summary>Begins one; answers its path.</summary>
    public static async Task<string> BeginSlateAsync(this TestService service, object? terms = null, TestCaller? by = null) =>
        (await service.As(by ?? Desk).PostAsync(Collection, terms ?? Terms())).Is(HttpStatusCode.Created).Location!.ToString();

    public static object Listed(string profile, string list = "SHORT", string note = "Led talks on water.", bool? heard = true) => new
    {
        profile = NameOf(profile),
        list,
        note,
        statements = heard is null ? [] : new[] { new { criterion = 5, met = heard, evidence = "Both sides asked for this person." } },
    };

    public static object Outsider(string name = "Otti Outside", string gender = "MAN", string said = "Chaired the lake commission.") => new
    {
        outside = new { displayName = name, gender, nationalities = new[] { "TCD" }, background = said, interests = new[] { new { kind = "POLITICAL", party = "front of the shores", note = said } } },
        note = said,
        statements = new[] { new { criterion = 1, met = true, evidence = said } },
    };

    /// <summary>Puts somebody on a slate; answers the path of the candidate.</summary>
    public static async Task<string> ListAsync(this TestService service, string slate, object candidate, TestCaller? by = null) =>
        (await service.As(by ?? Desk).PostAsync($"{slate}/candidates", candidate)).Is(HttpStatusCode.Created).Location!.ToString();

    public static Task<ApiAnswer> SubmitAsync(this TestService service, string slate, string? noWomanReason = null, TestCaller? by = null) =>
        service.As(by ?? Desk).PostAsync($"{slate}:submit", new { noWomanReason });

    public static async Task<ApiAnswer> ApproveAsync(this TestService service, string slate, string candidate, string reason = "Both sides asked for her.", TestCaller? by = null) =>
        await service.As(by ?? Authority).PostAsync($"{slate}:approve", new { candidate = NameOf(candidate), reason }, ifMatch: (await service.As(by ?? Authority).ReadAsync(slate)).ETag ?? "\"1\"");

    public static string NameOf(string path) => path["/api/v1/".Length..];
}
