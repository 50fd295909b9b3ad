using System.Net;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Register;

/// <summary>Eight racers at three replicas for the lead of one process, again and again. <c>CONCORD_LEAD_CONTESTS</c> says how often.</summary>
public sealed class ContestTests(DesignationFixture fixture, ITestOutputHelper output) : IClassFixture<DesignationFixture>
{
    private const int Racers = 8;
    private const int AtOnce = 8;
    private const int Few = 24;

    [Fact, Rule("R28"), Rule("R49"), Rule("R143")]
    public async Task Of_eight_racers_one_wins_and_once_talks_have_begun_no_contest_leaves_a_process_without_a_lead()
    {
        var contests = Environment.GetEnvironmentVariable("CONCORD_LEAD_CONTESTS") is { } many ? int.Parse(many) : Few;
        await using var platform = await InProcess.StartAsync(fixture, 3);
        await Parallel.ForAsync(0, contests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (contest, _) => await ContestAsync(platform, talks: contest % 2 == 1));

        var (led, twice, overlaps, unled) = await fixture.InStoreAsync(async db => (
            await db.LeadDesignations.Where(d => d.EndTime == null).CountAsync(),
            await db.LeadDesignations.Where(d => d.EndTime == null).GroupBy(d => d.Process).Where(g => g.Count() > 1).CountAsync(),
            await db.LeadDesignations.Where(d => db.LeadDesignations.Any(o => o.Process == d.Process && o.Epoch < d.Epoch && (o.EndTime == null || o.EndTime > d.StartTime))).CountAsync(),
            await db.Processes.Where(p => p.State == Processes.ProcessState.SubstantiveTalks && (p.Lead == null || !db.LeadDesignations.Any(d => d.Id == p.Lead && d.EndTime == null))).CountAsync()));
        output.WriteLine($"{contests} contests of {Racers} racers: {led} processes led, {twice} twice, {overlaps} overlaps, {unled} in talks without a lead");
        Assert.Equal((0, 0, 0), (twice, overlaps, unled));
        Assert.True(led >= contests / 2, "Few led: these were no contests.");
    }

    /// <summary>Eight proposals on one epoch, approved at once: to designate; or, as talks begin, to hand over or to end.</summary>
    private async Task ContestAsync(InProcess platform, bool talks)
    {
        var process = await platform.OpenProcessAsync();
        var epoch = 0;
        if (talks)
        {
            await fixture.DesignateAsync(process, epoch++, platform.Organizations[0]);
        }

        List<string> proposals = [];
        for (var racer = 0; racer < Racers; racer++)
        {
            var organization = platform.Organizations[racer % platform.Organizations.Count];
            proposals.Add(!talks ? await fixture.ProposeAsync(process, epoch, organization)
                : racer < 2 ? (await platform.Proposer().PostAsync($"{process}/lead:end", new { leadEpoch = epoch, reason = "over" })).Is(HttpStatusCode.Created).Location!.ToString()
                : await fixture.ProposeHandOverAsync(process, epoch, organization));
        }

        // Talks begin while it is decided: where an end is first, they do not.
        var advancing = talks ? Task.Run(() => fixture.As(fixture.Support).PostAsync($"{process}:advance", new { to = "SUBSTANTIVE_TALKS", reason = "next" })) : null;
        var answers = await Task.WhenAll(proposals.Select(p => Task.Run(() => platform.Approver().PostAsync($"{p}:approve", body: null))));
        Assert.True(answers.Count(a => a.Status == HttpStatusCode.OK) <= 1);
        string[] reasons = ["STALE_LEAD_EPOCH", "LEAD_REQUIRED", "CONCURRENT_CHANGE"];
        Assert.All(answers.Append(advancing is null ? null : await advancing).Where(a => a is not null && a.Status != HttpStatusCode.OK), a => Assert.Contains(a!.Is(HttpStatusCode.Conflict).TextOf("reason"), reasons));
        Assert.True(talks || answers.Any(a => a.Status == HttpStatusCode.OK), "Nobody won.");
    }
}
