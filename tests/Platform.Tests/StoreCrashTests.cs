using System.Collections.Concurrent;
using System.Net;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests;

/// <summary>PostgreSQL is killed and stopped under a service that goes on.</summary>
public sealed class StoreCrashTests : IAsyncLifetime
{
    private PostgreSqlServer _server = null!;
    private TestService _service = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgreSqlServer.Available, "PostgreSQL is not installed.");
        _server = await PostgreSqlServer.StartAsync(durable: true);
        _service = await TestService.StartAsync<NotesModule>(b =>
        {
            b.Configuration[ServiceDatabase.Provider.Key] = nameof(DatabaseProvider.PostgreSql);
            b.Configuration[ServiceDatabase.ConnectionString.For(NotesModule.Name).Key] = _server.ConnectionString("notes") + ";Maximum Pool Size=20";
        }, prepare: NotesModule.MakeTablesAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Killed_between_a_save_and_its_commit_the_store_is_said_to_be_away_and_nothing_was_written()
    {
        await using (var scope = _service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            await using var write = await db.BeginWriteAsync(CancellationToken.None);
            db.Add(Note.Write("lost", DateTime.UtcNow));
            await db.SaveChangesAsync();
            await _server.KillAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Note>().AnyAsync()); // from here on the driver knows that the transaction is gone
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => write.CommitAsync(CancellationToken.None));
            Assert.Equal(PlatformReasons.StoreUnavailable, StoreTrouble.AsRefusal(refused)?.Reason);
        }

        await _server.RestartAsync();
        var client = _service.As(NotesModule.Writer);
        await Eventually.TrueAsync(async () => (await client.ReadAsync("/health/ready")).Status == HttpStatusCode.OK, "the service is ready again by itself");
        Assert.DoesNotContain("lost", await KeptAsync(client));
    }

    [Fact]
    public async Task Killed_in_the_middle_of_writes_it_keeps_every_acknowledged_one_and_a_retry_of_the_others_has_one_effect()
    {
        var client = _service.As(NotesModule.Writer);
        var answers = new ConcurrentDictionary<string, HttpStatusCode>();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                var text = $"{writer}-{i}";
                var answer = await client.PostAsync("/api/v1/notes", new { text }, text);
                answers[text] = answer.Status;
                if (answer.Status != HttpStatusCode.Created)
                {
                    answer.Is(HttpStatusCode.ServiceUnavailable);
                    Assert.NotNull(answer.Headers.RetryAfter);
                }
            }
        })).ToList();
        for (var round = 0; round < 2; round++)
        {
            var before = answers.Count;
            await Eventually.TrueAsync(() => Task.FromResult(answers.Count > before + 100), "writes go on");
            await _server.KillAsync();
            await Eventually.TrueAsync(() => Task.FromResult(answers.Values.Count(s => s != HttpStatusCode.Created) > round * 20), "writes are refused");
            await _server.RestartAsync();
            await Eventually.TrueAsync(async () => (await client.ReadAsync("/health/ready")).Status == HttpStatusCode.OK, "the service is ready again by itself");
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);

        var kept = await KeptAsync(client);
        Assert.Empty(answers.Where(a => a.Value == HttpStatusCode.Created).Select(a => a.Key).Except(kept));
        var refused = answers.Where(a => a.Value != HttpStatusCode.Created).Select(a => a.Key).ToList();
        Assert.NotEmpty(refused);
        foreach (var text in refused.Take(200))
        {
            (await client.PostAsync("/api/v1/notes", new { text }, text)).Is(HttpStatusCode.Created);
        }

        Assert.Empty(refused.Take(200).Except(await KeptAsync(client)));
    }

    [Fact]
    public async Task Stopped_and_started_again_it_is_missed_politely_and_found_again()
    {
        var client = _service.As(NotesModule.Writer);
        (await client.PostAsync("/api/v1/notes", new { text = "before" })).Is(HttpStatusCode.Created);
        await Eventually.TrueAsync(NothingWaitsAsync, "the fact is marked as sent"); // stopped before that it would wait for its lease, and be sent twice
        await _server.StopAsync();
        (await client.ReadAsync("/api/v1/notes")).IsProblem(HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE");
        (await client.PostAsync("/api/v1/notes", new { text = "meanwhile" }, "k")).IsProblem(HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE");
        (await client.ReadAsync("/health/ready")).IsProblem(HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE");
        (await client.ReadAsync("/health/live")).Is(HttpStatusCode.OK);

        await _server.RestartAsync();
        await Eventually.TrueAsync(async () => (await client.ReadAsync("/health/ready")).Status == HttpStatusCode.OK, "the service is ready again by itself");
        (await client.PostAsync("/api/v1/notes", new { text = "meanwhile" }, "k")).Is(HttpStatusCode.Created);
        Assert.Equal(["before", "meanwhile"], await KeptAsync(client));
        await Eventually.TrueAsync(() => Task.FromResult(_service.Sent.Count == 2), "the facts of before and after are sent");
    }

    private async Task<bool> NothingWaitsAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Outbox.AnyAsync(m => m.SentTime == null);
    }

    private static async Task<List<string>> KeptAsync(HttpClient client)
    {
        List<string> kept = [];
        for (string? token = ""; token is not null;)
        {
            var page = (await client.ReadAsync($"/api/v1/notes?pageSize=500&pageToken={token}")).Is(HttpStatusCode.OK);
            kept.AddRange(page["items"].AsArray().Select(n => n!.GetValue<string>()));
            token = page.Find("nextPageToken")?.GetValue<string>();
        }

        Assert.Equal(kept.Count, kept.Distinct().Count());
        return kept;
    }
}
