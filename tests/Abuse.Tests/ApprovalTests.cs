using System.Net;
using Concord.Abuse.Tests.People;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>What takes two persons takes two, once, for what was proposed; and of many who race for one thing, one gets it.</summary>
public sealed class ApprovalTests(AbusePlatform platform)
{
    private const int Racers = 8;

    [Theory, Abuse(11)]
    [InlineData("administrator", Crowd.SecondAdministrator, "identity")]
    [InlineData("msu.officer", "msu.chief", "designation")]
    [InlineData("msu.officer", "msu.chief", "roster")]
    public async Task Nobody_approves_what_they_proposed_and_an_approval_counts_once(string proposer, string approver, string service)
    {
        var act = service switch { "identity" => await platform.World.RaisedAsync(), "roster" => await platform.World.ErasureAsync(proposer), _ => await platform.World.LoweredAsync() };
        var (own, other) = (await platform.Crowd.AsAsync(proposer), await platform.Crowd.AsAsync(approver));
        (await own.PostAsync($"/api/v1/{act}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await own.PostAsync($"/api/v1/{act}:reject", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await other.PostAsync($"/api/v1/{act}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_PROPOSER");
        (await other.PostAsync($"/api/v1/{act}:approve", new { })).Is(HttpStatusCode.OK);
        (await other.PostAsync($"/api/v1/{act}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
        (await own.PostAsync($"/api/v1/{act}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_NOT_OPEN");
    }

    [Fact, Abuse(11)]
    public async Task What_changed_under_a_proposal_is_not_approved_with_it()
    {
        var (administrator, second) = (await platform.Crowd.AsAsync("administrator"), await platform.Crowd.AsAsync(Crowd.SecondAdministrator));
        var act = await platform.World.RaisedAsync();
        var account = (await second.ReadAsync($"/api/v1/{act}")).TextOf("record");
        (await administrator.PatchAsync($"/api/v1/{account}", new { displayName = "Somebody else" }, "*")).Is(HttpStatusCode.OK);
        (await second.PostAsync($"/api/v1/{act}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");

        var lowered = await platform.World.LoweredAsync();
        var process = (await (await platform.Crowd.AsAsync("msu.chief")).ReadAsync($"/api/v1/{lowered}")).TextOf("record");
        (await (await platform.Crowd.AsAsync("msu.officer")).PatchAsync($"/api/v1/{process}", new { situation = "Now it holds more." }, "*")).Is(HttpStatusCode.OK);
        (await (await platform.Crowd.AsAsync("msu.chief")).PostAsync($"/api/v1/{lowered}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
    }

    [Fact, Abuse(11)]
    public async Task Who_proposed_a_lead_does_not_approve_it_in_another_role_either()
    {
        var process = await platform.World.ProcessAsync();
        var proposal = await platform.World.ProposalAsync(process);
        (await (await platform.Crowd.AsAsync("authority.proposer")).PostAsync($"/api/v1/{proposal}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await (await platform.Crowd.AsAsync("msu.chief")).PostAsync($"/api/v1/{proposal}:approve", new { })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await (await platform.Crowd.AsAsync(Crowd.Cleared)).PostAsync($"/api/v1/{proposal}:approve", new { })).IsProblem(HttpStatusCode.Forbidden, "NOT_APPOINTING_AUTHORITY");
        (await (await platform.Crowd.AsAsync("authority.approver")).PostAsync($"/api/v1/{proposal}:approve", new { })).Is(HttpStatusCode.OK);
        (await (await platform.Crowd.AsAsync("authority.approver")).PostAsync($"/api/v1/{proposal}:approve", new { })).Is(HttpStatusCode.Conflict);
    }

    [Fact, Abuse(12)]
    public async Task Of_eight_who_approve_one_proposal_at_once_one_does()
    {
        var proposal = await platform.World.ProposedAsync("authority.proposer");
        await OneAsync("authority.approver", $"{proposal}:approve", _ => new { });
        await OneAsync(Crowd.SecondAdministrator, $"{await platform.World.RaisedAsync()}:approve", _ => new { });
        await OneAsync("msu.chief", $"{await platform.World.LoweredAsync()}:approve", _ => new { });
    }

    [Fact, Abuse(12)]
    public async Task Of_eight_proposals_for_one_lead_approved_at_once_one_makes_the_lead()
    {
        var process = await platform.World.ProcessAsync();
        var proposals = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => platform.World.ProposalAsync(process)));
        var approver = await platform.Crowd.AsAsync("authority.approver");
        var answers = await Task.WhenAll(proposals.Select(p => approver.PostAsync($"/api/v1/{p}:approve", new { })));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH"));
        Assert.Single(await approver.ReadAllAsync($"/api/v1/{process}/leadHistory"));
    }

    [Fact, Abuse(13)]
    public async Task A_proposal_made_for_an_earlier_lead_is_refused()
    {
        var process = await platform.World.LedAsync();
        var proposer = await platform.Crowd.AsAsync("authority.proposer");
        foreach (var epoch in (long[])[-1, 0, 2, long.MaxValue])
        {
            (await proposer.PostAsync($"/api/v1/{process}/lead:end", new { leadEpoch = epoch, reason = "The mandate ran out." })).IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
        }

        var late = (await proposer.PostAsync($"/api/v1/{process}/lead:end", new { leadEpoch = 1, reason = "Late." })).Is(HttpStatusCode.Created).TextOf("name");
        var first = (await proposer.PostAsync($"/api/v1/{process}/lead:end", new { leadEpoch = 1, reason = "First." })).Is(HttpStatusCode.Created).TextOf("name");
        var approver = await platform.Crowd.AsAsync("authority.approver");
        (await approver.PostAsync($"/api/v1/{first}:approve", new { })).Is(HttpStatusCode.OK);
        (await approver.PostAsync($"/api/v1/{late}:approve", new { })).IsProblem(HttpStatusCode.Conflict, "STALE_LEAD_EPOCH");
    }

    [Fact, Abuse(14)]
    public async Task Of_eight_first_uses_of_one_key_one_is_carried_out_and_the_others_are_told_so()
    {
        var (officer, key) = (await platform.Crowd.AsAsync("msu.officer"), Guid.NewGuid().ToString());
        var body = World.ProcessBody();
        var answers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => officer.PostAsync("/api/v1/processes", body.DeepClone(), key)));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created && !a.Headers.Contains("Idempotent-Replayed"));
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, a.Text));
        Assert.Single(answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => a.TextOf("name")).Distinct());
    }

    private async Task OneAsync(string person, string path, Func<int, object> body)
    {
        var client = await platform.Crowd.AsAsync(person);
        var answers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(i => client.PostAsync($"/api/v1/{path}", body(i))));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.Is(HttpStatusCode.Conflict));
    }
}
