using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Concord.Abuse.Tests.People;

/// <summary>What a process stands on: its situation, its parties, and what is known and judged of them.</summary>
internal sealed partial class World
{
    private readonly ConcurrentDictionary<string, string> _twins = new();

    public string Situation { get; private set; } = "";
    public string Party { get; private set; } = "";
    public string Spoiler { get; private set; } = "";

    public Task<string> SituationAsync() => MadeAsync("msu.officer", "situations", SituationBody());

    public static JsonObject SituationBody() => Json(new { title = $"Invented situation {Guid.NewGuid():N}", description = "Invented for a test.", countries = new[] { "TCD" }, region = "017", classification = "CONFIDENTIAL" });

    public static JsonObject LinkBody(string from, string to, string mark = "Herders on both sides.") => Json(new { from, to, kind = "SPILL_OVER", reason = mark });

    public async Task<string> LinkAsync(string? from = null, string mark = "Herders on both sides.") =>
        await MadeAsync("msu.officer", "regionalLinks", LinkBody(from ?? await ProcessAsync(), Situation, mark));

    public static JsonObject PartyBody(string mark = "Met in March.") => Json(new { kind = "ARMED_GROUP", displayName = $"Invented front {Guid.NewGuid():N}", aliases = new[] { new { name = $"Front {Guid.NewGuid():N}", language = "fr" } }, reason = mark });

    /// <summary>A fresh party in a process of its own, or in this one.</summary>
    public async Task<string> PartyAsync(string? process = null, string mark = "Met in March.") => await MadeAsync("msu.officer", $"{process ?? await ProcessAsync()}/parties", PartyBody(mark));

    /// <summary>A fresh party in a process where there is another one.</summary>
    public async Task<string> PartyWithTwinAsync()
    {
        var party = await PartyAsync();
        _twins[party] = await PartyAsync(Parent(party));
        return party;
    }

    public JsonObject MergeBody(string party) => Json(new { into = _twins[party], reason = "The same people." });

    public static JsonObject FactBody(string party, string mark = "A council of three.") => Json(new { party, kind = "LEADERSHIP", statement = mark, source = "Its own statement", from = "2024-05-01" });

    public async Task<string> FactAsync(string? party = null, string mark = "A council of three.")
    {
        var of = party ?? await PartyAsync();
        return await MadeAsync("msu.officer", $"{Parent(of)}/actorMap", FactBody(of, mark));
    }

    public static JsonObject ConsentBody(string party, string mark = "To meet the envoy.") => Json(new { party, scope = mark, form = "ORAL", givenOn = "2025-01-10", source = "Notes of the meeting" });

    public async Task<string> ConsentAsync(string? party = null, string mark = "To meet the envoy.")
    {
        var of = party ?? await PartyAsync();
        return await MadeAsync("msu.officer", $"{Parent(of)}/consents", ConsentBody(of, mark));
    }

    public static JsonObject AttemptBody(string mark = "No trust.") => Json(new { who = "A forum", by = "REGIONAL_ORGANIZATION", form = "MEDIATION", from = "2019-01-01", until = "2019-12-31", outcome = "FAILED", reason = mark, source = "Public record" });

    public async Task<string> AttemptAsync(string? process = null, string mark = "No trust.") => await MadeAsync("msu.officer", $"{process ?? await ProcessAsync()}/attempts", AttemptBody(mark));

    public static JsonObject SpoilerBody(string party, string mark = "It fired at the monitors.") => Json(new
    {
        party,
        position = "INSIDE_THE_PROCESS",
        seat = "LEADERSHIP",
        motives = new[] { "POWER" },
        backers = new[] { new { who = "A trader", kinds = new[] { "MONEY" } } },
        judgement = mark,
        evidence = "Two reports",
        reviewOn = InDays(30),
    });

    public async Task<string> SpoilerAsync(string? party = null, string mark = "It fired at the monitors.")
    {
        var of = party ?? await PartyAsync();
        return await MadeAsync("msu.officer", $"{Parent(of)}/spoilers", SpoilerBody(of, mark));
    }

    public static JsonObject ReviewBody() => Json(new { finding = "Nothing has changed.", strategy = "COERCION_BY_OTHERS", coercedBy = "A council", reviewOn = InDays(60) });

    public static JsonObject MeasureBody(string party, string mark = "Two accounts.") => Json(new { kind = "ASSET_FREEZE", author = Eccas, statement = mark, parties = new[] { party }, from = "2024-01-01", source = "Press release" });

    public async Task<string> MeasureAsync(string? party = null, string mark = "Two accounts.")
    {
        var of = party ?? await PartyAsync();
        return await MadeAsync("msu.officer", $"{Parent(of)}/measures", MeasureBody(of, mark));
    }

    public static JsonObject RipenessBody(string mark = "Both sides wait.") => Json(new { kind = "HURTING_STALEMATE", direction = "UNCLEAR", statement = mark, asOf = "2025-02-01", source = "Visit" });

    public async Task<string> RipenessAsync(string? process = null, string mark = "Both sides wait.") => await MadeAsync("msu.officer", $"{process ?? await ProcessAsync()}/ripeness", RipenessBody(mark));

    public async Task<string> FundamentalAsync(string? process = null, string mark = "Both sides were asked.") =>
        await MadeAsync("msu.officer", $"{process ?? await ProcessAsync()}/fundamentals", Json(new { fundamental = "IMPARTIALITY", statement = mark }));

    private async Task BeginGroundAsync()
    {
        Situation = await SituationAsync();
        Party = await PartyAsync(Process);
        Spoiler = await SpoilerAsync(Party);
    }

    private async Task HideGroundAsync(string process)
    {
        var party = await PartyAsync(process, Mark);
        Hide("party", party, "parties");
        Hide("fact", await FactAsync(party, Mark));
        Hide("consent", await ConsentAsync(party, Mark));
        Hide("attempt", await AttemptAsync(process, Mark));
        Hide("spoiler", await SpoilerAsync(party, Mark));
        Hide("measure", await MeasureAsync(party, Mark));
        Hide("factor", await RipenessAsync(process, Mark));
        Hide("statement", await FundamentalAsync(process, Mark));
        Hide("regionalLink", await LinkAsync(process, Mark));
    }

    private static string InDays(int days) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
