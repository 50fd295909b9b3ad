using Concord.Contracts.Access;
using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Register;

/// <summary>Acts in the lead's name: only by who speaks for it, only on the epoch that holds, also where the lead changes between the question and the save.</summary>
public sealed class LeadActTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly CancellationToken Token = CancellationToken.None;

    [Fact, Rule("R28"), Rule("R143")]
    public async Task Only_a_lead_mediator_of_who_leads_acts_and_only_on_the_epoch_that_holds()
    {
        var (process, first) = await LedAsync();
        Assert.Equal(DesignationReasons.NotTheLead, await RefusalAsync(process, Mediator("organizations/" + Guid.NewGuid()), 1));
        Assert.Equal(DesignationReasons.NotTheLead, await RefusalAsync(process, Mediator(first) with { Roles = new HashSet<string> { Roles.RegionalOfficer } }, 1));
        Assert.Equal(DesignationReasons.StaleLeadEpoch, await RefusalAsync(process, Mediator(first), 0));
        Assert.Equal(PlatformReasons.InvalidField, await RefusalAsync(process, Mediator(first), null));
        Assert.Null(await RefusalAsync(process, Mediator(first), 1));
        Assert.Null(await RefusalAsync(process, Mediator(first), 1));
    }

    [Fact, Rule("R143")]
    public async Task What_was_asked_before_a_hand_over_and_saved_after_it_is_refused_with_the_new_holder_and_writes_nothing()
    {
        var (process, first) = await LedAsync();
        var refusal = await Assert.ThrowsAsync<DomainException>(() => fixture.InStoreAsync(async db =>
        {
            var found = await db.Processes.SingleAsync(p => p.Id == process, Token);
            await db.RequireLeadAsync(found, Mediator(first), 1, DateTime.UtcNow, Token);
            db.Add(new StateChange(process, null, ProcessState.Monitored, "an act", Signature.Of(Mediator(first)), DateTime.UtcNow));
            await HandOverAsync(process);
            await db.SaveAsLeadAsync(process, 1, Token);
            return true;
        }));
        Assert.Equal(DesignationReasons.StaleLeadEpoch, refusal.Reason);
        Assert.Contains(("holder", "Second"), refusal.Metadata);
        Assert.False(await fixture.InStoreAsync(db => db.StateChanges.AnyAsync(s => s.Process == process && s.Reason == "an act", Token)));
    }

    [Fact]
    public async Task Two_acts_of_the_same_lead_do_not_get_in_each_other_s_way()
    {
        var (process, first) = await LedAsync();
        await fixture.InStoreAsync(async db =>
        {
            var found = await db.Processes.SingleAsync(p => p.Id == process, Token);
            await db.RequireLeadAsync(found, Mediator(first), 1, DateTime.UtcNow, Token);
            Assert.Null(await RefusalAsync(process, Mediator(first), 1));
            await db.SaveAsLeadAsync(process, 1, Token);
            return true;
        });
    }

    private static Caller Mediator(string organization) => Given.Person(organization) with { Roles = new HashSet<string> { Roles.LeadMediator } };

    private async Task<(ProcessId Process, string Holder)> LedAsync()
    {
        var path = await fixture.ProcessAsync();
        var first = fixture.Neighbours.Organization("First");
        await fixture.DesignateAsync(path, 0, first);
        return (new ProcessId(Guid.Parse(path.Split('/')[^1])), first);
    }

    private async Task HandOverAsync(ProcessId process)
    {
        var proposal = await fixture.ProposeHandOverAsync($"/api/v1/{process}", 1, fixture.Neighbours.Organization("Second"));
        (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null)).Is(System.Net.HttpStatusCode.OK);
    }

    private async Task<Reason?> RefusalAsync(ProcessId process, Caller caller, long? epoch)
    {
        try
        {
            await fixture.InStoreAsync(async db =>
            {
                await db.RequireLeadAsync(await db.Processes.SingleAsync(p => p.Id == process, Token), caller, epoch, DateTime.UtcNow, Token);
                await db.SaveAsLeadAsync(process, epoch, Token);
                return true;
            });
            return null;
        }
        catch (DomainException e)
        {
            return e.Reason;
        }
    }
}
