using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concord.Monitoring.Import;
using Concord.Platform.Hosting;
using Concord.Support;

namespace Concord.Monitoring.Tests;

/// <summary>The shipped agreement, loaded once, asked through the API, and compared with what a slow and separate oracle reads from the same file.</summary>
public sealed partial class DemonstrationTests(DemonstrationTests.Loaded loaded) : IClassFixture<DemonstrationTests.Loaded>
{
    private static readonly string[] Days = ["2020-02-01", "2022-09-01", "2024-12-31"];
    private static readonly string Path = $"/api/v1/{RArcssDemonstration.Id}";
    private static readonly RArcssOracle Oracle = new(FileText());

    public static TheoryData<string> AsOfDays => [.. Days];

    public sealed class Loaded : IAsyncLifetime
    {
        public TestService Service { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Service = await TestService.StartAsync<MonitoringModule>(new StandInDesignation().Configure);
            await Service.Services.LoadDemonstrationAsync(CancellationToken.None);
            await Service.Services.LoadDemonstrationAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync() => await Service.DisposeAsync();
    }

    [Fact, Rule("R93")]
    public async Task The_whole_agreement_is_there_once_after_two_loads_and_says_what_it_is()
    {
        var agreement = await ReadAsync($"{Path}?asOf=2024-12-31");
        var provisions = await AllAsync($"{Path}/provisions?asOf=2024-12-31");
        var milestones = await AllAsync($"{Path}/milestones?asOf=2024-12-31");
        var entries = await AllAsync($"{Path}/assessments?asOf=2024-12-31");

        Assert.Contains("not a finding of the United Nations", agreement.TextOf("notice"), StringComparison.Ordinal);
        Assert.Equal(RArcssDemonstration.Process, agreement.TextOf("process"));
        Assert.Single((await ReadAsync("/api/v1/agreements"))["items"].AsArray());
        Assert.Equal((Oracle.Provisions.Count, Oracle.Milestones.Count, Oracle.Statuses.Count), (provisions.Count, milestones.Count, entries.Count));
        Assert.True(provisions.Count >= 60 && milestones.Count >= 40 && entries.Count >= 60);
        Assert.Equal(Enumerable.Range(1, 8), provisions.Select(p => (int)p["chapter"]!).Distinct().Order());
        Assert.True(milestones.Count(m => m["predecessors"]!.AsArray().Count >= 2) >= 10);
        Assert.True(milestones.Count(m => m["deadline"]?["anchor"] is not null) >= 40);
        Assert.Equal(Oracle.Provisions.Select(p => (string)p["clause"]!), provisions.Select(p => (string)p["clause"]!));
    }

    [Theory, Rule("R94"), Rule("R95"), MemberData(nameof(AsOfDays))]
    public async Task What_is_overdue_and_what_blocks_what_is_what_the_oracle_finds(string day)
    {
        var milestones = await AllAsync($"{Path}/milestones?asOf={day}");
        foreach (var m in milestones)
        {
            var expected = Oracle.MilestoneAsOf((string)m["key"]!, Records.Day(day));
            Assert.Equal(expected, ((string)m["key"]!, (string)m["state"]!, (string?)m["due"], (int)m["overdueDays"]!, string.Join(',', m["blockedBy"]!.AsArray().Select(b => (string)b!["key"]!))));
        }

        Assert.Equal(Keys(milestones.Where(m => (int)m["overdueDays"]! > 0)), Keys(await AllAsync($"{Path}/milestones?asOf={day}&overdue=true")));
        Assert.Equal(Keys(milestones.Where(m => m["blockedBy"]!.AsArray().Count > 0)), Keys(await AllAsync($"{Path}/milestones?asOf={day}&blocked=true&pageSize=7")));
        Assert.Contains(milestones, m => (int)m["overdueDays"]! > 0);
        var summary = (await ReadAsync($"{Path}?asOf={day}"))["summary"];
        Assert.Equal((milestones.Count(m => (int)m["overdueDays"]! > 0), milestones.Count(m => m["blockedBy"]!.AsArray().Count > 0)), ((int)summary["overdue"]!, (int)summary["blocked"]!));
    }

    [Theory, Rule("R91"), Rule("R157"), MemberData(nameof(AsOfDays))]
    public async Task The_score_overall_by_chapter_and_by_area_is_what_the_oracle_finds(string day)
    {
        var score = await ReadAsync($"{Path}/score?asOf={day}&series=true");
        Assert.Equal(Oracle.ScoreAsOf(Records.Day(day), _ => true), Of(score["overall"]));
        foreach (var chapter in score["byChapter"].AsArray())
        {
            Assert.Equal(Oracle.ScoreAsOf(Records.Day(day), p => (int)p["chapter"]! == (int)chapter!["chapter"]!), Of(chapter!["score"]!));
        }

        foreach (var area in score["byArea"].AsArray())
        {
            Assert.Equal(Oracle.ScoreAsOf(Records.Day(day), p => (string)p["area"]! == (string)area!["area"]!), Of(area!["score"]!));
        }

        Assert.DoesNotContain("part", string.Join(' ', score.Body!.AsObject().Select(member => member.Key)), StringComparison.OrdinalIgnoreCase);
        foreach (var month in score["series"].AsArray())
        {
            Assert.Equal(Oracle.ScoreAsOf(Records.Day((string)month!["asOf"]!), _ => true), Of(month["score"]!));
        }
    }

    [Theory, Rule("R91"), MemberData(nameof(AsOfDays))]
    public async Task Each_level_lists_the_provisions_that_the_oracle_puts_there(string day)
    {
        for (var level = 0; level <= 3; level++)
        {
            var listed = await AllAsync($"{Path}/provisions?asOf={day}&level={level}&pageSize=20");
            Assert.Equal(Oracle.ClausesAt(level, Records.Day(day)), listed.Select(p => (string)p["clause"]!));
        }
    }

    [Fact]
    public async Task The_schedule_of_each_day_is_without_circle_and_no_forecast_lies_before_it()
    {
        foreach (var day in Days)
        {
            var schedule = await ReadAsync($"{Path}/schedule?asOf={day}");
            Assert.NotEmpty(schedule["criticalPath"].AsArray());
            foreach (var m in schedule["milestones"].AsArray().Where(m => (string)m!["state"]! != "VERIFIED"))
            {
                Assert.True(string.CompareOrdinal((string)m!["earlyFinish"]!, day) >= 0, m.ToJsonString());
                Assert.True((int)m["slackDays"]! >= 0, m.ToJsonString());
            }
        }
    }

    [Fact]
    public async Task The_extensions_moved_the_end_of_the_preparations_as_decided()
    {
        async Task<string> EndAsync(string day) =>
            (string)(await ReadAsync($"{Path}?asOf={day}"))["anchors"].AsArray().Single(a => (string)a!["key"]! == "pre-transitional-end")!["date"]!;
        Assert.Equal(["2019-05-12", "2019-11-11", "2020-02-22"], [await EndAsync("2019-05-02"), await EndAsync("2019-05-03"), await EndAsync("2019-11-09")]);
    }

    [Fact, Rule("R91")]
    public void Each_cited_report_and_segment_exists_in_the_sources()
    {
        var sources = Sources();
        Assert.SkipWhen(sources is null, "The folder ../shared/data/south_sudan beside the repository is absent; citations cannot be looked up.");
        Dictionary<string, HashSet<int>> segments = [];
        List<string> missing = [];
        foreach (var (report, segment) in Oracle.Citations)
        {
            var file = System.IO.Path.Combine(sources!, "reports", $"{report}.html");
            if (!segments.TryGetValue(report, out var known))
            {
                segments[report] = known = File.Exists(file) ? [.. Segment().Matches(File.ReadAllText(file)).Select(m => int.Parse(m.Groups[1].Value))] : [];
            }

            if (!known.Contains(segment))
            {
                missing.Add($"{report} {segment}");
            }
        }

        Assert.Empty(missing);
        var text = Segment().Matches(File.ReadAllText(System.IO.Path.Combine(sources!, "r-arcss-2018.html"))).Select(m => int.Parse(m.Groups[1].Value)).ToHashSet();
        Assert.All(Oracle.Provisions, p => Assert.Contains((int)p["segment"]!, text));
    }

    [Theory]
    [InlineData("\"notice\":", "\"notices\":")]
    [InlineData("\"priority\":\"HIGH\"", "\"priority\":\"URGENT\"")]
    public void A_slip_in_the_file_is_an_error(string right, string wrong)
    {
        var text = JsonNode.Parse(FileText())!.ToJsonString();
        Assert.Contains(right, text, StringComparison.Ordinal);
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Throws<JsonException>(() => EncodedAgreement.Read(file));
    }

    private static (double, int, int) Of(JsonNode score) => ((double)score["value"]!, (int)score["provisions"]!, (int)score["withoutEntry"]!);

    private static List<string> Keys(IEnumerable<JsonNode> milestones) => [.. milestones.Select(m => (string)m["key"]!)];

    private async Task<ApiAnswer> ReadAsync(string path) => (await loaded.Service.As(MonitoringFixture.Analyst).ReadAsync(path)).Is(HttpStatusCode.OK);

    private async Task<List<JsonNode>> AllAsync(string path)
    {
        List<JsonNode> all = [];
        string? token = "";
        while (token is not null)
        {
            var page = await ReadAsync($"{path}&pageToken={token}");
            all.AddRange(page["items"].AsArray().Select(n => n!));
            token = page.Find("nextPageToken")?.GetValue<string>();
        }

        return all;
    }

    private static string FileText()
    {
        using var reader = new StreamReader(typeof(MonitoringModule).Assembly.GetManifestResourceStream("Concord.Monitoring.Demonstration.r-arcss.json")!);
        return reader.ReadToEnd();
    }

    private static string? Sources()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "Concord.slnx")))
        {
            root = root.Parent;
        }

        var sources = root?.Parent is { } beside ? System.IO.Path.Combine(beside.FullName, "shared", "data", "south_sudan") : null;
        return Directory.Exists(sources) ? sources : null;
    }

    [GeneratedRegex("<a id=\"?(\\d+)\"?")]
    private static partial Regex Segment();
}
