using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Support;
using static Concord.Monitoring.Tests.MonitoringFixture;

namespace Concord.Monitoring.Tests;

public sealed class AgreementApiTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    [Fact]
    public async Task A_recorded_agreement_reads_back_with_its_parts_and_the_lead_that_was_told()
    {
        var made = (await fixture.As(Head).PostAsync("/api/v1/agreements", Agreement())).Is(HttpStatusCode.Created);
        var read = (await fixture.As(Analyst).ReadAsync(made.Location!.ToString())).Is(HttpStatusCode.OK);

        Assert.Equal((made.Text, made.ETag, made.TextOf("etag")), (read.Text, read.ETag, read.ETag));
        Assert.Equal(("Lake Forum", "government", "2020-01-31"), (read.TextOf("lead.displayName"), read.TextOf("parties.0.key"), read.TextOf("anchors.0.date")));
        Assert.Equal(0, read["summary.score.provisions"].GetValue<int>());
    }

    [Fact]
    public async Task Nobody_and_who_lacks_the_permission_change_nothing()
    {
        var agreement = await fixture.RecordAsync();
        (await fixture.As(null).ReadAsync(agreement)).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        (await fixture.As(Analyst).PostAsync("/api/v1/agreements", Agreement())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(Verifier).PostAsync($"{agreement}/provisions", Provision("1"))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(Analyst).PostAsync($"{agreement}:moveAnchor", new { anchor = "transition" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Outside_the_clearance_nothing_of_an_agreement_exists()
    {
        var agreement = await fixture.RecordAsync();
        var provision = await fixture.ProvisionAsync(agreement, "1.1");
        var milestone = await fixture.MilestoneAsync(agreement, provision, "a");
        var outsider = fixture.As(Outsider);
        var missing = (await outsider.ReadAsync("/api/v1/agreements/0197a000-0000-7000-8000-00000000dead")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        foreach (var path in (string[])[agreement, $"{agreement}/provisions", $"/api/v1/{provision}", $"{agreement}/milestones", $"/api/v1/{milestone}", $"{agreement}/assessments", $"{agreement}/schedule", $"{agreement}/score", $"{agreement}/leadLog"])
        {
            var answer = (await outsider.ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Equal(missing.TextOf("title"), answer.TextOf("title"));
        }

        (await fixture.As(Head with { Clearance = Outsider.Clearance }).PostAsync($"{agreement}/provisions", Provision("2"))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var listed = (await outsider.ReadAsync("/api/v1/agreements?pageSize=500")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(agreement[8..], listed.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("R48")]
    public async Task An_open_agreement_of_a_confidential_process_does_not_name_the_lead_to_who_may_not_see_the_process()
    {
        var agreement = await fixture.RecordAsync(classification: "UNCLASSIFIED");
        var seen = (await fixture.As(Outsider).ReadAsync(agreement)).Is(HttpStatusCode.OK);
        Assert.Null(seen.Find("lead"));
        Assert.DoesNotContain("Lake Forum", seen.Text, StringComparison.Ordinal);
        Assert.Empty((await fixture.As(Outsider).ReadAsync($"{agreement}/leadLog")).Is(HttpStatusCode.OK)["items"].AsArray());
        Assert.Equal("Lake Forum", (await fixture.As(Analyst).ReadAsync(agreement)).TextOf("lead.displayName"));
    }

    [Fact]
    public async Task A_process_that_the_caller_may_not_see_is_refused()
    {
        (await fixture.As(Head).PostAsync("/api/v1/agreements", Agreement("processes/0197a000-0000-7000-8000-00000000dead"))).IsProblem(HttpStatusCode.UnprocessableEntity, "UNKNOWN_PROCESS");
        var refused = (await fixture.As(Head).PostAsync("/api/v1/agreements", Agreement("somewhere", "STRICTLY_CONFIDENTIAL"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(refused.Find("errors.process"));
        Assert.NotNull(refused.Find("errors.classification"));
    }

    [Fact, Rule("R127"), Rule("R137")]
    public async Task An_agreement_that_is_strictly_confidential_is_for_those_whom_the_compartment_of_its_process_names()
    {
        var head = Head with { Subject = $"accounts/{Guid.NewGuid()}", Clearance = Classification.StrictlyConfidential };
        Assert.NotNull((await fixture.As(head).PostAsync("/api/v1/agreements", Agreement(classification: "STRICTLY_CONFIDENTIAL"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.classification"));
        fixture.Service.Name(head, MonitoringFixture.Process);
        var agreement = (await fixture.As(head).PostAsync("/api/v1/agreements", Agreement(classification: "STRICTLY_CONFIDENTIAL"))).Is(HttpStatusCode.Created).Location!.ToString();
        var provision = (await fixture.As(head).PostAsync($"{agreement}/provisions", Provision("1.1"))).Is(HttpStatusCode.Created).TextOf("name");
        var cleared = head with { Subject = $"accounts/{Guid.NewGuid()}" };
        foreach (var path in (string[])[agreement, $"{agreement}/provisions", $"/api/v1/{provision}", $"{agreement}/milestones", $"{agreement}/schedule", $"{agreement}/score"])
        {
            (await fixture.As(head).ReadAsync(path)).Is(HttpStatusCode.OK);
            (await fixture.As(cleared).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        Assert.DoesNotContain(await fixture.As(cleared).ReadAllAsync("/api/v1/agreements"), a => agreement.EndsWith((string)a["name"]!, StringComparison.Ordinal));
        Assert.Contains(await fixture.As(head).ReadAllAsync("/api/v1/agreements"), a => agreement.EndsWith((string)a["name"]!, StringComparison.Ordinal));
    }

    [Fact, Rule("R48")]
    public async Task Once_its_process_is_restricted_an_agreement_names_the_lead_to_those_who_are_named_only()
    {
        var restricted = fixture.OpenProcess();
        var agreement = await fixture.RecordAsync(restricted, "UNCLASSIFIED");
        Assert.Equal("Lake Forum", (await fixture.As(Outsider).ReadAsync(agreement)).TextOf("lead.displayName"));
        await fixture.Service.HearAsync(new ProcessRestricted(restricted, Head.Subject, 2, DateTime.UtcNow));
        var cleared = Analyst with { Subject = $"accounts/{Guid.NewGuid()}", Clearance = Classification.StrictlyConfidential };
        Assert.Null((await fixture.As(cleared).ReadAsync(agreement)).Is(HttpStatusCode.OK).Find("lead"));
        fixture.Service.Name(cleared, restricted);
        Assert.Equal("Lake Forum", (await fixture.As(cleared).ReadAsync(agreement)).TextOf("lead.displayName"));
    }

    [Fact, Rule("R48"), Rule("R127")]
    public async Task Once_its_process_is_restricted_an_agreement_tells_of_which_process_it_is_to_those_who_are_named_only()
    {
        var restricted = fixture.OpenProcess();
        var agreement = await fixture.RecordAsync(restricted, "UNCLASSIFIED");
        Assert.Equal(restricted, (await fixture.As(Outsider).ReadAsync(agreement)).TextOf("process"));
        await fixture.Service.HearAsync(new ProcessRestricted(restricted, Head.Subject, 2, DateTime.UtcNow));
        var cleared = Analyst with { Subject = $"accounts/{Guid.NewGuid()}", Clearance = Classification.StrictlyConfidential };
        foreach (var path in (string[])[agreement, $"/api/v1/agreements?pageSize=500", $"{agreement}/milestones", $"{agreement}/provisions"])
        {
            Assert.DoesNotContain(restricted, (await fixture.As(cleared).ReadAsync(path)).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        }

        Assert.Empty((await fixture.As(cleared).ReadAsync($"/api/v1/agreements?process={restricted}")).Is(HttpStatusCode.OK)["items"].AsArray());
        var moved = await fixture.As(Head).PostAsync($"{agreement}:recordAnchor", new { anchor = "transition", occurredOn = "2020-09-02" });
        Assert.DoesNotContain(restricted, moved.Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        fixture.Service.Name(cleared, restricted);
        Assert.Equal(restricted, (await fixture.As(cleared).ReadAsync(agreement)).TextOf("process"));
        Assert.Single((await fixture.As(cleared).ReadAsync($"/api/v1/agreements?process={restricted}"))["items"].AsArray());
    }

    [Fact, Rule("R20")]
    public async Task Whoever_may_not_see_a_confidential_process_does_not_find_an_open_agreement_by_it()
    {
        var agreement = await fixture.RecordAsync(classification: "UNCLASSIFIED");
        Assert.Null((await fixture.As(Outsider).ReadAsync(agreement)).Is(HttpStatusCode.OK).Find("process"));
        Assert.Empty((await fixture.As(Outsider).ReadAsync($"/api/v1/agreements?process={MonitoringFixture.Process}")).Is(HttpStatusCode.OK)["items"].AsArray());
        Assert.NotEmpty((await fixture.As(Analyst).ReadAsync($"/api/v1/agreements?process={MonitoringFixture.Process}"))["items"].AsArray());
    }

    [Fact]
    public async Task A_retry_with_the_same_key_records_one_agreement()
    {
        var key = Guid.NewGuid().ToString();
        var first = (await fixture.As(Head).PostAsync("/api/v1/agreements", Agreement(), key)).Is(HttpStatusCode.Created);
        var again = (await fixture.As(Head).PostAsync("/api/v1/agreements", Agreement(), key)).Is(HttpStatusCode.Created);
        Assert.Equal((first.Text, first.ETag, first.Location), (again.Text, again.ETag, again.Location));
        (await fixture.As(Head).PostAsync("/api/v1/agreements", Agreement(classification: "UNCLASSIFIED"), key)).IsProblem(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
    }

    [Fact, Rule("R93"), Rule("R143")]
    public async Task Moving_an_anchor_keeps_the_baseline_and_needs_the_version_that_was_read()
    {
        var agreement = await fixture.RecordAsync();
        var read = await fixture.As(Head).ReadAsync(agreement);
        var move = new { anchor = "transition", newDate = "2020-08-31", decidedOn = "2020-01-20", reason = "Forces not assembled", report = "report 1", segment = 3 };
        var moved = (await fixture.As(Head).PostAsync($"{agreement}:moveAnchor", move, ifMatch: read.ETag)).Is(HttpStatusCode.OK);

        Assert.Equal(("2020-08-31", "2020-01-31", "Forces not assembled"), (moved.TextOf("anchors.0.date"), moved.TextOf("anchors.0.plannedOn"), moved.TextOf("anchors.0.changes.0.reason")));
        var before = await fixture.As(Head).ReadAsync($"{agreement}?asOf=2020-01-19");
        Assert.Equal("2020-01-31", before.TextOf("anchors.0.date"));
        Assert.Empty(before["anchors.0.changes"].AsArray());
        (await fixture.As(Head).PostAsync($"{agreement}:moveAnchor", move, ifMatch: read.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await fixture.As(Head).PostAsync($"{agreement}:moveAnchor", move with { anchor = "elections" })).IsProblem(HttpStatusCode.UnprocessableEntity, "UNKNOWN_ANCHOR");
        (await fixture.As(Head).PostAsync($"{agreement}:recordAnchor", new { anchor = "transition", occurredOn = "2020-09-02" })).Is(HttpStatusCode.OK);
        (await fixture.As(Head).PostAsync($"{agreement}:moveAnchor", move with { decidedOn = "2021-01-01" })).IsProblem(HttpStatusCode.Conflict, "ANCHOR_OCCURRED");
    }

    [Fact]
    public async Task Pages_of_agreements_neither_repeat_nor_skip()
    {
        var process = fixture.OpenProcess();
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            made.Add((await fixture.RecordAsync(process))[8..]);
        }

        List<string> listed = [];
        string? token = "";
        while (token is not null)
        {
            var page = (await fixture.As(Analyst).ReadAsync($"/api/v1/agreements?process={process}&pageSize=2&pageToken={token}")).Is(HttpStatusCode.OK);
            listed.AddRange(page["items"].AsArray().Select(a => a!["name"]!.GetValue<string>()));
            token = page.Find("nextPageToken")?.GetValue<string>();
        }

        Assert.Equal(made, listed);
        (await fixture.As(Analyst).ReadAsync("/api/v1/agreements?pageToken=xyz")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(Analyst).ReadAsync("/api/v1/agreements/0197a000-0000-7000-8000-00000000dead?asOf=yesterday")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }
}

/// <summary>What is heard from designation; a service of its own, since the lead is kept per process.</summary>
public sealed class LeadReactionTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    [Fact, Rule("R28")]
    public async Task An_agreement_shows_the_lead_as_heard_once_each_and_ignores_what_is_old()
    {
        var agreement = await fixture.RecordAsync();
        var since = new DateTime(2024, 5, 3, 9, 0, 0, DateTimeKind.Utc);
        var second = new LeadDesignated(Process, ["organizations/0197a000-0000-7000-8000-000000000021"], "River Union", 2, 5, since);
        var id = Guid.CreateVersion7();
        await fixture.Service.HearAsync(second, id);
        await fixture.Service.HearAsync(second, id);
        await fixture.Service.HearAsync(second); // raised anew under another id
        await fixture.Service.HearAsync(new LeadDesignated(Process, [], "Lake Forum", 1, 2, since.AddDays(-9)));
        await fixture.Service.HearAsync(new LeadEnded(Process, 1, "handed over", 4, since));

        var shown = (await fixture.As(Analyst).ReadAsync(agreement)).Is(HttpStatusCode.OK);
        Assert.Equal(("River Union", 2, since), (shown.TextOf("lead.displayName"), shown["lead.epoch"].GetValue<int>(), shown["lead.startTime"].GetValue<DateTime>()));

        await fixture.Service.HearAsync(new LeadRenamed(Process, 2, "Someone", 6, since.AddDays(20)));
        Assert.Equal("Someone", (await fixture.As(Analyst).ReadAsync(agreement)).TextOf("lead.displayName"));

        var end = new LeadEnded(Process, 2, "withdrew", 7, since.AddDays(30));
        await fixture.Service.HearAsync(end, id);
        await fixture.Service.HearAsync(end, id);
        shown = (await fixture.As(Analyst).ReadAsync(agreement)).Is(HttpStatusCode.OK);
        Assert.Null(shown.Find("lead.displayName"));
        Assert.Equal(since.AddDays(30), shown["lead.endTime"].GetValue<DateTime>());

        var first = (await fixture.As(Analyst).ReadAsync($"{agreement}/leadLog?pageSize=2")).Is(HttpStatusCode.OK);
        var rest = (await fixture.As(Analyst).ReadAsync($"{agreement}/leadLog?pageToken={first.TextOf("nextPageToken")}")).Is(HttpStatusCode.OK);
        Assert.Equal(
            ["TOLD 1", "DESIGNATED 2", "RENAMED 2", "ENDED 2"],
            first["items"].AsArray().Concat(rest["items"].AsArray()).Select(e => $"{e!["notice"]!.GetValue<string>()} {e["epoch"]!.GetValue<int>()}"));
        var listed = (await fixture.As(Analyst).ReadAsync($"/api/v1/agreements?process={Process}")).Is(HttpStatusCode.OK);
        Assert.Equal(since.AddDays(30), Assert.IsType<JsonObject>(listed["items"].AsArray()[0])["lead"]!["endTime"]!.GetValue<DateTime>());
    }

    [Fact, Rule("R137")]
    public async Task An_administrator_is_told_why_somebody_does_not_see_an_agreement()
    {
        var agreement = (await fixture.RecordAsync())["/api/v1/".Length..];
        var administrator = TestCaller.Person(Head.Organization!, Roles.Administrator);
        const string Asked = "/api/v1/access/monitoring:explain?permission=monitoring.agreements.read&role=analyst&clearance=UNCLASSIFIED&record=";
        var told = (await fixture.As(administrator).ReadAsync(Asked + agreement)).Is(HttpStatusCode.OK);
        Assert.Equal(("CLEARANCE", "UNCLASSIFIED", "CONFIDENTIAL"), (told.TextOf("conditions.1.condition"), told.TextOf("conditions.1.has.0"), told.TextOf("conditions.1.needs.0")));
        Assert.Null((await fixture.As(administrator).ReadAsync($"{Asked}agreements/{Guid.NewGuid()}")).Is(HttpStatusCode.OK).Find("allowed"));
        Assert.Null((await fixture.As(administrator).ReadAsync($"{Asked}processes/{Guid.NewGuid()}")).Is(HttpStatusCode.OK).Find("allowed"));
    }

    [Fact]
    public async Task Who_keeps_the_platform_sees_no_agreement_by_that_alone()
    {
        var agreement = await fixture.RecordAsync(classification: "UNCLASSIFIED");
        foreach (var role in (string[])[Roles.Administrator, Roles.Auditor, Roles.Witness])
        {
            (await fixture.As(TestCaller.Person(Head.Organization!, role)).ReadAsync(agreement)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }
    }
}
