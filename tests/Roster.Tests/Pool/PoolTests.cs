using System.Net;
using System.Text;
using Concord.Contracts.Access;
using Concord.Roster.Demand;
using Concord.Roster.Mediators;
using Concord.Roster.Pool;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Pool;

public sealed class PoolTests : IAsyncLifetime
{
    private static readonly TestCaller Auditor = TestCaller.Person(Some.Owner, Roles.Auditor) with { Clearance = Classification.StrictlyConfidential };
    private static readonly TestCaller Authority = TestCaller.Person(Some.Owner, Roles.AppointingAuthority);
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R22")]
    public void No_figure_and_no_difference_of_two_tells_of_fewer_than_five()
    {
        Assert.Equal([(0, false), (0, true), (0, true), (5, false), (10, false)], ((int[])[0, 1, 4, 9, 14]).Select(PoolCount.Of).Select(c => (c.AtLeast, c.FewerThanFive)));

        // Of a whole and a part of it: whatever is shown, the rest is nobody, five and more, or one of at least four numbers.
        for (var whole = 0; whole < 40; whole++)
        {
            for (var part = 0; part <= whole; part++)
            {
                var shown = (PoolCount.Of(whole), PoolCount.Of(part));
                var rests = Enumerable.Range(0, 60).SelectMany(w => Enumerable.Range(0, w + 1).Select(p => (w, p))).Where(c => (PoolCount.Of(c.w), PoolCount.Of(c.p)) == shown).Select(c => c.w - c.p).Distinct().ToList();
                Assert.True(rests.Min() >= 5 || rests.Count >= 4 || rests is [0], $"{whole} and {part} leave {string.Join(',', rests)}");
            }
        }
    }

    [Fact, Rule("R22")]
    public void The_age_of_the_last_assignment_is_told_by_level_and_what_goes_on_is_of_today()
    {
        Assignment Of(string from, string? until) => new("Work", null, null, DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until));
        Assert.Equal(Some.Day, PoolAges.EndOf([Of("2010-01-01", null), Of("2020-01-01", "2021-01-01")], null, Some.Day));
        Assert.Equal(new DateOnly(2021, 1, 1), PoolAges.EndOf([Of("2010-01-01", "2011-01-01"), Of("2020-01-01", "2021-01-01"), Of("2030-01-01", null)], null, Some.Day));
        Assert.Equal(new DateOnly(2025, 1, 1), PoolAges.EndOf([Of("2010-01-01", "2011-01-01")], new DateOnly(2025, 1, 1), Some.Day));
        Assert.Null(PoolAges.EndOf([], null, Some.Day));
        var ages = PoolAges.Of([.. Enumerable.Repeat((SeniorityLevel.Junior, (DateOnly?)new DateOnly(2025, 3, 1)), 7), .. Enumerable.Repeat((SeniorityLevel.Junior, (DateOnly?)new DateOnly(2025, 2, 28)), 3), (SeniorityLevel.Expert, null)], Some.Day);
        Assert.Equal(["UP_TO_ONE_YEAR 5 False", "UP_TO_THREE_YEARS 0 True", "UP_TO_FIVE_YEARS 0 False", "LONGER 0 False", "NOT_ON_RECORD 0 False"], ages.Single(a => a.SeniorityLevel == SeniorityLevel.Junior).Ages.Select(a => $"{a.Value} {a.People.AtLeast} {a.People.FewerThanFive}"));
        Assert.Equal(Enum.GetValues<SeniorityLevel>(), ages.Select(a => a.SeniorityLevel));
    }

    [Fact, Rule("R22"), Rule("R157")]
    public async Task The_report_counts_the_active_people_whom_the_caller_may_see_beside_what_was_asked_and_names_nobody()
    {
        for (var i = 0; i < 7; i++)
        {
            await _service.ActiveAsync(Body($"Ama {i}", classification: i == 6 ? "STRICTLY_CONFIDENTIAL" : "CONFIDENTIAL"));
        }

        await _service.DraftAsync(Body("Draft"));
        for (var i = 0; i < 6; i++)
        {
            await _service.SearchAsync(Desk, new { languages = new[] { new { code = "fr", minimumLevel = "FLUENT" } }, expertise = new[] { new { area = "CEASEFIRE" } } });
        }

        await _service.SearchAsync(Desk, new { countries = new[] { "KEN" } });
        await _service.Services.GetRequiredService<DemandWriter>().WriteAsync(CancellationToken.None);

        var report = (await _service.As(Desk).ReadAsync("/api/v1/profiles:poolFigures")).Is(HttpStatusCode.OK);
        Assert.Equal(("5", "False"), (report["people.atLeast"].ToString(), $"{report["people.fewerThanFive"].GetValue<bool>()}"));
        Assert.Equal(["WOMAN 5", "MAN 0", "OTHER 0", "UNDISCLOSED 0"], report["byGender"].AsArray().Select(g => $"{g!["value"]} {g["people"]!["atLeast"]}"));
        Assert.Equal(["expertise CEASEFIRE FAMILIAR 5 0", "languages fr FLUENT 5 0"], report["demand"].AsArray().Select(d => $"{d!["field"]} {d["value"]} {d["minimumLevel"]} {d["times"]} {d["fit"]!["atLeast"]}"));
        Assert.DoesNotContain("Ama", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("organizations/", report.Text, StringComparison.Ordinal);
        Assert.NotNull(report.Find("pipeline"));
        Assert.Null((await _service.As(Authority).ReadAsync("/api/v1/profiles:poolFigures")).Is(HttpStatusCode.OK).Find("pipeline"));
        (await _service.As(Officer).ReadAsync("/api/v1/profiles:poolFigures")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact, Rule("R22")]
    public async Task Who_follows_and_who_leaves_is_counted_by_level_for_those_who_vet()
    {
        for (var i = 0; i < 6; i++)
        {
            var path = await _service.ActiveAsync(Body($"Ama {i}"));
            var plan = (await _service.As(Desk).ReadAsync($"{path}/pipeline")).Is(HttpStatusCode.OK);
            (await _service.As(Desk).SendAsync(HttpMethod.Put, $"{path}/pipeline", new { promising = true, departureExpectedBy = i < 2 ? DateTime.UtcNow.AddMonths(6).ToString("yyyy-MM-dd") : null }, ifMatch: plan.ETag)).Is(HttpStatusCode.OK);
        }

        var expert = (await _service.As(Desk).ReadAsync("/api/v1/profiles:poolFigures"))["pipeline"].AsArray().Single(p => (string?)p!["seniorityLevel"] == "EXPERT")!;
        Assert.Equal(("5", "true", "0"), (expert["promising"]!["atLeast"]!.ToString(), expert["leavingWithinOneYear"]!["fewerThanFive"]!.ToString(), expert["leavingWithinThreeYears"]!["atLeast"]!.ToString()));
    }

    [Fact, Rule("R22"), Rule("R138")]
    public async Task The_table_holds_the_same_figures_and_that_it_left_is_entered()
    {
        await _service.ActiveAsync(Body("Ama"));
        using var answer = await _service.As(Desk).GetAsync(new Uri("/api/v1/profiles:poolTable", UriKind.Relative));
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("\ufeffpart,value,detail,times,atLeast,fewerThanFive\r\npeople,,,,0,TRUE\r\ngender,WOMAN,,,0,TRUE\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nlastAssignment,EXPERT,NOT_ON_RECORD,,0,TRUE\r\n", text, StringComparison.Ordinal);
        var entry = Assert.Single((await _service.As(Auditor).ReadAsync("/api/v1/audit/roster/entries?action=roster.pool.read")).Is(HttpStatusCode.OK)["items"].AsArray())!;
        Assert.Equal(Desk.Subject, (string?)entry["actor"]);
        (await _service.As(HeadOfMission).ReadAsync("/api/v1/profiles:poolTable")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }
}
