using System.Net;
using Concord.Roster.Search;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

public sealed class SearchApiTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync(_directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R27")]
    public async Task Every_change_shows_in_the_very_next_search()
    {
        var path = await _service.ActiveAsync(Body("Ámina Next", countries: ["SSD"]));
        Assert.Equal(["Ámina Next"], (await _service.SearchAsync(HeadOfMission, new { regions = new[] { "014" }, text = "amina" })).NamesIn());

        var window = (await _service.As(Desk).PostAsync($"{path}/availability", new { startDate = "2026-05-01", endDate = "2026-06-30", kind = "REMOTE" })).Is(HttpStatusCode.Created);
        var days = new { startDate = "2026-05-20", endDate = "2026-06-10", mode = "REMOTE" };
        var hit = await _service.SearchAsync(HeadOfMission, new { availability = days, languages = new[] { new { code = "sw", minimumLevel = "FLUENT" } } });
        var reasons = hit["items.0.reasons"].AsArray().Select(r => $"{r!["wish"]} {r["value"]} {r["level"]} {r["through"]}").ToArray();
        Assert.Equal(["languages sw NATIVE ", $"availability 2026-05-01/2026-06-30 REMOTE {window.TextOf("name")}"], reasons);
        Assert.Empty((await _service.SearchAsync(HeadOfMission, new { availability = days with { mode = "IN_PERSON" } })).NamesIn());
        (await _service.As(Desk).PostAsync($"{window.Location}:cancel", Nothing)).Is(HttpStatusCode.OK);
        Assert.Empty((await _service.SearchAsync(HeadOfMission, new { availability = days })).NamesIn());

        var read = await _service.As(Desk).ReadAsync(path);
        (await _service.As(Desk).PatchAsync(path, new { displayName = "Berta Next" }, read.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(["Berta Next"], (await _service.SearchAsync(HeadOfMission, new { text = "BERTA nex" })).NamesIn());
        Assert.Empty((await _service.SearchAsync(HeadOfMission, new { text = "amina" })).NamesIn());
        Assert.Empty((await _service.SearchAsync(HeadOfMission, new { text = "%" })).NamesIn()); // in nobody's name

        (await _service.As(Desk).PostAsync($"{path}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        Assert.Empty((await _service.SearchAsync(HeadOfMission, new { })).NamesIn());
        (await _service.As(Desk).PostAsync($"{path}:reinstate", Nothing)).Is(HttpStatusCode.OK);
        Assert.Single((await _service.SearchAsync(HeadOfMission, new { })).NamesIn());
    }

    [Fact, Rule("R26")]
    public async Task Only_active_people_are_found()
    {
        await _service.DraftAsync(Body("Ama Draft"));
        Assert.Equal(0, (await _service.SearchAsync(Cleared, new { }))["total"].GetValue<int>());
    }

    [Fact]
    public async Task What_is_above_the_clearance_is_neither_found_nor_counted()
    {
        await _service.ActiveAsync(Body("Ama Open", "UNCLASSIFIED"));
        await _service.ActiveAsync(Body("Ama Closed", "CONFIDENTIAL", languages: [new { code = "din", level = "NATIVE" }], gender: "OTHER"));
        await _service.ActiveAsync(Body("Ama Secret", "STRICTLY_CONFIDENTIAL", countries: ["FJI"]));

        var low = await _service.SearchAsync(Uncleared, new { });
        Assert.Equal((1, "Ama Open"), (low["total"].GetValue<int>(), string.Join(',', low.NamesIn())));
        Assert.DoesNotContain("din", low.Text, StringComparison.Ordinal);
        Assert.Equal("[{\"value\":\"WOMAN\",\"count\":1}]", low["facets.genders"].ToJsonString());
        Assert.Equal("[]", low["facets.regions"].ToJsonString());
        Assert.Equal(["Ama Closed", "Ama Open"], (await _service.SearchAsync(Desk, new { })).NamesIn());
        Assert.Equal(["Ama Closed", "Ama Open", "Ama Secret"], (await _service.SearchAsync(Cleared, new { })).NamesIn());
    }

    [Fact, Rule("R16")]
    public async Task Nationalities_can_be_excluded_and_wishes_hold_together()
    {
        await _service.ActiveAsync(Body("Ama One", nationalities: ["KEN"], expertise: [new { area = "CEASEFIRE", level = "EXPERT" }]));
        await _service.ActiveAsync(Body("Ama Two", nationalities: ["SSD", "KEN"], expertise: [new { area = "CEASEFIRE", level = "EXPERT" }]));
        await _service.ActiveAsync(Body("Ama Three", nationalities: ["UGA"], expertise: [new { area = "CEASEFIRE", level = "FAMILIAR" }]));
        var query = new { excludedNationalities = new[] { "SSD", "SDN" }, expertise = new[] { new { area = "CEASEFIRE", minimumLevel = "PRACTITIONER" } }, seniorityLevels = new[] { "EXPERT" } };
        Assert.Equal(["Ama One"], (await _service.SearchAsync(HeadOfMission, query)).NamesIn());
    }

    [Fact, Rule("R1")]
    public async Task People_of_every_level_are_kept_and_found_by_it_each_beside_what_a_situation_needs()
    {
        var levels = Enum.GetValues<Concord.Roster.Mediators.SeniorityLevel>().Select(Concord.Platform.Http.ApiWord.Of).ToArray();
        foreach (var level in levels)
        {
            var path = await _service.ActiveAsync(Body($"Ama {level}"));
            (await _service.As(Desk).PatchAsync(path, new { seniorityLevel = level }, "*")).Is(HttpStatusCode.OK);
        }

        foreach (var level in levels)
        {
            Assert.Equal([$"Ama {level}"], (await _service.SearchAsync(HeadOfMission, new { seniorityLevels = new[] { level }, languages = new[] { new { code = "sw" } } })).NamesIn());
            Assert.Empty((await _service.SearchAsync(HeadOfMission, new { seniorityLevels = new[] { level }, languages = new[] { new { code = "ka" } } })).NamesIn());
        }
    }

    [Fact, Rule("R157")]
    public async Task Pages_meet_in_a_neutral_order_and_a_token_is_good_for_its_query_only()
    {
        foreach (var name in (string[])["Élan", "Dora", "elan", "Zoë", "Abe"])
        {
            await _service.ActiveAsync(Body(name));
        }

        var names = new List<string>();
        string? token = null;
        do
        {
            var page = await _service.SearchAsync(HeadOfMission, new { pageSize = 2, pageToken = token, genders = new[] { "WOMAN" } });
            Assert.Equal(5, page["total"].GetValue<int>());
            names.AddRange(page.NamesIn());
            token = page.Find("nextPageToken")?.GetValue<string>() ?? token;
        }
        while (names.Count is > 0 and < 5);

        Assert.Equal(["Abe", "Dora", "Zoë"], names.Where(n => !n.Contains("lan", StringComparison.Ordinal)));
        Assert.Equal(["Élan", "elan"], names[2..4].Order(StringComparer.Ordinal).Reverse());
        var other = await _service.As(HeadOfMission).PostAsync("/api/v1/profiles:search", new { pageToken = token, genders = new[] { "MAN" } }, key: "");
        other.IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(HeadOfMission).PostAsync("/api/v1/profiles:search", new { pageToken = "abc" }, key: "")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public async Task Every_wrong_wish_is_named()
    {
        var answer = await _service.As(HeadOfMission).PostAsync("/api/v1/profiles:search", new
        {
            languages = new[] { new { code = "qqq" } },
            regions = new[] { "999" },
            countries = new[] { "XXX" },
            excludedNationalities = new[] { "014" },
            expertise = new[] { new { } },
            availability = new { startDate = "2026-05-02", endDate = "2026-05-01" },
        }, key: "");
        answer.IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        foreach (var field in (string[])["languages", "regions", "countries", "excludedNationalities", "expertise", "availability.endDate", "availability.mode"])
        {
            Assert.NotNull(answer["errors"][field]);
        }
    }

    [Fact]
    public async Task A_refused_or_rolled_back_change_does_not_reach_the_index()
    {
        var path = await _service.ActiveAsync(Body("Ama Kept"));
        (await _service.As(Desk).PatchAsync(path, new { displayName = "Ama Lost" }, "\"1\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await _service.As(Desk).PostAsync($"{path}:suspend", new { reason = "" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["Ama Kept"], (await _service.SearchAsync(Desk, new { })).NamesIn());
    }

    [Fact]
    public async Task A_service_that_starts_again_finds_everybody_at_once_and_hears_what_another_replica_changes()
    {
        await _service.ActiveAsync(Body("Ama Before"));
        await using var replica = await RosterClient.StartAsync(_directory);
        Assert.Equal(["Ama Before"], (await replica.SearchAsync(Desk, new { })).NamesIn());

        var path = await _service.ActiveAsync(Body("Ama Elsewhere"));
        await Eventually.TrueAsync(async () => (await replica.SearchAsync(Desk, new { })).NamesIn() is ["Ama Before", "Ama Elsewhere"], "the replica sees the new profile");
        (await replica.As(Desk).PostAsync($"{path}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        Assert.Equal(["Ama Before"], (await replica.SearchAsync(Desk, new { })).NamesIn());
        await Eventually.TrueAsync(async () => (await _service.SearchAsync(Desk, new { })).NamesIn() is ["Ama Before"], "the first one sees the suspension");
    }

    [Fact]
    public void The_index_is_filled_before_the_service_listens()
    {
        var started = _service.Services.GetServices<IHostedService>().Select(s => s.GetType()).ToList();
        var server = started.FindIndex(t => t.Name == "GenericWebHostService");
        Assert.True(server > 0);
        Assert.InRange(started.IndexOf(typeof(RosterIndexKeeper)), 0, server - 1);
    }
}
