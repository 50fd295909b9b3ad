using System.Net;
using Concord.Contracts.Events;
using Concord.Designation.Processes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Register;

/// <summary>The races of the lead register with the racers at two instances: no lock in memory can decide them.</summary>
public sealed class TwoInstanceTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R28"), Rule("R143")]
    public async Task Of_sixteen_approvals_at_two_instances_one_wins_and_at_no_time_are_there_two_leads()
    {
        await using var other = await fixture.ReplicaAsync();
        HttpClient[] instances = [fixture.As(fixture.Approver), other.As(fixture.Approver)];
        for (var round = 0; round < 3; round++)
        {
            var process = await fixture.ProcessAsync();
            var proposals = new List<string>();
            for (var i = 0; i < 16; i++)
            {
                proposals.Add(await fixture.ProposeAsync(process, 0, fixture.Neighbours.Organization($"Rival {i}")));
            }

            var answers = await Task.WhenAll(proposals.Select((p, i) => Task.Run(() => instances[i % 2].PostAsync($"{p}:approve", body: null))));

            Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            var holder = (await fixture.LeadAsync(process)).TextOf("lead.displayName");
            foreach (var loser in answers.Where(a => a.Status != HttpStatusCode.OK))
            {
                Assert.Equal(holder, loser.IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH").TextOf("metadata.holder"));
            }

            var id = new ProcessId(Guid.Parse(process.Split('/')[^1]));
            Assert.Equal((1, 1), await fixture.InStoreAsync(async db =>
                (await db.LeadDesignations.CountAsync(d => d.Process == id), await db.Outbox.CountAsync(m => m.Type == LeadDesignated.Type && m.Subject == id.ToString()))));
        }
    }

    [Fact, Rule("R48")]
    public async Task Of_an_organization_s_eight_claims_at_two_instances_one_is_registered()
    {
        await using var other = await fixture.ReplicaAsync();
        for (var round = 0; round < 5; round++)
        {
            var process = await fixture.ProcessAsync();
            var officer = fixture.Officer($"Claimant {round}");
            HttpClient[] instances = [fixture.As(officer), other.As(officer)];
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => instances[i % 2].PostAsync($"{process}/claims", DesignationFixture.Claim()))));

            Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
            Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => a.IsProblem(HttpStatusCode.Conflict, "CLAIM_ALREADY_OPEN"));
            Assert.Single((await fixture.As(fixture.Support).ReadAsync($"{process}/claims"))["items"].AsArray());
        }
    }
}
