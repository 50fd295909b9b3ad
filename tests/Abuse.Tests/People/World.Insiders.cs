using System.Net;
using System.Text.Json.Nodes;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>What is more closely kept than the roster: what assessors found of people and parties say of them, and insider-reconcilers.</summary>
internal sealed partial class World
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _taken = [];
    private string _onRoster = "";

    public Task<string> AttributeAssessmentAsync(string profile, string person = "igad.officer", string mark = "Let each side finish.") =>
        MadeAsync(person, $"{profile}/assessments", new { criterion = "LISTENING", finding = mark, on = "2026-02-14", basedOn = mark, flags = new[] { new { kind = "HASTE", reason = mark } } });

    /// <summary>What was found of <see cref="Crowd.OnRoster"/>: as that person's own way names it.</summary>
    public async Task<string> OwnAttributeAssessmentAsync() => (await AttributeAssessmentAsync(_onRoster)).Split('/')[^1];

    public static JsonObject TakeBody(string process, string mark = "The invented front") => Json(new { process, party = mark, position = "OBJECTS", on = "2026-02-14", source = mark });

    /// <summary>How a party of the process takes a person.</summary>
    public async Task<string> TakenAsync(string profile, string process, string mark = "The invented front")
    {
        var taken = await MadeAsync("msu.officer", $"{profile}/acceptances", TakeBody(process, mark));
        // What stands on one person in one process is limited; each case adds one.
        _taken.Enqueue(taken);
        if (_taken.Count > 40 && _taken.TryDequeue(out var oldest))
        {
            await (await crowd.AsAsync("msu.officer")).PostAsync($"/api/v1/{oldest}:withdraw", new { reason = "Enough of them." });
        }

        return taken;
    }

    public static JsonObject InsiderBody(string classification = "CONFIDENTIAL", string mark = "Is heard by the elders of both.") => Json(new
    {
        kind = "TEACHER",
        displayName = mark,
        gender = "WOMAN",
        languages = new[] { new { code = "fr", level = "NATIVE" } },
        country = "TCD",
        place = mark,
        community = mark,
        abilities = mark,
        partiality = mark,
        consent = new { form = "ORAL", givenOn = "2026-01-31", evidence = mark, until = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(300)) },
        exposedToReprisals = mark,
        classification,
    });

    public Task<string> InsiderAsync(string person) => MadeAsync(person, "insiders", InsiderBody());

    /// <summary>An insider, and how the person is reached.</summary>
    public async Task<string> ReachedInsiderAsync(string person, string? insider = null, string note = "On market days only.")
    {
        var reached = insider ?? await InsiderAsync(person);
        (await (await crowd.AsAsync(person)).SendAsync(HttpMethod.Put, $"/api/v1/{reached}/contact", ContactBody(note), ifMatch: "*")).Is(HttpStatusCode.OK);
        return reached;
    }

    private async Task HideInsidersAsync(string profile)
    {
        var found = await AttributeAssessmentAsync(profile, "msu.chief", Mark);
        Hide("assessment@profiles", found);
        Hide("assessment@profile", found);
        var insider = await MadeAsync("msu.chief", "insiders", InsiderBody("STRICTLY_CONFIDENTIAL", Mark));
        Hide("insider", await ReachedInsiderAsync("msu.chief", insider, Mark), "insiders");
    }
}
