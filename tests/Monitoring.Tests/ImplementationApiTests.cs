using System.Net;
using Concord.Support;
using static Concord.Monitoring.Tests.MonitoringFixture;

namespace Concord.Monitoring.Tests;

public sealed class ImplementationApiTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    [Fact, Rule("R90")]
    public async Task A_clause_is_recorded_once()
    {
        var agreement = await fixture.RecordAsync();
        await fixture.ProvisionAsync(agreement, "1.1");
        (await fixture.As(Head).PostAsync($"{agreement}/provisions", Provision("1.1"))).IsProblem(HttpStatusCode.Conflict, "DUPLICATE_CLAUSE");
        await fixture.ProvisionAsync(await fixture.RecordAsync(), "1.1");
    }

    [Fact, Rule("R91"), Rule("R95")]
    public async Task A_provision_tells_its_story_and_its_status_as_of_any_day()
    {
        var agreement = await fixture.RecordAsync();
        var provision = await fixture.ProvisionAsync(agreement, "1.1");
        object Entry(int level, string asOf) => new { provision, asOf, level, initiated = true, report = "report 1", segment = 3 };

        (await fixture.As(Head).PostAsync($"{agreement}/assessments", Entry(1, "2020-03-01"))).Is(HttpStatusCode.Created);
        (await fixture.As(Head).PostAsync($"{agreement}/assessments", Entry(3, "2020-05-01"))).IsProblem(HttpStatusCode.Forbidden, "FULL_NEEDS_MONITOR");
        (await fixture.As(Analyst).PostAsync($"{agreement}/assessments", Entry(1, "2020-05-01"))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var full = (await fixture.As(Verifier).PostAsync($"{agreement}/assessments", Entry(3, "2020-06-01"))).Is(HttpStatusCode.Created);

        int? LevelOf(ApiAnswer answer) => answer.Find("level")?.GetValue<int>();
        var path = $"/api/v1/{provision}";
        foreach (var far in (string[])["0001-01-01", "9999-12-31"])
        {
            (await fixture.As(Analyst).ReadAsync($"{agreement}/score?series=true&asOf={far}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        Assert.Null(LevelOf(await fixture.As(Analyst).ReadAsync($"{path}?asOf=2020-02-29")));
        Assert.Equal(1, LevelOf(await fixture.As(Analyst).ReadAsync($"{path}?asOf=2020-05-31")));
        var now = await fixture.As(Analyst).ReadAsync(path);
        Assert.Equal((3, 2, full.TextOf("name")), (LevelOf(now), now["entries"].AsArray().Count, now.TextOf("lastEntry.name")));
        Assert.Equal(100, (await fixture.As(Analyst).ReadAsync($"{agreement}/score")).Is(HttpStatusCode.OK)["overall.value"].GetValue<double>());

        var retract = $"{full.Location}:retract";
        (await fixture.As(Head with { Roles = ["monitor"], Subject = "accounts/other" }).PostAsync(retract, new { reason = "Slip" })).IsProblem(HttpStatusCode.Forbidden, "NOT_AUTHOR");
        (await fixture.As(Verifier).PostAsync(retract, new { reason = "Slip" }, ifMatch: "\"9\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        var retracted = (await fixture.As(Verifier).PostAsync(retract, new { reason = "Slip" }, ifMatch: full.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal("Slip", retracted.TextOf("retraction.reason"));
        (await fixture.As(Verifier).PostAsync(retract, new { reason = "Slip" })).IsProblem(HttpStatusCode.Conflict, "ALREADY_RETRACTED");
        now = await fixture.As(Analyst).ReadAsync(path);
        Assert.Equal((1, 2), (LevelOf(now), now["entries"].AsArray().Count));
        Assert.Equal(retracted.Text, (await fixture.As(Analyst).ReadAsync(full.Location!.ToString())).Text);
    }

    [Fact]
    public async Task Provisions_are_filtered_by_area_party_and_status_and_paged()
    {
        var agreement = await fixture.RecordAsync();
        var names = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            names.Add(await fixture.ProvisionAsync(agreement, $"1.{i}"));
        }

        foreach (var (level, asOf) in (IEnumerable<(int, string)>)[(2, "2020-02-01"), (1, "2020-03-01")])
        {
            (await fixture.As(Verifier).PostAsync($"{agreement}/assessments", new { provision = names[1], asOf, level, initiated = true, report = "r", segment = 1 })).Is(HttpStatusCode.Created);
        }

        Assert.Equal([names[1]], await NamesAsync($"{agreement}/provisions?level=1"));
        Assert.Equal([names[1]], await NamesAsync($"{agreement}/provisions?level=2&asOf=2020-02-29"));
        Assert.Empty(await NamesAsync($"{agreement}/provisions?level=2"));
        Assert.Equal(names.Except([names[1]]), await NamesAsync($"{agreement}/provisions?assessed=false"));
        Assert.Equal(names, await NamesAsync($"{agreement}/provisions?party=government&area=CEASEFIRE&pageSize=2"));
        Assert.Empty(await NamesAsync($"{agreement}/provisions?party=front"));
        Assert.Empty(await NamesAsync($"{agreement}/provisions?area=ELECTIONS"));
        Assert.Equal(2, (await NamesAsync($"{agreement}/assessments?provision={names[1]}&pageSize=1")).Count);
        Assert.Single(await NamesAsync($"{agreement}/assessments?asOf=2020-02-15"));
        (await fixture.As(Analyst).ReadAsync($"{agreement}/provisions?level=4")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(Analyst).ReadAsync($"{agreement}/assessments?provision=provisions/1")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R93"), Rule("R94"), Rule("R95")]
    public async Task A_milestone_is_begun_claimed_by_its_party_and_verified_by_the_monitor_and_frees_what_waits_for_it()
    {
        var agreement = await fixture.RecordAsync();
        var provision = await fixture.ProvisionAsync(agreement, "1.1");
        var first = await fixture.MilestoneAsync(agreement, provision, "first");
        var second = await fixture.MilestoneAsync(agreement, provision, "second", first);
        var path = $"/api/v1/{first}";

        (await fixture.As(Analyst).PostAsync($"{path}:start", new { on = "2020-01-10" })).IsProblem(HttpStatusCode.Forbidden, "NOT_RESPONSIBLE");
        (await fixture.As(Minister).PostAsync($"{path}:start", new { on = "2020-01-10" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // a party sees what is shared with it
        (await fixture.As(Head).PostAsync($"{agreement}/shares", ShareSituation.Terms(Minister.Organization!))).Is(HttpStatusCode.Created);
        (await fixture.As(Minister).PostAsync($"{path}:start", new { on = "2020-01-10" })).Is(HttpStatusCode.OK);
        var claimed = (await fixture.As(Minister).PostAsync($"{path}:claim", new { on = "2020-02-10", report = "r", segment = 1 })).Is(HttpStatusCode.OK);
        Assert.Equal(("CLAIMED", "2020-02-29"), (claimed.TextOf("state"), claimed.TextOf("due")));
        (await fixture.As(Minister).PostAsync($"{path}:verify", new { on = "2020-02-11" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(Minister with { Roles = ["monitor"] }).PostAsync($"{path}:verify", new { on = "2020-02-11" })).IsProblem(HttpStatusCode.Forbidden, "NOT_INDEPENDENT");
        (await fixture.As(Verifier).PostAsync($"{path}:verify", new { on = "2020-02-09" })).IsProblem(HttpStatusCode.Conflict, "ENTRY_BEFORE_LAST");

        Assert.Equal([second], await NamesAsync($"{agreement}/milestones?blocked=true&asOf=2020-03-05"));
        var overdue = (await fixture.As(Analyst).ReadAsync($"{agreement}/milestones?overdue=true&asOf=2020-03-05&party=government")).Is(HttpStatusCode.OK);
        Assert.Equal(2, overdue["items"].AsArray().Count);
        Assert.Equal((5, "first", "CLAIMED"), (overdue["items.0.overdueDays"].GetValue<int>(), overdue.TextOf("items.1.blockedBy.0.key"), overdue.TextOf("items.1.blockedBy.0.state")));

        (await fixture.As(Verifier).PostAsync($"{path}:contest", new { on = "2020-03-06" }, ifMatch: claimed.ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(Verifier).PostAsync($"{path}:verify", new { on = "2020-03-10" }, ifMatch: claimed.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await fixture.As(Verifier).PostAsync($"{path}:verify", new { on = "2020-03-10" })).Is(HttpStatusCode.OK);
        (await fixture.As(Verifier).PostAsync($"{path}:verify", new { on = "2020-03-10" })).IsProblem(HttpStatusCode.Conflict, "MILESTONE_STATE");
        Assert.Empty(await NamesAsync($"{agreement}/milestones?blocked=true&asOf=2020-03-10"));
        Assert.Equal([first, second], await NamesAsync($"{agreement}/milestones?pageSize=1"));
        Assert.Equal([first], await NamesAsync($"{agreement}/milestones?state=VERIFIED"));
        Assert.Equal(["STARTED", "CLAIMED"], (await fixture.As(Analyst).ReadAsync($"{path}?asOf=2020-03-05"))["entries"].AsArray().Select(e => e!["event"]!.GetValue<string>()));

        var schedule = (await fixture.As(Analyst).ReadAsync($"{agreement}/schedule?asOf=2020-03-10")).Is(HttpStatusCode.OK);
        Assert.Equal(("2020-03-20", "second"), (schedule.TextOf("forecastFinish"), schedule.TextOf("criticalPath.0.key")));
        Assert.Equal(("2020-03-10", 10), (schedule.TextOf("milestones.0.earlyFinish"), schedule["milestones.0.daysPastDue"].GetValue<int>()));
    }

    [Fact, Rule("R93"), Rule("R94")]
    public async Task Circles_doubles_and_dates_that_nobody_agreed_to_are_refused()
    {
        var agreement = await fixture.RecordAsync();
        var provision = await fixture.ProvisionAsync(agreement, "1.1");
        var first = await fixture.MilestoneAsync(agreement, provision, "first");
        var second = await fixture.MilestoneAsync(agreement, provision, "second", first);
        var cycle = (await fixture.As(Head).PostAsync($"/api/v1/{first}:addPredecessor", new { milestone = second, lagDays = 2 })).IsProblem(HttpStatusCode.Conflict, "DEPENDENCY_CYCLE");
        Assert.Equal(("first → second → first", "R93"), (cycle.TextOf("metadata.cycle"), cycle.TextOf("rule")));
        var third = await fixture.MilestoneAsync(agreement, provision, "third");
        Assert.Equal(2, (await fixture.As(Head).PostAsync($"/api/v1/{third}:addPredecessor", new { milestone = second, lagDays = 2 })).Is(HttpStatusCode.OK)["predecessors.0.lagDays"].GetValue<int>());
        (await fixture.As(Head).PostAsync($"{agreement}/milestones", new { key = "first", title = "x", provision, responsible = new[] { "front" }, durationDays = 1 })).IsProblem(HttpStatusCode.Conflict, "DUPLICATE_MILESTONE");
        (await fixture.As(Head).PostAsync($"{agreement}/milestones", new { key = "x", title = "x", provision = first, responsible = new[] { "front" }, durationDays = 1 })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        object To(string party) => new { on = "2020-02-01", newDue = "2021-02-01", reason = "Rains", agreedBy = new[] { party } };
        (await fixture.As(Head).PostAsync($"/api/v1/{first}:reschedule", To("front"))).IsProblem(HttpStatusCode.Conflict, "RESCHEDULE_NOT_AGREED");
        var moved = (await fixture.As(Head).PostAsync($"/api/v1/{first}:reschedule", To("government"))).Is(HttpStatusCode.OK);
        Assert.Equal(("2021-02-01", "2020-02-29"), (moved.TextOf("due"), moved.TextOf("baselineDue")));
    }

    [Fact, Rule("R93"), Rule("R143")]
    public async Task Of_two_links_that_would_close_a_circle_together_at_most_one_is_taken()
    {
        var agreement = await fixture.RecordAsync();
        var provision = await fixture.ProvisionAsync(agreement, "1.1");
        for (var round = 0; round < 10; round++)
        {
            var a = await fixture.MilestoneAsync(agreement, provision, $"a{round}");
            var b = await fixture.MilestoneAsync(agreement, provision, $"b{round}");
            var answers = await Task.WhenAll(
                fixture.As(Head).PostAsync($"/api/v1/{a}:addPredecessor", new { milestone = b }),
                fixture.As(Head).PostAsync($"/api/v1/{b}:addPredecessor", new { milestone = a }));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(x => x.Status).Order());
            Assert.Contains(answers.Single(x => x.Status == HttpStatusCode.Conflict).TextOf("reason"), (string[])["CONCURRENT_CHANGE", "DEPENDENCY_CYCLE"]);
        }

        (await fixture.As(Analyst).ReadAsync($"{agreement}/schedule")).Is(HttpStatusCode.OK);
    }

    private async Task<List<string>> NamesAsync(string path)
    {
        List<string> names = [];
        string? token = "";
        while (token is not null)
        {
            var page = (await fixture.As(Analyst).ReadAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}pageToken={token}")).Is(HttpStatusCode.OK);
            names.AddRange(page["items"].AsArray().Select(a => a!["name"]!.GetValue<string>()));
            token = page.Find("nextPageToken")?.GetValue<string>();
        }

        return names;
    }
}
