using System.Net;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests;

/// <summary>SQLite has one writer; the queue in front of it must neither lose a place nor stay shut.</summary>
public sealed class WriteGateTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await NotesModule.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Many_writers_at_once_all_succeed()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = $"n{i}" })));
        Assert.All(answers, a => a.Is(HttpStatusCode.Created));
    }

    [Fact]
    public async Task A_transaction_dropped_without_commit_leaves_nothing_and_opens_the_gate()
    {
        await using (var db = Open())
        {
            await using var write = await db.Db.BeginWriteAsync(CancellationToken.None);
            db.Db.Add(new Hearing { Subject = "dropped" });
            await db.Db.SaveChangesAsync();
        }

        (await _service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = "after" })).Is(HttpStatusCode.Created);
        await using var read = Open();
        Assert.False(await read.Db.Hearings.AnyAsync());
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_take_the_place()
    {
        TestStore.OnlyOn(DatabaseProvider.Sqlite, "elsewhere nobody waits for another writer.");
        await using var holder = Open();
        var write = await holder.Db.BeginWriteAsync(CancellationToken.None);
        await using (var waiting = Open())
        {
            using var patience = new CancellationTokenSource();
            var begin = waiting.Db.BeginWriteAsync(patience.Token);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => begin);
        }

        await write.DisposeAsync();
        (await _service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = "after" })).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_blocking_save_is_refused()
    {
        await using var db = Open();
        db.Db.Add(new Hearing { Subject = "x" });
        Assert.Throws<NotSupportedException>(() => db.Db.SaveChanges());
    }

    private Opened Open() => new(_service.Services.CreateAsyncScope());

    private sealed class Opened(AsyncServiceScope scope) : IAsyncDisposable
    {
        public NotesDbBase Db { get; } = (NotesDbBase)scope.ServiceProvider.GetRequiredService<ServiceDbContext>();

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
