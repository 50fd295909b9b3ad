using System.Net;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>Each instance searches an index of its own; it must come to know what the other one wrote.</summary>
public sealed class TwoInstanceTests
{
    [Fact, Rule("R27")]
    public async Task What_one_instance_writes_the_other_finds_and_what_it_suspends_the_other_finds_no_more()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await RosterClient.StartAsync(directory);
        await using var other = await RosterClient.StartAsync(directory);
        var paths = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? one : other).ActiveAsync(Body($"Ama {i:00}"))));
        foreach (var instance in (TestService[])[one, other])
        {
            await Eventually.TrueAsync(async () => (await instance.SearchAsync(Desk, new { })).NamesIn().Length == 12, "every profile is found at both");
        }

        (await other.As(Desk).PostAsync($"{paths[0]}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("Ama 00", (await other.SearchAsync(Desk, new { })).NamesIn());
        await Eventually.TrueAsync(async () => !(await one.SearchAsync(Desk, new { })).NamesIn().Contains("Ama 00"), "the suspension is known at the other instance");
    }

    [Fact, Rule("R15")]
    public async Task Of_windows_that_overlap_and_are_added_at_both_one_is_kept()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await RosterClient.StartAsync(directory);
        await using var other = await RosterClient.StartAsync(directory);
        var path = await one.DraftAsync(Body("Ama Race"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).As(Desk)
            .PostAsync($"{path}/availability", new { startDate = $"2026-05-{10 + i}", endDate = "2026-05-31", kind = "REMOTE" })));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => a.Is(HttpStatusCode.Conflict));
        Assert.Single((await other.As(Desk).ReadAsync($"{path}/availability"))["items"].AsArray());
    }
}
