using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Roster.Persistence;
using Concord.Roster.Tests.Insiders;
using Concord.Roster.Tests.Standby;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Teams;

/// <summary>A team is composed of the people whom the caller may find, by the people's records as they are now.</summary>
public sealed class TeamApiTests : IAsyncLifetime
{
    private static readonly object s_days = new { startDate = "2026-05-01", endDate = "2026-05-14", mode = "REMOTE" };
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R6"), Rule("R8"), Rule("R16"), Rule("R157")]
    public async Task The_best_team_says_why_each_member_is_in_it_and_a_pin_a_ban_and_a_conflict_change_it()
    {
        var drafter = await PersonAsync("Ama Drafter", "WOMAN", ["DRAFTING"]);
        var both = await PersonAsync("Bela Both", "MAN", ["DRAFTING", "LOGISTICS"]);
        var national = await PersonAsync("Cora National", "WOMAN", ["LOGISTICS"], nationality: "SDN");
        await PersonAsync("Dina Away", "WOMAN", ["DRAFTING", "LOGISTICS"], available: false);

        var answer = await ComposeAsync(HeadOfMission, new { largestSize = 2, functions = new[] { "DRAFTING", "LOGISTICS" }, availability = s_days, conflictCountries = new[] { "SDN" } });
        Assert.Equal(("COMPOSED", "true"), (answer.TextOf("outcome"), answer["best.proven"].ToString()));
        Assert.Equal(["Ama Drafter", "Bela Both"], Names(answer["best.members"]));
        var members = answer["best.members"].AsArray().ToDictionary(m => m!["person"]!["name"]!.GetValue<string>(), m => m!);
        Assert.Equal("WOMEN", Assert.Single(members[drafter]["aloneCovers"]!.AsArray())!["kind"]!.GetValue<string>());
        Assert.Equal("LOGISTICS", Assert.Single(members[both]["aloneCovers"]!.AsArray())!["function"]!.GetValue<string>());
        Assert.Equal(["CONFLICT_OF_INTEREST 1", "NOT_AVAILABLE 1"], answer["leftOut"].AsArray().Select(l => $"{l!["reason"]} {l["count"]}"));
        Assert.DoesNotContain("score", answer.Text, StringComparison.OrdinalIgnoreCase);

        var pinned = await ComposeAsync(HeadOfMission, new { largestSize = 3, functions = new[] { "DRAFTING", "LOGISTICS" }, availability = s_days, pinned = new[] { national }, banned = new[] { both } });
        Assert.Equal(["Ama Drafter", "Cora National"], Names(pinned["best.members"]));
        var insider = await ComposeAsync(HeadOfMission, new { largestSize = 3, functions = new[] { "LOGISTICS" }, availability = s_days, conflictCountries = new[] { "SDN" }, insiders = 1, insiderPeople = new[] { national } });
        Assert.Contains("Cora National", Names(insider["best.members"]));
    }

    [Fact, Rule("R6"), Rule("R8")]
    public async Task Where_no_team_is_possible_it_says_what_to_give_up_and_never_the_only_woman()
    {
        await PersonAsync("Ama Drafter", "WOMAN", ["DRAFTING"]);
        var answer = await ComposeAsync(Desk, new { largestSize = 2, functions = new[] { "DRAFTING", "LEGAL_ADVICE" }, availability = s_days });
        var change = Assert.Single(answer["wayOut.changes"].AsArray())!;
        Assert.Equal(("IMPOSSIBLE", "LEGAL_ADVICE", 0), (answer.TextOf("outcome"), change["part"]!["function"]!.GetValue<string>(), change["able"]!.GetValue<int>()));

        await PersonAsync("Bela Drafter", "MAN", ["DRAFTING"], nationality: "UGA");
        object Wish(string? reason) => new { largestSize = 2, functions = new[] { "DRAFTING" }, availability = s_days, conflictCountries = new[] { "KEN" }, withoutWomanReason = reason };
        Assert.Equal("NO_WOMAN", (await ComposeAsync(Desk, Wish(null))).TextOf("outcome"));
        Assert.Equal(["Bela Drafter"], Names((await ComposeAsync(Desk, Wish("None is free in these weeks.")))["best.members"]));
    }

    [Fact, Rule("R17")]
    public async Task An_insider_reconciler_is_a_member_for_those_who_may_read_the_record_and_as_unknown_as_nobody_for_others()
    {
        await PersonAsync("Ama Drafter", "WOMAN", ["DRAFTING"]);
        var path = await _service.IntroduceAsync(Officer, InsiderClient.Teacher(classification: "CONFIDENTIAL"));
        var name = path["/api/v1/".Length..];
        object Wish(string insider) => new { largestSize = 2, functions = new[] { "DRAFTING" }, languages = new[] { new { code = "fr", minimumLevel = "BASIC" } }, availability = s_days, insiders = 1, insiderPeople = new[] { insider } };

        var member = (await ComposeAsync(Desk, Wish(name)))["best.members"].AsArray().Single(m => m!["person"]!["name"]!.GetValue<string>() == name)!;
        Assert.Equal("CONFIDENTIAL", member["person"]!["classification"]!.GetValue<string>());
        Assert.Null(member["person"]!["seniorityLevel"]); // outside the levels of mediators
        Assert.Equal(["LANGUAGE", "INSIDERS"], member["aloneCovers"]!.AsArray().Select(c => c!["kind"]!.GetValue<string>()));
        Assert.Contains(await EntriesAsync("roster.profiles.search"), e => e.Resources.Contains(name));

        var unknown = (await _service.As(HeadOfMission).PostAsync("/api/v1/teams:compose", Wish("insiders/0197a000-0000-7000-8000-000000000001"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var closed = (await _service.As(HeadOfMission).PostAsync("/api/v1/teams:compose", Wish(name))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(unknown["errors"].ToString(), closed["errors"].ToString());
        (await _service.As(Desk).PostAsync($"{path}:retire", new { reason = "Moved." }, ifMatch: "*")).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync("/api/v1/teams:compose", Wish(name))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R26")]
    public async Task Nobody_is_proposed_whom_the_caller_may_not_find_and_a_pinned_one_is_as_unknown_as_nobody()
    {
        await PersonAsync("Ama Open", "WOMAN", ["DRAFTING"], classification: "UNCLASSIFIED");
        var closed = await PersonAsync("Berta Closed", "WOMAN", ["DRAFTING"], classification: "STRICTLY_CONFIDENTIAL");
        object Wish(string pin) => new { largestSize = 2, functions = new[] { "DRAFTING" }, availability = s_days, pinned = new[] { pin } };
        var hidden = await ComposeAsync(Desk, Wish(closed));
        var nobody = await ComposeAsync(Desk, Wish($"profiles/{Guid.NewGuid()}"));
        Assert.Equal(Without(nobody), Without(hidden));
        Assert.Contains("Berta Closed", Names((await ComposeAsync(Cleared, Wish(closed)))["best.members"]));

        var open = await ComposeAsync(Desk, new { largestSize = 2, functions = new[] { "DRAFTING" }, availability = s_days });
        Assert.DoesNotContain("Berta", open.Text, StringComparison.Ordinal);
        (await _service.As(TestCaller.Person(Union, Roles.Monitor)).PostAsync("/api/v1/teams:compose", Wish(closed))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");

        static string Without(ApiAnswer answer) => System.Text.RegularExpressions.Regex.Replace(answer.Text, "profiles/[0-9a-f-]{36}", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_is_no_wish_is_refused_by_its_fields()
    {
        var refused = (await _service.As(Desk).PostAsync("/api/v1/teams:compose", new
        {
            languages = new object?[] { null, new { code = "xx" } },
            expertise = new object?[] { null },
            conflictCountries = new[] { "Sudan" },
            pinned = new string?[] { null, "organizations/1" },
            insiderPeople = new[] { "x" },
            availability = new { startDate = "0001-01-01", endDate = "9999-12-31" },
        })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["availability.endDate", "availability.mode", "conflictCountries", "expertise", "insiderPeople", "languages", "largestSize", "pinned"], refused["errors"].AsObject().Select(e => e.Key).Order(StringComparer.Ordinal));
        var wrong = (await _service.As(Desk).PostAsync("/api/v1/teams:compose", new { smallestSize = 9, largestSize = 5, availability = s_days, women = new { percent = 101 }, insiders = -1 })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["insiders", "largestSize", "women.percent"], wrong["errors"].AsObject().Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Fact, Rule("R15"), Rule("R20")]
    public async Task Who_does_not_see_every_deployment_is_told_that_a_person_has_no_time_and_not_why()
    {
        var first = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(60);
        var (from, to) = (first.ToString("O"), first.AddDays(13).ToString("O"));
        string[] people = [await PersonAsync("Ama Sent", "WOMAN", ["DRAFTING"], classification: "UNCLASSIFIED"), await PersonAsync("Bela Free", "WOMAN", ["DRAFTING"], classification: "UNCLASSIFIED")];
        foreach (var person in people)
        {
            (await _service.As(Cleared).PostAsync($"/api/v1/{person}/availability", new { startDate = from, endDate = to, kind = "REMOTE" })).Is(HttpStatusCode.Created);
        }

        (await _service.ApproveAsync(await _service.PlannedAsync(StandbyClient.Ask(mode: "REMOTE", firstDay: from, lastDay: to), $"/api/v1/{people[0]}"))).Is(HttpStatusCode.OK);
        object wish = new { largestSize = 2, functions = new[] { "DRAFTING" }, availability = new { startDate = from, endDate = to, mode = "REMOTE" } };
        Assert.Equal(["DEPLOYED 1"], LeftOut(await ComposeAsync(Desk, wish)));
        Assert.Equal(["NOT_AVAILABLE 1"], LeftOut(await ComposeAsync(HeadOfMission, wish)));
        Assert.Equal(["NOT_AVAILABLE 1"], LeftOut(await ComposeAsync(Officer, wish)));

        static IEnumerable<string> LeftOut(ApiAnswer answer) => answer["leftOut"].AsArray().Select(l => $"{l!["reason"]} {l["count"]}");
    }

    [Theory, Rule("R11")]
    [InlineData("POWER_SHARING", HttpStatusCode.OK)]
    [InlineData("TRANSITIONAL_JUSTICE", HttpStatusCode.OK)]
    [InlineData("ELECTIONS", HttpStatusCode.BadRequest)]
    public async Task Gender_is_asked_for_in_the_fields_that_it_must_reach_and_in_no_other(string field, HttpStatusCode status) =>
        (await _service.As(HeadOfMission).PostAsync("/api/v1/teams:compose", new { largestSize = 2, availability = s_days, genderIn = (string[])[field] })).Is(status);

    private async Task<List<AuditContent>> EntriesAsync(string action)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var entries = scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.Where(e => e.Action == action).Select(e => e.Content);
        return (await entries.ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(text => AuditContent.Read(text)!);
    }

    private static string[] Names(JsonNode members) => [.. members.AsArray().Select(m => m!["person"]!["displayName"]!.GetValue<string>()).Order(StringComparer.Ordinal)];

    private async Task<ApiAnswer> ComposeAsync(TestCaller caller, object wish) => (await _service.As(caller).PostAsync("/api/v1/teams:compose", wish)).Is(HttpStatusCode.OK);

    private async Task<string> PersonAsync(string displayName, string gender, string[] functions, string nationality = "KEN", string classification = "CONFIDENTIAL", bool available = true)
    {
        var body = JsonSerializer.SerializeToNode(Body(displayName, classification, gender: gender, nationalities: [nationality]))!;
        body["functions"] = JsonSerializer.SerializeToNode(functions);
        var path = await _service.ActiveAsync(body);
        if (available)
        {
            (await _service.As(Cleared).PostAsync($"{path}/availability", new { startDate = "2026-04-01", endDate = "2026-06-30", kind = "REMOTE" })).Is(HttpStatusCode.Created);
        }

        return path["/api/v1/".Length..];
    }
}
