using System.Text.Json.Nodes;
using Concord.Contracts.Reference;

namespace Concord.Abuse.Tests.People;

/// <summary>What the lead mediator, mediation support and a Friend do around a process.</summary>
internal sealed partial class World
{
    /// <summary>Whoever leads here is of the United Nations.</summary>
    private const string Mediator = "lead-mediator.made";

    private static readonly string s_un = WellKnown.Organization("UN");

    /// <summary>A fresh process in whose lead's name <c>lead-mediator.made</c> acts.</summary>
    public async Task<string> MediatedAsync()
    {
        var (process, body) = (await ProcessAsync(), LeadBody(0));
        body["lead"]!["organizations"] = new JsonArray(s_un);
        body["lead"]!["candidates"]![0]!["organization"] = s_un;
        var proposal = await MadeAsync("authority.proposer", $"{process}/lead:designate", body);
        await DoAsync("authority.approver", $"{proposal}:approve", new { });
        return process;
    }

    public async Task<string> FriendAsync(string? process = null) =>
        await MadeAsync(Mediator, $"{process ?? await MediatedAsync()}/friends", new { leadEpoch = 1, organization = Igad, functions = new[] { "HOSTS_ROUNDS" } });

    public async Task<string> FriendNoteAsync() => await MadeAsync(Mediator, $"{await FriendAsync()}/notes", new { leadEpoch = 1, text = "Hosted both rounds." });

    /// <summary>A fresh process that IGAD leads, with a code of conduct whose digest the example names.</summary>
    public async Task<string> CodedAsync()
    {
        var process = await LedAsync();
        await DoAsync("msu.officer", $"{process}/codeOfConduct:adopt", new { title = "Common code", version = "1", reference = "Annex", sha256 = new string('a', 64) });
        return process;
    }

    public async Task<string> SummaryAsync() => await MadeAsync("msu.officer", $"{await ProcessAsync()}/councilSummaries", SummaryBody());

    public static JsonObject SummaryBody() => Json(new { from = "2026-01-01", until = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), classification = "CONFIDENTIAL" });

    public async Task<string> CouncilMissionAsync() => await MadeAsync("msu.officer", $"{await ProcessAsync()}/councilMissions", CouncilMissionBody());

    public static JsonObject CouncilMissionBody() => Json(new { objective = "A ceasefire before the rains.", coordination = "With the Department.", from = "2026-06-01", until = "2026-06-04", members = new[] { Igad } });

    public async Task<string> RecommendationAsync() => await MadeAsync("msu.officer", $"{await CouncilMissionAsync()}/recommendations", new { text = "Name a joint observer team." });

    public static JsonObject MissionBody() => Json(new
    {
        title = $"Invented mission {Guid.NewGuid():N}",
        countries = new[] { "TCD" },
        mandate = new { organ = "Security Council", reference = "S/RES/0000" },
        classification = "CONFIDENTIAL",
        headOfMission = AccountOf("head.of.mission@un.example"),
    });

    public Task<string> MissionAsync() => MadeAsync("msu.officer", "missions", MissionBody());

    /// <summary>A mission that serves the process that everybody sees.</summary>
    public async Task<string> ServingAsync()
    {
        var mission = await MissionAsync();
        await DoAsync("msu.officer", $"{mission}:serve", new { record = Process });
        return mission;
    }
}
