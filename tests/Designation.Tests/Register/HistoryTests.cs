using Concord.Support;
using Concord.Support.LeadHistories;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Register;

/// <summary>What clients see of the register who use it at once, at three replicas; and that the check finds what it should.</summary>
public sealed class HistoryTests(DesignationFixture fixture, ITestOutputHelper output) : IClassFixture<DesignationFixture>
{
    private const int Clients = 8;

    [Fact, Rule("R28"), Rule("R48"), Rule("R49"), Rule("R143")]
    public async Task Every_history_is_that_of_one_register()
    {
        await using var platform = await InProcess.StartAsync(fixture, 3);
        var histories = (await RecordAsync(platform, processes: 4, calls: 10)).ToList();
        Assert.All(histories, h => Assert.Equal("", HistoryCheck.Violation(h) ?? ""));
        Assert.All((Type[])[typeof(Call.Claim), typeof(Call.Designate), typeof(Call.HandOver), typeof(Call.End)], call => Assert.Contains(histories.SelectMany(h => h), o => o.Call.GetType() == call && o.Outcome is Outcome.Done));
    }

    [Fact]
    public async Task Without_the_epoch_check_a_violation_is_found() => output.WriteLine(await FirstViolationAsync(new SeededFault.NoEpochCheck()));

    /// <summary>The index is what is left of three guards, and it is enough against two leads; without it nothing is.</summary>
    [Fact, Rule("R28")]
    public async Task Where_it_is_checked_and_then_written_only_the_index_keeps_a_second_lead_out_and_without_it_the_check_finds_one()
    {
        await using var own = new DesignationFixture();
        await own.InitializeAsync();
        await using var platform = await InProcess.StartAsync(own, 3, new SeededFault.CheckThenWrite());
        await RecordAsync(platform, processes: 2, calls: 6);
        Assert.Equal(0, await ProcessesOfTwoLeadsAsync(own));

        await own.InStoreAsync(async db => await SeededFault.DropIndexesAsync(db));
        output.WriteLine(await FirstViolationAsync(platform));
        for (var round = 0; round < 10 && await ProcessesOfTwoLeadsAsync(own) == 0; round++)
        {
            await RecordAsync(platform, processes: 2, calls: 6); // the first violation may have been another
        }

        Assert.NotEqual(0, await ProcessesOfTwoLeadsAsync(own));
    }

    private async Task<string> FirstViolationAsync(SeededFault fault)
    {
        await using var platform = await InProcess.StartAsync(fixture, 3, fault);
        return await FirstViolationAsync(platform);
    }

    private async Task<string> FirstViolationAsync(InProcess platform)
    {
        for (var round = 0; round < 10; round++)
        {
            if ((await RecordAsync(platform, processes: 2, calls: 6)).Select(HistoryCheck.Violation).FirstOrDefault(v => v is not null) is { } found)
            {
                return found;
            }
        }

        throw new Xunit.Sdk.XunitException("Ten rounds with a guard taken away, and nothing was found: the check does not see.");
    }

    private static Task<int> ProcessesOfTwoLeadsAsync(DesignationFixture fixture) =>
        fixture.InStoreAsync(db => db.LeadDesignations.Where(d => d.EndTime == null).GroupBy(d => d.Process).Where(g => g.Count() > 1).CountAsync(TestContext.Current.CancellationToken));

    private async Task<IEnumerable<IReadOnlyList<Operation>>> RecordAsync(InProcess platform, int processes, int calls)
    {
        // All replicas are up: whoever is not answered within half a second meets a fault that was put there.
        var run = new LeadRun(platform, Random.Shared.Next(), patience: TimeSpan.FromMilliseconds(500));
        var histories = await run.RecordAsync(await run.OpenAsync(processes), Clients, calls);
        output.WriteLine($"{histories.Count} histories, {histories.Sum(h => h.Count)} calls, {histories.Sum(h => h.Count(o => o.Outcome is Outcome.Done))} done, {run.Retries} asked again");
        return histories;
    }
}
