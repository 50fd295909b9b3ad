using Concord.Platform.Messaging;
using Concord.Roster.Demand;
using Concord.Roster.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Demand;

public sealed class DemandTests
{
    [Fact, Rule("R22")]
    public async Task What_searches_ask_for_is_counted_by_day_at_every_replica_without_words_and_askers()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await RosterClient.StartAsync(directory);
        await using var other = await RosterClient.StartAsync(directory);
        var wish = new { text = "Amina Haq", languages = new[] { new { code = "sw", minimumLevel = "FLUENT" } }, countries = new[] { "KEN" }, maximumNoticeDays = 10, excludedNationalities = new[] { "UGA" } };
        await one.SearchAsync(Desk, wish);
        await one.SearchAsync(HeadOfMission, wish);
        await WriteAsync(one);
        await other.SearchAsync(Desk, wish);
        await WriteAsync(other);
        await WriteAsync(other); // nothing new

        await using var scope = one.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<RosterDb>().SearchDemand.AsNoTracking().ToListAsync();
        Assert.Equal(["countries KEN  3", "languages sw FLUENT 3", "maximumNoticeDays 14  3"], rows.Select(r => $"{r.Wish} {r.Value} {r.Level} {r.Times}").Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Equal(DateTime.UtcNow.Date, r.Day, TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task The_next_page_of_the_same_search_is_no_new_demand_and_what_could_not_be_written_is_counted_later()
    {
        await using var service = await RosterClient.StartAsync();
        await service.ActiveAsync(Body("Ama One"));
        await service.ActiveAsync(Body("Ama Two"));
        var first = await service.SearchAsync(Desk, new { genders = new[] { "WOMAN" }, pageSize = 1 });
        await service.SearchAsync(Desk, new { genders = new[] { "WOMAN" }, pageSize = 1, pageToken = (string?)first["nextPageToken"] });

        var tally = service.Services.GetRequiredService<DemandTally>();
        var taken = tally.Take();
        Assert.Equal(1, Assert.Single(taken).Value);
        tally.PutBack(taken);
        Assert.Equal(taken, tally.Take());
        Assert.Empty(tally.Take());
    }

    [Fact]
    public async Task It_is_kept_for_four_hundred_days()
    {
        await using var service = await RosterClient.StartAsync();
        await service.SearchAsync(Desk, new { countries = new[] { "KEN" } });
        await WriteAsync(service);
        foreach (var (days, left) in ((int, int)[])[(399, 1), (402, 0)])
        {
            var sweeper = ActivatorUtilities.CreateInstance<RetentionSweeper>(service.Services, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(days)));
            await sweeper.SweepAsync(CancellationToken.None);
            await using var scope = service.Services.CreateAsyncScope();
            Assert.Equal(left, await scope.ServiceProvider.GetRequiredService<RosterDb>().SearchDemand.CountAsync());
        }
    }

    private static Task WriteAsync(TestService service) => service.Services.GetRequiredService<DemandWriter>().WriteAsync(CancellationToken.None);
}
