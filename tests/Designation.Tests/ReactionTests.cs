using System.Net;
using Concord.Contracts.Events;
using Concord.Designation.Reactions;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests;

public sealed class ReactionTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly DateTime Suspended = new(2025, 4, 2, 8, 0, 0, DateTimeKind.Utc);

    [Fact, Rule("R26")]
    public async Task A_suspended_mediator_puts_the_designation_under_review_until_reinstated()
    {
        var mediator = fixture.Neighbours.Profile();
        var process = await fixture.ProcessAsync();
        var other = await fixture.ProcessAsync();
        await fixture.DesignateAsync(process, 0, fixture.Neighbours.Organization("With"), mediator);
        await fixture.DesignateAsync(other, 0, fixture.Neighbours.Organization("Without"), fixture.Neighbours.Profile());
        var id = Guid.CreateVersion7();
        await fixture.Service.HearAsync(new ProfileSuspended(mediator, 5, Suspended), id);
        await fixture.Service.HearAsync(new ProfileSuspended(mediator, 5, Suspended), id);

        Assert.Equal("2025-04-02T08:00:00Z", (await fixture.LeadAsync(process)).Is(HttpStatusCode.OK).TextOf("lead.underReview.since"));
        Assert.Null((await fixture.LeadAsync(other)).Find("lead.underReview"));
        Assert.Equal(1, (await fixture.InStoreAsync(db => db.KnownMediators.SingleAsync(m => m.Profile == mediator))).TimesApplied);

        await fixture.Service.HearAsync(new ProfileReinstated(mediator, 4, Suspended));
        Assert.NotNull((await fixture.LeadAsync(process)).Find("lead.underReview"));
        await fixture.Service.HearAsync(new ProfileReinstated(mediator, 6, Suspended));
        Assert.Null((await fixture.LeadAsync(process)).Find("lead.underReview"));
        await fixture.Service.HearAsync(new ProfileSuspended(mediator, 5, Suspended));
        Assert.Null((await fixture.LeadAsync(process)).Find("lead.underReview"));
    }

    [Fact]
    public async Task Names_of_organizations_are_kept_once_and_in_the_order_of_their_versions()
    {
        var name = $"organizations/{Guid.NewGuid()}";
        var id = Guid.CreateVersion7();
        await fixture.Service.HearAsync(new OrganizationRenamed(name, "New", "N", 3, Suspended), id);
        await fixture.Service.HearAsync(new OrganizationRenamed(name, "New", "N", 3, Suspended), id);
        await fixture.Service.HearAsync(new OrganizationRegistered(name, "Old", "O", "State", 1, Suspended));
        await fixture.Service.HearAsync(new OrganizationRenamed(name, "Older", "O", 2, Suspended));

        var known = await KnownAsync();
        Assert.Equal(("New", "N", "State", 3, 1), (known.DisplayName, known.Acronym, known.Kind, known.FactVersion, known.TimesApplied));
        await fixture.Service.HearAsync(new OrganizationRenamed(name, "Newest", "", 4, Suspended));
        known = await KnownAsync();
        Assert.Equal(("Newest", "", 2), (known.DisplayName, known.Acronym, known.TimesApplied));

        Task<KnownOrganization> KnownAsync() => fixture.InStoreAsync(db => db.KnownOrganizations.SingleAsync(o => o.Name == name));
    }
}
