using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Alerts;

/// <summary>What a person does about an alert, and what brings it back.</summary>
public sealed class AlertSettlingTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private const string Kind = "SECOND_LEAD_CLAIM";

    [Fact]
    public async Task Who_takes_it_on_says_how_and_nobody_further_is_asked()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        var alert = await fixture.OpenAlertAsync(process, Kind);
        var path = AlertSituation.PathOf(alert);
        (await AcknowledgeAsync(path, " ")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Support).PostAsync($"{path}:acknowledge", new { note = "Call both" }, ifMatch: "\"77\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        var answer = (await AcknowledgeAsync(path, "Both are called on Monday")).Is(HttpStatusCode.OK);
        Assert.Equal(("ACKNOWLEDGED", fixture.Support.Subject, "Both are called on Monday"), (answer.TextOf("state"), answer.TextOf("acknowledgedBy.account"), answer.TextOf("acknowledgeNote")));
        Assert.Null(answer.Find("dueTime"));
        Assert.Null(answer.Find("escalatedTo"));
        (await AcknowledgeAsync(path, "Again")).IsProblem(HttpStatusCode.Conflict, "ALERT_ACKNOWLEDGED");

        var resolved = (await ResolveAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(("RESOLVED", "Both are called on Monday", fixture.Support.Subject), (resolved.TextOf("state"), resolved.TextOf("acknowledgeNote"), resolved.TextOf("resolvedBy.account")));
        (await ResolveAsync(path)).IsProblem(HttpStatusCode.Conflict, "ALERT_NOT_OPEN");
        (await AcknowledgeAsync(path, "Late")).IsProblem(HttpStatusCode.Conflict, "ALERT_NOT_OPEN");
    }

    [Fact, Rule("R48")]
    public async Task Whom_it_is_about_does_not_silence_it()
    {
        var (process, _, officer) = await fixture.RivalryAsync();
        var path = AlertSituation.PathOf(await fixture.OpenAlertAsync(process, Kind));
        (await fixture.As(officer).PostAsync($"{path}:resolve", new { reason = "Ours is the better one" })).IsProblem(HttpStatusCode.Forbidden, "ALERT_NOT_YOURS");
        (await fixture.As(officer).PostAsync($"{path}:acknowledge", new { note = "Ours is the better one" })).IsProblem(HttpStatusCode.Forbidden, "ALERT_NOT_YOURS");
        (await fixture.As(fixture.Analyst with { Clearance = Classification.Confidential }).PostAsync($"{path}:resolve", new { reason = "No" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.Equal("RAISED", (await fixture.OpenAlertAsync(process, Kind)).Text("state"));
    }

    [Fact, Rule("R48")]
    public async Task What_a_person_resolved_comes_back_with_new_evidence_and_not_without()
    {
        var (process, claim, officer) = await fixture.RivalryAsync();
        var settled = await fixture.OpenAlertAsync(process, Kind);
        (await ResolveAsync(AlertSituation.PathOf(settled))).Is(HttpStatusCode.OK);
        await fixture.Service.LookAsync();
        Assert.Empty(await OpenAsync(process));

        var third = await fixture.ClaimAsync(process, fixture.Officer("Third"));
        await fixture.Service.LookAsync();
        var again = await fixture.OpenAlertAsync(process, Kind);
        Assert.Contains(AlertSituation.NameOf(third), again["evidence"]!.ToJsonString(), StringComparison.Ordinal);
        var before = await fixture.As(fixture.Support).ReadAsync(AlertSituation.PathOf(settled));
        Assert.Equal(("RESOLVED", "Agreed between them", 2), (before.TextOf("state"), before.TextOf("resolveReason"), before["evidence"].AsArray().Count));
        Assert.NotNull(before.Find("overTime"));

        (await ResolveAsync(AlertSituation.PathOf(again))).Is(HttpStatusCode.OK);
        await fixture.WithdrawAsync(claim, officer);
        await fixture.Service.LookAsync();
        Assert.Empty(await OpenAsync(process)); // one claim less is nothing to look at
    }

    [Fact, Rule("R48")]
    public async Task What_was_over_and_is_true_again_is_told_of_again()
    {
        var process = await fixture.ProcessAsync("CONFIDENTIAL", "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");
        await fixture.Service.LookAsync();
        (await ResolveAsync(AlertSituation.PathOf(await fixture.OpenAlertAsync(process, "NO_LEAD")))).Is(HttpStatusCode.OK);
        await fixture.AdvanceAsync(process, "SUSPENDED");
        await fixture.Service.LookAsync();
        await fixture.AdvanceAsync(process, "PRE_NEGOTIATION");
        await fixture.Service.LookAsync();
        await fixture.OpenAlertAsync(process, "NO_LEAD"); // on the same evidence
        Assert.Equal(2, (await fixture.AlertsAsync(process, "&kind=NO_LEAD")).Count);
    }

    [Fact, Rule("R48")]
    public async Task Who_has_taken_on_two_claims_has_not_taken_on_a_third()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        var taken = await fixture.OpenAlertAsync(process, Kind);
        (await AcknowledgeAsync(AlertSituation.PathOf(taken), "Call both")).Is(HttpStatusCode.OK);
        await fixture.Service.LookAsync();
        Assert.Equal(taken.Text("name"), (await fixture.OpenAlertAsync(process, Kind)).Text("name"));

        await fixture.ClaimAsync(process, fixture.Officer("Third"));
        await fixture.Service.LookAsync();
        var next = await fixture.OpenAlertAsync(process, Kind);
        Assert.Equal("RAISED", next.Text("state"));
        var before = await fixture.As(fixture.Support).ReadAsync(AlertSituation.PathOf(taken));
        Assert.Equal(("RESOLVED", "Call both"), (before.TextOf("state"), before.TextOf("acknowledgeNote")));
        Assert.Null(before.Find("resolvedBy"));
    }

    [Fact]
    public async Task Each_step_is_in_the_audit_chain_and_no_word_of_what_was_written()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        var path = AlertSituation.PathOf(await fixture.OpenAlertAsync(process, Kind));
        var note = $"Note {Guid.NewGuid():N}";
        (await AcknowledgeAsync(path, note)).Is(HttpStatusCode.OK);
        var (id, chain) = (path.Split('/')[^1], await fixture.InStoreAsync(db => db.AuditEntries.AsNoTracking().Select(e => e.Content).ToListAsync()));
        var entries = chain.Where(e => e.Contains(id, StringComparison.Ordinal)).ToList();
        Assert.Contains(entries, e => e.Contains("\"services/designation\"", StringComparison.Ordinal) && e.Contains("\"alerts\"", StringComparison.Ordinal) && e.Contains(AlertSituation.NameOf(process), StringComparison.Ordinal));
        Assert.Contains(entries, e => e.Contains(fixture.Support.Subject, StringComparison.Ordinal) && e.Contains("acknowledgeNote", StringComparison.Ordinal));
        Assert.DoesNotContain(chain, e => e.Contains(note, StringComparison.Ordinal));

        var before = entries.Count;
        await fixture.Service.LookAsync();
        Assert.Equal(before, (await fixture.InStoreAsync(db => db.AuditEntries.AsNoTracking().Select(e => e.Content).ToListAsync())).Count(e => e.Contains(id, StringComparison.Ordinal))); // what is still true is no news
    }

    private Task<ApiAnswer> AcknowledgeAsync(string alert, string note) => fixture.As(fixture.Support).PostAsync($"{alert}:acknowledge", new { note });

    private Task<ApiAnswer> ResolveAsync(string alert) => fixture.As(fixture.Support).PostAsync($"{alert}:resolve", new { reason = "Agreed between them" });

    private Task<IReadOnlyList<JsonObject>> OpenAsync(string process) => fixture.AlertsAsync(process, $"&open=true&kind={Kind}");
}
