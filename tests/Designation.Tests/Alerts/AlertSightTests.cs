using System.Net;
using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Alerts;

/// <summary>Who learns of an alert: whoever sees the process and may know of that kind, and nobody by another way.</summary>
public sealed class AlertSightTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Theory, Rule("R127"), Rule("R139")]
    [InlineData("CONFIDENTIAL", Classification.Unclassified)]
    [InlineData("STRICTLY_CONFIDENTIAL", Classification.StrictlyConfidential)]
    public async Task Who_may_not_see_the_process_finds_no_alert_in_a_list_a_page_or_by_its_number(string classification, Classification clearance)
    {
        var (process, _, officer) = await fixture.RivalryAsync(classification);
        var path = AlertSituation.PathOf(Assert.Single(await fixture.AlertsAsync(process, caller: officer)));
        var outside = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.MediationSupport) with { Clearance = clearance };
        var page = (await fixture.As(outside).ReadAsync($"{AlertSituation.Path}?subject={AlertSituation.NameOf(process)}&pageSize=1")).Is(HttpStatusCode.OK);
        Assert.Empty(page["items"].AsArray());
        Assert.Null(page.Find("nextPageToken"));
        Assert.DoesNotContain(await fixture.As(outside).ReadAllAsync(AlertSituation.Path), a => path.EndsWith(a.Text("name"), StringComparison.Ordinal));

        var unknown = $"{AlertSituation.Path}/{Guid.NewGuid()}";
        Assert.Equal(await ToldAsync(unknown, a => fixture.As(outside).ReadAsync(a)), await ToldAsync(path, a => fixture.As(outside).ReadAsync(a)));
        Assert.Equal(await ToldAsync(unknown, AcknowledgeAsync), await ToldAsync(path, AcknowledgeAsync));
        Assert.Equal(await ToldAsync(unknown, ResolveAsync), await ToldAsync(path, ResolveAsync));

        Task<ApiAnswer> AcknowledgeAsync(string alert) => fixture.As(outside).PostAsync($"{alert}:acknowledge", new { note = "" });
        Task<ApiAnswer> ResolveAsync(string alert) => fixture.As(outside).PostAsync($"{alert}:resolve", new { reason = "" });
        static async Task<string> ToldAsync(string alert, Func<string, Task<ApiAnswer>> ask) =>
            (await ask(alert)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND").TextOf("detail").Replace(alert.Split('/')[^1], "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_proposals_learns_of_none_that_lapses()
    {
        var process = await fixture.ProcessAsync();
        await fixture.ProposeAsync(process, 0, fixture.Neighbours.Organization("Proposed"));
        await fixture.InStoreAsync(async db =>
        {
            db.Entry(await db.LeadProposals.SingleAsync(p => p.Process == AlertSituation.IdOf(process))).Property(p => p.ExpireTime).CurrentValue = DateTime.UtcNow.AddDays(2);
            return await db.SaveChangesAsync();
        });
        await fixture.Service.LookAsync();
        var alert = await fixture.OpenAlertAsync(process, "PROPOSAL_EXPIRES");
        Assert.Equal("NOTICE", alert.Text("severity"));
        var analyst = fixture.Analyst with { Clearance = Classification.Confidential };
        Assert.Empty(await fixture.AlertsAsync(process, caller: analyst));
        Assert.Empty(await fixture.AlertsAsync(process, "&kind=PROPOSAL_EXPIRES", analyst));
        (await fixture.As(analyst).ReadAsync(AlertSituation.PathOf(alert))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task A_list_is_filtered_and_goes_page_by_page()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        await fixture.AdvanceAsync(process, "EARLY_ENGAGEMENT");
        await fixture.AdvanceAsync(process, "PRE_NEGOTIATION");
        await fixture.Service.LookAsync();
        var all = await fixture.AlertsAsync(process, "&pageSize=1");
        Assert.Equal(["SECOND_LEAD_CLAIM", "NO_LEAD"], all.Select(a => a.Text("kind")));
        (await fixture.As(fixture.Support).PostAsync($"{AlertSituation.PathOf(all[0])}:resolve", new { reason = "Agreed" })).Is(HttpStatusCode.OK);
        Assert.Equal(["NO_LEAD"], (await fixture.AlertsAsync(process, "&open=true")).Select(a => a.Text("kind")));
        Assert.Equal(["SECOND_LEAD_CLAIM"], (await fixture.AlertsAsync(process, "&open=false")).Select(a => a.Text("kind")));
        Assert.Equal(["SECOND_LEAD_CLAIM"], (await fixture.AlertsAsync(process, "&state=RESOLVED")).Select(a => a.Text("kind")));
        Assert.Empty(await fixture.AlertsAsync(process, "&state=ACKNOWLEDGED"));
        Assert.Equal(["NO_LEAD"], (await fixture.AlertsAsync(process, "&kind=NO_LEAD")).Select(a => a.Text("kind")));
        (await fixture.As(fixture.Support).ReadAsync($"{AlertSituation.Path}?subject=processes/none")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var shown = (await fixture.As(fixture.Support).ReadAsync(AlertSituation.PathOf(all[1]))).Is(HttpStatusCode.OK);
        Assert.Equal((AlertSituation.NameOf(process), shown.ETag), (shown.TextOf("subject"), shown.TextOf("etag")));
    }

    [Fact, Rule("R139")]
    public async Task What_others_are_told_of_an_alert_is_names_kind_and_level()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        var alert = await fixture.OpenAlertAsync(process, "SECOND_LEAD_CLAIM");
        (await fixture.As(fixture.Support).PostAsync($"{AlertSituation.PathOf(alert)}:acknowledge", new { note = "Secret note" })).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync($"{AlertSituation.PathOf(alert)}:resolve", new { reason = "Secret reason" })).Is(HttpStatusCode.OK);
        var name = alert.Text("name");
        var told = await fixture.InStoreAsync(db => db.Outbox.AsNoTracking().Where(m => m.Subject == name).OrderBy(m => m.Sequence).ToListAsync());
        Assert.Equal([ProcessAlertRaised.Type, ProcessAlertResolved.Type], told.Select(m => m.Type));
        string[] raised = ["alert", "asked", "kind", "process", "raiseTime", "severity", "subject", "version"];
        string[] resolved = ["alert", "kind", "process", "resolveTime", "subject", "version"];
        Assert.Equal(raised, FieldsOf(told[0].Data));
        Assert.Equal(resolved, FieldsOf(told[1].Data));
        Assert.Equal((1, 3), (VersionOf(told[0].Data), VersionOf(told[1].Data)));

        static IEnumerable<string> FieldsOf(string data) => JsonElement.Parse(data).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
        static int VersionOf(string data) => JsonElement.Parse(data).GetProperty("version").GetInt32();
    }

    [Fact]
    public async Task Who_is_shown_an_alert_about_a_confidential_process_is_entered_as_its_reader()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        var reader = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.Analyst) with { Clearance = Classification.Confidential };
        Assert.NotEmpty(await fixture.AlertsAsync(process, caller: reader));
        Assert.Contains(await fixture.InStoreAsync(db => db.AuditEntries.AsNoTracking().Select(e => e.Content).ToListAsync()),
            e => e.Contains(reader.Subject, StringComparison.Ordinal) && e.Contains(AlertSituation.NameOf(process), StringComparison.Ordinal) && e.Contains("designation.alerts.read", StringComparison.Ordinal));
    }
}
