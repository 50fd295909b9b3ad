using Concord.Contracts.Events;
using Concord.Designation.Alerts;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests.Alerts;

/// <summary>What is found: no more than what is true, and no longer.</summary>
public sealed class AlertRuleTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R48")]
    public async Task A_second_claim_is_noticed_by_itself_and_a_third_makes_the_same_alert_worse()
    {
        var process = await fixture.ProcessAsync();
        var first = await fixture.ClaimAsync(process, fixture.Officer("Near"));
        await fixture.Service.LookAsync();
        Assert.Empty(await fixture.AlertsAsync(process));

        var second = await fixture.ClaimAsync(process, fixture.Officer("Far"));
        await Eventually.TrueAsync(async () => (await fixture.AlertsAsync(process)).Count > 0, "an alert of two claims");
        var two = await fixture.OpenAlertAsync(process, "SECOND_LEAD_CLAIM");
        Assert.Equal(((string[])[first, second]).Select(AlertSituation.NameOf).Order(StringComparer.Ordinal), two["evidence"]!.AsArray().Select(e => e!.GetValue<string>()));
        Assert.Equal(("WARNING", "R48", "mediation-support", "2"), (two.Text("severity"), two.Text("rule"), two.Text("escalatedTo"), two["facts"]!["claims"]!.GetValue<string>()));

        await fixture.ClaimAsync(process, fixture.Officer("Farther"));
        await fixture.Service.LookAsync();
        var three = await fixture.OpenAlertAsync(process, "SECOND_LEAD_CLAIM");
        Assert.Equal((two.Text("name"), "CRITICAL", 3, two.Text("dueTime")), (three.Text("name"), three.Text("severity"), three["evidence"]!.AsArray().Count, three.Text("dueTime")));
    }

    [Fact, Rule("R48")]
    public async Task A_claim_beside_another_s_lead_is_told_of_and_the_holder_s_own_is_no_rival()
    {
        var process = await fixture.ProcessAsync();
        var (holder, rival) = (fixture.Officer("Holder"), fixture.Officer("Rival"));
        await fixture.DesignateAsync(process, 0, holder.Organization!);
        var claim = await fixture.ClaimAsync(process, rival);
        await fixture.Service.LookAsync();
        var alert = await fixture.OpenAlertAsync(process, "SECOND_LEAD_CLAIM");
        Assert.Equal(2, alert["evidence"]!.AsArray().Count);
        Assert.Contains(AlertSituation.NameOf(claim), alert["evidence"]!.AsArray().Select(e => e!.GetValue<string>()));
        Assert.Equal("true", alert["facts"]!["led"]!.GetValue<string>());

        await fixture.InStoreAsync(async db =>
        {
            // As it is left where a claim and its organization's designation cross.
            db.Entry(await db.Claims.SingleAsync(c => c.Process == AlertSituation.IdOf(process))).Property(c => c.Organization).CurrentValue = holder.Organization!;
            return await db.SaveChangesAsync();
        });
        await fixture.Service.LookAsync();
        var over = Assert.Single(await fixture.AlertsAsync(process, "&state=RESOLVED"));
        Assert.Equal(alert.Text("name"), over.Text("name"));
        Assert.Equal(over.Text("resolveTime"), over.Text("overTime"));
        Assert.Null(over["resolvedBy"]);
        Assert.Null(over["escalatedTo"]);
        Assert.Null(over["dueTime"]);
    }

    [Fact, Rule("R48")]
    public async Task When_a_rival_withdraws_the_rule_itself_resolves_the_alert_soon()
    {
        var (process, claim, officer) = await fixture.RivalryAsync();
        await fixture.OpenAlertAsync(process, "SECOND_LEAD_CLAIM");
        await fixture.WithdrawAsync(claim, officer);
        await Eventually.TrueAsync(async () => (await fixture.AlertsAsync(process, "&open=true")).Count == 0, "the end of an alert without a look that was asked for");
    }

    [Fact, Rule("R48")]
    public async Task Claims_on_a_process_that_is_closed_compete_for_nothing()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        await fixture.OpenAlertAsync(process, "SECOND_LEAD_CLAIM");
        await fixture.AdvanceAsync(process, "CLOSED");
        await fixture.Service.LookAsync();
        Assert.Empty(await fixture.AlertsAsync(process, "&open=true"));
    }

    [Fact, Rule("R28")]
    public async Task A_process_without_a_lead_is_told_of_from_the_preparation_of_talks_on_until_somebody_leads()
    {
        var process = await fixture.ProcessAsync("CONFIDENTIAL", "EARLY_ENGAGEMENT");
        await fixture.Service.LookAsync();
        Assert.Empty(await fixture.AlertsAsync(process));

        await fixture.AdvanceAsync(process, "PRE_NEGOTIATION");
        await fixture.Service.LookAsync();
        var alert = await fixture.OpenAlertAsync(process, "NO_LEAD");
        Assert.Equal(("WARNING", "R28", "PRE_NEGOTIATION", "appointing-authority"), (alert.Text("severity"), alert.Text("rule"), alert["facts"]!["state"]!.GetValue<string>(), alert.Text("escalatedTo")));

        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("Leads"));
        await fixture.Service.LookAsync();
        Assert.Empty(await fixture.AlertsAsync(process, "&kind=NO_LEAD&open=true"));
    }

    [Theory, Rule("R28")]
    [InlineData("SUSPENDED")]
    [InlineData("COLLAPSED")]
    [InlineData("CLOSED")]
    public async Task Where_no_talks_are_held_nobody_has_to_lead(string state)
    {
        var process = await fixture.ProcessAsync("CONFIDENTIAL", "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");
        await fixture.Service.LookAsync();
        await fixture.OpenAlertAsync(process, "NO_LEAD");
        await fixture.AdvanceAsync(process, state);
        await fixture.Service.LookAsync();
        Assert.Empty(await fixture.AlertsAsync(process, "&open=true"));
    }

    [Theory, Rule("R28")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_state_that_requires_a_lead_and_has_none_is_critical_although_no_act_leads_there(bool suspended)
    {
        var process = await fixture.ProcessAsync();
        await fixture.InStoreAsync(async db =>
        {
            var entry = db.Entry(await db.Processes.SingleAsync(p => p.Id == AlertSituation.IdOf(process)));
            (entry.Property(p => p.State).CurrentValue, entry.Property(p => p.SuspendedFrom).CurrentValue) = suspended ? (ProcessState.Suspended, (ProcessState?)ProcessState.SubstantiveTalks) : (ProcessState.SubstantiveTalks, null);
            return await db.SaveChangesAsync();
        });
        await fixture.Service.LookAsync();
        Assert.Equal("CRITICAL", (await fixture.OpenAlertAsync(process, "NO_LEAD")).Text("severity"));
    }

    [Fact, Rule("R26")]
    public async Task A_lead_that_rests_on_somebody_who_is_away_is_told_of_once_for_each_cause_and_names_nobody()
    {
        var mediator = fixture.Neighbours.Profile();
        var organization = fixture.Neighbours.Organization("Leaves");
        var process = await fixture.ProcessAsync();
        await fixture.DesignateAsync(process, 0, organization, mediator);
        await fixture.Service.HearAsync(new ProfileSuspended(mediator, 5, DateTime.UtcNow));
        await fixture.Service.HearAsync(new OrganizationLeft(organization, "Closed its office", 5, DateTime.UtcNow));
        await fixture.Service.LookAsync();
        var found = await fixture.AlertsAsync(process, "&kind=LEAD_UNDER_REVIEW&open=true");
        Assert.Equal(["MEDIATOR_SUSPENDED", "ORGANIZATION_LEFT"], found.Select(a => a["facts"]!["cause"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(found, a => Assert.DoesNotContain("profiles/", a.ToJsonString(), StringComparison.Ordinal));

        await fixture.Service.HearAsync(new ProfileReinstated(mediator, 6, DateTime.UtcNow));
        await fixture.Service.LookAsync();
        Assert.Equal("ORGANIZATION_LEFT", (await fixture.OpenAlertAsync(process, "LEAD_UNDER_REVIEW")).Text("about"));

        await fixture.Service.HearAsync(new ProfileErased(mediator, 7, DateTime.UtcNow));
        await fixture.Service.LookAsync();
        Assert.Contains(await fixture.AlertsAsync(process, "&open=true"), a => a["about"]?.GetValue<string>() == "MEDIATOR_ERASED");
    }

    [Theory, Rule("R28")]
    [InlineData(26, false)]
    [InlineData(28, true)]
    [InlineData(31, false)]
    public async Task A_proposal_is_told_of_in_its_last_three_days(int days, bool told)
    {
        var process = await fixture.ProcessAsync();
        var proposal = await fixture.ProposeAsync(process, 0, fixture.Neighbours.Organization("Proposed"));
        var found = await LapsingAsync(process, days);
        Assert.Equal(told ? [AlertSituation.NameOf(proposal)] : [], found.SelectMany(f => f.Evidence));
    }

    [Fact, Rule("R28")]
    public async Task A_proposal_that_the_lead_has_overtaken_or_that_is_decided_is_not_waited_for()
    {
        var process = await fixture.ProcessAsync();
        await fixture.ProposeAsync(process, 0, fixture.Neighbours.Organization("Overtaken"));
        Assert.Single(await LapsingAsync(process, 28));
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("Leads"));
        Assert.Empty(await LapsingAsync(process, 28));
    }

    [Fact]
    public void Each_kind_has_one_rule_and_each_rule_its_kind_in_the_catalogue()
    {
        using var scope = fixture.Service.Services.CreateScope();
        Assert.Equal(
            DesignationAlerts.All.Select(k => k.Code).Order(StringComparer.Ordinal),
            scope.ServiceProvider.GetServices<IAlertRule<ProcessId>>().Select(r => r.Kind.Code).Order(StringComparer.Ordinal));
    }

    private Task<IReadOnlyList<AlertFinding<ProcessId>>> LapsingAsync(string process, int days) =>
        fixture.InStoreAsync(db => new ProposalExpires(db).FindAsync([AlertSituation.IdOf(process)], DateTime.UtcNow.AddDays(days), CancellationToken.None));
}
