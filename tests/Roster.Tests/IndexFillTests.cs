using System.Data.Common;
using System.Net;
using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>What a start reads into the index.</summary>
public sealed class IndexFillTests
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;

    [Fact, Rule("R27")]
    public async Task What_another_instance_writes_while_a_start_reads_is_found_when_it_has_started()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
        await using var one = await RosterClient.StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)), _directory);
        var (renamed, booked) = (await one.ActiveAsync(Body("Ama Before")), await one.ActiveAsync(Body("Ama Booked")));
        var meanwhile = new Meanwhile(async () =>
        {
            (await one.As(Desk).PatchAsync(renamed, new { displayName = "Ama After" }, (await one.As(Desk).ReadAsync(renamed)).ETag)).Is(HttpStatusCode.OK);
            (await one.As(Desk).PostAsync($"{booked}/availability", new { startDate = "2026-05-01", endDate = "2026-05-31", kind = "IN_PERSON" })).Is(HttpStatusCode.Created);
            time.Advance(TimeSpan.FromHours(1)); // what is read later was changed later: from there on, the others would not be found
            await one.ActiveAsync(Body("Ama Latest"));
        });
        await using var other = await RosterClient.StartAsync(b => b.Services.AddSingleton<IStoreOptions>(meanwhile), _directory);

        var index = other.Services.GetRequiredService<RosterIndexKeeper>().Current;
        Assert.Equal(["Ama After", "Ama Booked", "Ama Latest"], Enumerable.Range(0, index.Count).Select(slot => index[slot].DisplayName).Order(StringComparer.Ordinal));
        Assert.Single(index[Assert.Single(index.SlotsOf([IdOf(booked)]))].Windows);
    }

    [Fact, Rule("R27")]
    public async Task Everybody_is_read_as_whoever_is_saved_is_taken_and_in_as_many_batches_as_it_takes()
    {
        await using var service = await RosterClient.StartAsync(_directory);
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        var random = new RandomRoster(5);
        db.AddRange(Enumerable.Range(0, 1100).Select(_ => random.Profile()));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var saved = service.Services.GetRequiredService<RosterIndexKeeper>().Current;

        await using var again = await RosterClient.StartAsync(_directory);
        var read = again.Services.GetRequiredService<RosterIndexKeeper>().Current;
        Assert.Equal(1100, read.Count);
        foreach (var (slot, id) in Enumerable.Range(0, saved.Count).Select(slot => (slot, saved.Packed(slot).Id)))
        {
            Assert.Equal(Packed(saved[slot]), Packed(read[Assert.Single(read.SlotsOf([id]))]));
        }
    }

    [Fact, Rule("R27")]
    public async Task Once_it_has_seen_everybody_a_replica_that_looks_for_changes_lists_nobody_and_still_finds_who_is_changed()
    {
        await using var one = await RosterClient.StartAsync(_directory);
        var changed = await one.ActiveAsync(Body("Ama Before"));
        await one.ActiveAsync(Body("Ama Other"));
        var looks = new Looks();
        await using var other = await RosterClient.StartAsync(b => b.Services.AddSingleton<IStoreOptions>(looks), _directory);
        await looks.TenWithoutAListAsync();

        (await one.As(Desk).PatchAsync(changed, new { displayName = "Ama After" }, (await one.As(Desk).ReadAsync(changed)).ETag)).Is(HttpStatusCode.OK);
        var keeper = other.Services.GetRequiredService<RosterIndexKeeper>();
        while (keeper.Current is var index && !Enumerable.Range(0, index.Count).Any(slot => index[slot].DisplayName == "Ama After"))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await looks.TenWithoutAListAsync();
    }

    private static (ProfileId, long, string) Packed(RosterEntry entry)
    {
        using var writer = new PackWriter();
        entry.Pack(writer);
        writer.Spans(entry.InPerson);
        writer.Spans(entry.AnyMode);
        writer.Number(entry.NoticeDays ?? -1);
        writer.Number(entry.SearchUntil.DayNumber);
        return (entry.Id, entry.Version, Convert.ToHexString(writer.ToArray()));
    }

    private static ProfileId IdOf(string path) => ProfileId.TryParse(path.Split('/')[^1], out var id) ? id : default;

    /// <summary>Does something once, when the first people have been read and their windows have not.</summary>
    private sealed class Meanwhile(Func<Task> act) : DbCommandInterceptor, IStoreOptions
    {
        private bool _done;

        public void Configure(DatabaseProvider provider, DbContextOptionsBuilder options) => options.AddInterceptors(this);

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!_done && command.CommandText.Contains("\"Availability\"", StringComparison.Ordinal))
            {
                _done = true;
                await act();
            }

            return result;
        }
    }

    /// <summary>Sees how a replica asks for the changes of others.</summary>
    private sealed class Looks : DbCommandInterceptor, IStoreOptions
    {
        private readonly Lock _counting = new();
        private TaskCompletionSource _ten = new();
        private int _inARow;

        public void Configure(DatabaseProvider provider, DbContextOptionsBuilder options) => options.AddInterceptors(this);

        /// <summary>Waits until it has asked ten times without listing anybody in between.</summary>
        public Task TenWithoutAListAsync()
        {
            lock (_counting)
            {
                (_ten, _inARow) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0);
                return _ten.Task.WaitAsync(TestContext.Current.CancellationToken);
            }
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"UpdateTime\" >=", StringComparison.Ordinal))
            {
                lock (_counting)
                {
                    _inARow = command.CommandText.Contains("COUNT(", StringComparison.OrdinalIgnoreCase) ? _inARow + 1 : 0;
                    if (_inARow == 10)
                    {
                        _ten.TrySetResult();
                    }
                }
            }

            return ValueTask.FromResult(result);
        }
    }
}
