using System.Text.Json;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests;

public sealed class InboxTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await NotesModule.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task An_event_that_comes_twice_is_applied_once()
    {
        var id = Guid.NewGuid();
        await _service.HearAsync(new NoteWritten("notes/1", "t", 1), id);
        await _service.HearAsync(new NoteWritten("notes/1", "t", 1), id);

        Assert.Equal(1, await TimesAsync("notes/1"));
    }

    [Fact]
    public async Task An_event_that_comes_eight_times_at_once_is_applied_once()
    {
        var id = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _service.HearAsync(new NoteWritten("notes/2", "t", 1), id))));

        Assert.Equal(1, await TimesAsync("notes/2"));
    }

    [Fact]
    public async Task Two_events_about_one_subject_are_two()
    {
        await _service.HearAsync(new NoteWritten("notes/3", "t", 1));
        await _service.HearAsync(new NoteWritten("notes/3", "t", 2));

        Assert.Equal(2, await TimesAsync("notes/3"));
    }

    [Fact]
    public async Task A_listener_that_fails_leaves_neither_change_nor_inbox_row()
    {
        var id = Guid.NewGuid();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _service.HearAsync(new NoteWritten("notes/4", "poison", 1), id));
        await _service.HearAsync(new NoteWritten("notes/4", "mended", 1), id);

        Assert.Equal(1, await TimesAsync("notes/4"));
    }

    [Fact]
    public async Task An_event_that_does_not_say_what_it_is_about_is_refused_and_not_taken_for_applied()
    {
        var empty = new EventEnvelope(Guid.NewGuid(), "elsewhere", NoteWritten.Type, "notes/5", DateTime.UtcNow, "{}", null);
        await Assert.ThrowsAsync<JsonException>(() => _service.Services.GetServices<EventSubscription>().Single(s => s.Type == NoteWritten.Type).ReceiveAsync(_service.Services, empty, CancellationToken.None));

        await using var scope = _service.Services.CreateAsyncScope();
        Assert.False(await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Inbox.AnyAsync());
    }

    private async Task<int> TimesAsync(string subject)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return await ((NotesDbBase)scope.ServiceProvider.GetRequiredService<ServiceDbContext>()).Hearings.Where(h => h.Subject == subject).Select(h => h.Times).SingleAsync();
    }
}
