using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Concord.Abuse.Tests.Cases;
using Concord.Abuse.Tests.People;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>A list, its pages, counts and filters tell nothing of what its reader may not see.</summary>
public sealed class ListTests(AbusePlatform platform)
{
    [Fact, Abuse(4)]
    public Task No_page_of_a_list_holds_what_its_reader_may_not_see() => Case.AgainstEveryOperationAsync(platform, "hidden in a list", async attempt =>
    {
        if (!attempt.Operation.IsPaged || attempt.Operation.Id.Contains("Audit", StringComparison.Ordinal))
        {
            return Case.NotFor(attempt.Operation.IsPaged ? "an auditor may know of every record" : "no list");
        }

        var (query, pages) = ($"{(attempt.Reach.Query.Length == 0 ? "?" : $"{attempt.Reach.Query}&")}pageSize=500", 0);
        for (var token = ""; token is not null; pages++)
        {
            var page = await attempt.SendAsync(query: $"{query}&pageToken={token}");
            Assert.True(page.Status == HttpStatusCode.OK, page.Text);
            Assert.All(Secret(), id => Assert.DoesNotContain(id, page.Text, StringComparison.Ordinal));
            token = (string?)page.Json!["nextPageToken"];
        }

        return $"not in {pages} pages";
    });

    [Fact, Abuse(20)]
    public Task A_page_token_is_good_for_its_query_and_shows_its_bearer_no_more_than_the_query() => Case.AgainstEveryOperationAsync(platform, "page token", async attempt =>
    {
        if (!attempt.Operation.IsPaged)
        {
            return Case.NotFor("no list");
        }

        var joint = attempt.Reach.Query.Length == 0 ? "?" : $"{attempt.Reach.Query}&";
        string[] forged =
        [
            "x", "AAAA", "%2e%2e%2f", "%FF%FE", "e30", "bnVsbA", Of("[]"), Of("{\"Filter\":null,\"After\":null}"), Of("{\"Filter\":\"0000000000000000\",\"After\":[\"x\",\"y\"]}"),
            Of("{\"Filter\":\"\\ud800\",\"After\":[\"\\ud800\",\"\\ud800\"]}"), new string('A', 4000),
        ];
        foreach (var token in forged)
        {
            var answer = await attempt.SendAsync(query: $"{joint}pageToken={token}");
            Assert.True(answer is { Status: HttpStatusCode.BadRequest, Reason: "INVALID_FIELD" }, $"{token}: {answer.Told} {answer.Text}");
        }

        if ((string?)(await attempt.SendAsync(query: $"{joint}pageSize=1")).Json!["nextPageToken"] is not { } good)
        {
            return "400 INVALID_FIELD; one page only";
        }

        foreach (var keys in (string[][])[["2026-01-01T00:00:00.0000000", $"{Guid.Empty}"], ["2026-01-01T00:00:00.0000000+02:00", $"{Guid.Empty}"], ["9999-12-31T23:59:59.9999999Z", $"{Guid.Empty}"], ["-1"], ["\0"], ["\0", "\0"], ["'", "'"], ["99999999999999999999"]])
        {
            await attempt.SendAsync(query: $"{joint}pageToken={With(good, keys)}"); // wherever it leads, it is answered
        }

        foreach (var person in (string[])["analyst", Crowd.Low, Crowd.Cleared, "igad.officer"])
        {
            await attempt.SendAsync(person, query: $"{joint}pageSize=500&pageToken={good}"); // every answer is searched for what is hidden
        }

        var elsewhere = await attempt.Wire.SendAsync(Contract.Surface.Operations.Single(o => o.Id == (attempt.Operation.Id == "ListMySessions" ? "ListRegions" : "ListMySessions")), attempt.Reach with { Ids = [], Query = "" }, query: $"?pageToken={good}");
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        return "400 INVALID_FIELD";
    });

    [Fact, Abuse(4), Abuse(19)]
    public async Task A_search_with_and_without_a_hidden_person_is_answered_byte_by_byte_the_same()
    {
        var (support, chief) = (await platform.Crowd.AsAsync("msu.officer"), await platform.Crowd.AsAsync("msu.chief"));
        var name = $"Zyx{Guid.NewGuid().ToString("N")[..10]}";
        async Task<string[]> SearchAsync() =>
        [
            (await support.PostAsync("/api/v1/profiles:search", new { text = name }, "")).Is(HttpStatusCode.OK).Text,
            (await support.PostAsync("/api/v1/profiles:search", new { text = name, pageSize = 1 }, "")).Is(HttpStatusCode.OK).Text,
            (await support.PostAsync("/api/v1/profiles:search", new { text = name[..6], countries = new[] { "MLI" } }, "")).Is(HttpStatusCode.OK).Text,
        ];
        var before = await SearchAsync();
        var hidden = await platform.World.MadeAsync("msu.chief", "profiles", World.ProfileBody("STRICTLY_CONFIDENTIAL", $"{name} Hidden"));
        (await chief.PostAsync($"/api/v1/{hidden}:submit", new { })).Is(HttpStatusCode.OK);
        (await (await platform.Crowd.AsAsync(Crowd.Cleared)).PostAsync($"/api/v1/{hidden}:vet", new { })).Is(HttpStatusCode.OK);
        var third = (await platform.Crowd.MakeAsync(["mediation-support"], "STRICTLY_CONFIDENTIAL")).Client;
        (await third.DecideAsync($"/api/v1/{hidden}", "activate")).Is(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await chief.PostAsync("/api/v1/profiles:search", new { text = name }, ""))["total"].GetValue<int>() == 1, "whoever is cleared to find the person");

        Assert.Equal(before, await SearchAsync());
        foreach (var text in (string[])["' OR 1=1 --", "%", "_", "*", "\\", "=1+1", "\"", "a' UNION SELECT"])
        {
            Assert.Equal(0, (await support.PostAsync("/api/v1/profiles:search", new { text = $"{text}{name}" }, ""))["total"].GetValue<int>());
        }
    }

    // What belongs to the hidden process; its profile is seen by whoever vets and is cleared.
    private IEnumerable<string> Secret() => platform.World.Hidden.Where(h => h.Key is not ("profile" or "record@profiles" or "window" or "session" or "act@designation")).Select(h => h.Value).Distinct();

    private static string With(string token, string[] after)
    {
        var content = JsonNode.Parse(Base64Url.DecodeFromChars(token))!.AsObject();
        content["After"] = new JsonArray([.. after.Select(a => (JsonNode)a)]);
        return Of(content.ToJsonString());
    }

    private static string Of(string content) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(content));
}
