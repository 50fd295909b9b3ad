using System.Net;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Tests;

/// <summary>Two instances of one service on one store: what one process could settle in memory, the store must settle.</summary>
public sealed class TwoInstanceTests
{
    [Fact]
    public async Task The_store_that_was_chosen_is_the_one_that_runs()
    {
        await using var service = await NotesModule.StartAsync();
        await using var scope = service.Services.CreateAsyncScope();
        Assert.EndsWith(TestStore.Current.Engine.ToString(), scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database.ProviderName, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_key_used_first_at_both_has_one_effect_and_one_answer()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await NotesModule.StartAsync(directory: directory);
        await using var other = await NotesModule.StartAsync(directory: directory);
        for (var round = 0; round < 10; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).As(NotesModule.Writer)
                .PostAsync("/api/v1/notes", new { text = $"race {round}" }, $"race-{round}")));
            Assert.All(answers, a => a.Is(HttpStatusCode.Created));
            Assert.Single(answers.Select(a => a.Text).Distinct());
        }

        Assert.Equal(10, (await other.As(NotesModule.Writer).ReadAsync("/api/v1/notes"))["items"].AsArray().Count);
    }

    [Fact, Rule("R143")]
    public async Task Of_edits_of_one_version_at_both_exactly_one_wins()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await NotesModule.StartAsync(directory: directory);
        await using var other = await NotesModule.StartAsync(directory: directory);
        var made = await one.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = "start" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).As(NotesModule.Writer)
            .PatchAsync(made.Location!.ToString(), new { text = $"edit {i}" }, made.ETag)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH"));
    }

    [Fact]
    public async Task Each_fact_is_sent_by_one_of_two_relays()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await StartWithoutRelayAsync(directory);
        await using var other = await StartWithoutRelayAsync(directory);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : other).As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = $"n{i}" })));

        await Task.WhenAll(new[] { one, other, one, other }.Select(s => Task.Run(() => s.Services.GetRequiredService<OutboxRelay>().RelayBatchAsync(CancellationToken.None))));

        var sent = one.Sent.Concat(other.Sent).Select(e => e.Id).ToList();
        Assert.Equal((40, 40), (sent.Count, sent.Distinct().Count()));
        await using var scope = one.Services.CreateAsyncScope();
        Assert.Equal(40, await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Outbox.CountAsync(m => m.SentTime != null && m.Attempts == 1));
    }

    [Fact]
    public async Task One_event_heard_by_both_at_once_is_applied_once()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await NotesModule.StartAsync(directory: directory);
        await using var other = await NotesModule.StartAsync(directory: directory);
        var id = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).HearAsync(new NoteWritten("notes/1", "t", 1), id))));

        await using var scope = one.Services.CreateAsyncScope();
        Assert.Equal(1, await ((NotesDbBase)scope.ServiceProvider.GetRequiredService<ServiceDbContext>()).Hearings.Select(h => h.Times).SingleAsync());
    }

    private static Task<TestService> StartWithoutRelayAsync(string directory) =>
        NotesModule.StartAsync(b => b.Services.RemoveAll<IHostedService>(typeof(OutboxRelay)), directory);
}
