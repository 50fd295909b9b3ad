using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Contracts.Events;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests;

/// <summary>A mediator is erased: the names that people gave a lead, which may tell who it was, go; who led, by organization and by number, stays.</summary>
public sealed class ErasureTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateTime Erased = new(2026, 4, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly TestCaller s_auditor = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.Auditor) with { Clearance = Classification.StrictlyConfidential };

    [Fact, Rule("R28"), Rule("R20")]
    public async Task The_name_of_the_lead_is_that_of_its_organizations_and_no_other_is_left_in_the_store()
    {
        var person = new Canaries();
        var mediator = fixture.Neighbours.Profile();
        var organization = fixture.Neighbours.Organization("Forum of the Lakes");
        await fixture.Service.HearAsync(new OrganizationRegistered(organization, "Forum of the Lakes", "FL", "State", 1, Erased));
        var process = await fixture.ProcessAsync();
        await LeadAsync(process, organization, mediator, person.Text("Office of Ama "));
        await ProposeAsync(await fixture.ProcessAsync(), organization, mediator, person.Text("Mission of Ama "));
        var other = await fixture.ProcessAsync();
        await LeadAsync(other, organization, fixture.Neighbours.Profile(), "Office of the other one");
        await Eventually.TrueAsync(() => Task.FromResult(fixture.Service.Sent.Any(e => e.Type == LeadDesignated.Type && e.Subject == process["/api/v1/".Length..])), "the designation is told");
        Assert.NotEmpty(await person.ColumnsInAsync(fixture.Service.Services));

        var id = Guid.CreateVersion7();
        await fixture.Service.HearAsync(new ProfileErased(mediator, 9, Erased), id);
        await fixture.Service.HearAsync(new ProfileErased(mediator, 9, Erased), id);

        Assert.Empty(await person.ColumnsInAsync(fixture.Service.Services));
        var lead = (await fixture.LeadAsync(process)).Is(HttpStatusCode.OK);
        Assert.Equal(("Forum of the Lakes", organization, mediator, "2026-04-02T08:00:00Z"),
            (lead.TextOf("lead.displayName"), lead.TextOf("lead.organizations.0"), lead.TextOf("lead.mediators.0.profile"), lead.TextOf("lead.underReview.since")));
        Assert.Equal("Office of the other one", (await fixture.LeadAsync(other)).TextOf("lead.displayName"));
        await Eventually.TrueAsync(() => Task.FromResult(RenamesOf(process).Count == 1), "the new name is told once");
        Assert.False(person.AreIn(RenamesOf(process).Single().Data));
        var export = await fixture.As(s_auditor).GetStringAsync(new Uri("/api/v1/audit/designation/entries:export", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.False(person.AreIn(export));
        Assert.Contains(organization, export, StringComparison.Ordinal); // the terms without the name are entered all the same
        using var reader = new StringReader(export);
        Assert.Null((await AuditExport.CheckAsync(reader, [], [], TestContext.Current.CancellationToken)).Fault);
    }

    [Fact, Abuse(30)]
    public async Task What_was_told_of_the_person_before_is_heard_no_more_and_told_again_it_forgets_again()
    {
        var mediator = fixture.Neighbours.Profile();
        await fixture.Service.HearAsync(new ProfileErased(mediator, 9, Erased));
        await fixture.Service.HearAsync(new ProfileSuspended(mediator, 8, Erased));
        var known = await fixture.InStoreAsync(db => db.KnownMediators.SingleAsync(m => m.Profile == mediator));
        Assert.Equal((null, Erased, 9), (known.SuspendTime, known.EraseTime, known.FactVersion));

        var process = await fixture.ProcessAsync();
        await LeadAsync(process, fixture.Neighbours.Organization("Council"), mediator, "Office of a restored backup");
        await fixture.Service.HearAsync(new ProfileErased(mediator, 9, Erased));
        Assert.DoesNotContain("backup", (await fixture.LeadAsync(process)).TextOf("lead.displayName"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_of_the_proposal_learns_that_it_was_made_and_no_more()
    {
        var (mediator, process, key) = (fixture.Neighbours.Profile(), await fixture.ProcessAsync(), Guid.NewGuid().ToString());
        var body = new { leadEpoch = 0, lead = Named(fixture.Neighbours.Organization("Union"), mediator, "Office of Ama") };
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:designate", body, key)).Is(HttpStatusCode.Created);
        await fixture.Service.HearAsync(new ProfileErased(mediator, 3, Erased));
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:designate", body, key)).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
    }

    private IReadOnlyList<Platform.Messaging.EventEnvelope> RenamesOf(string process) => [.. fixture.Service.Sent.Where(e => e.Type == LeadRenamed.Type && e.Subject == process["/api/v1/".Length..])];

    private async Task LeadAsync(string process, string organization, string mediator, string displayName) =>
        (await fixture.As(fixture.Approver).PostAsync($"{await ProposeAsync(process, organization, mediator, displayName)}:approve", body: null)).Is(HttpStatusCode.OK);

    private async Task<string> ProposeAsync(string process, string organization, string mediator, string displayName) =>
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:designate", new { leadEpoch = 0, lead = Named(organization, mediator, displayName) })).Is(HttpStatusCode.Created).Location!.ToString();

    private static object Named(string organization, string mediator, string displayName) => new
    {
        organizations = new[] { organization },
        displayName,
        model = "LEAD_WITH_SUPPORT",
        mediators = new[] { new { profile = mediator } },
        candidates = new[] { new { organization, advantages = "near", disadvantages = "small" }, new { organization = $"organizations/{Guid.NewGuid()}", advantages = "large", disadvantages = "far" } },
        reason = "best placed",
    };
}
