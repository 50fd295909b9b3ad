using System.Net;
using Concord.Platform.Messaging;
using Concord.Platform.Telemetry.Logs;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Concord.Support.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Concord.Platform.Tests.Telemetry;

public sealed class LogTests
{
    private const string Secret = "Zwq7-ada@mail.example";

    [Fact, Abuse(24)]
    public async Task No_provider_gets_what_somebody_wrote_whatever_went_wrong_with_it()
    {
        using var logs = new CapturedLogs();
        var transport = new ScriptedTransport((e, attempt) => attempt == 1 ? new FormatException($"Cannot read '{e.Data}'.") : null);
        await using var service = await NotesModule.StartAsync(b =>
        {
            logs.Listen(b);
            b.Services.AddSingleton<IEventTransport>(transport);
        });
        var client = service.As(NotesModule.Writer);
        (await client.PostAsync("/api/v1/notes", new { text = Secret })).Is(HttpStatusCode.Created);
        (await client.PostAsync("/api/v1/notes", new { text = Secret })).Is(HttpStatusCode.Conflict);
        (await client.PostAsync("/api/v1/notes", new { text = new { is_no_text = Secret } })).Is(HttpStatusCode.BadRequest);
        (await client.ReadAsync($"/api/v1/notes?prefix={Secret}")).Is(HttpStatusCode.OK);
        (await client.ReadAsync($"/api/v1/broken?{Secret}")).Is(HttpStatusCode.InternalServerError);
        (await client.ReadAsync($"/api/v1/notes/{Secret}")).Is(HttpStatusCode.BadRequest);
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => service.DeliverAsync(Fact($"\"{Secret}\"", null)));
        await Eventually.TrueAsync(() => Task.FromResult(transport.Taken.Count == 1), "the fact is taken after it failed once");

        Assert.Contains(logs.Lines, l => l.Category.EndsWith("OutboxRelay", StringComparison.Ordinal) && l.Text.Contains("System.FormatException", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, l => l.Level == LogLevel.Error && l.Text.Contains("System.InvalidOperationException", StringComparison.Ordinal) && l.Text.Contains("NotesModule", StringComparison.Ordinal));
        foreach (var secret in (string[])[Secret, "secret detail", client.DefaultRequestHeaders.Authorization!.Parameter!])
        {
            Assert.Empty(logs.Lines.Where(l => l.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(l => l.Category));
        }
    }

    [Fact]
    public async Task Every_line_of_a_request_and_of_what_it_causes_has_its_trace_id_though_nobody_collects_traces()
    {
        using var logs = new CapturedLogs();
        await using var service = await NotesModule.StartAsync(logs.Listen);
        var (request, cause) = (TraceStart.New(), TraceStart.New());
        var client = service.As(NotesModule.Writer);
        request.Mark(client);
        var answer = (await client.ReadAsync("/api/v1/broken")).Is(HttpStatusCode.InternalServerError);
        await service.DeliverAsync(Fact("""{"note":"notes/1","text":"t","version":1}""", cause.Header));

        Assert.Equal(request.TraceId, answer.TextOf("traceId"));
        var line = Assert.Single(logs.Lines, l => l.TraceId == request.TraceId && l.Level == LogLevel.Error);
        Assert.Contains($"[TraceId, {request.TraceId}]", line.Text, StringComparison.Ordinal);
        Assert.Contains(logs.Lines, l => l.TraceId == cause.TraceId && l.Category.EndsWith(nameof(CountHearings), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_can_turn_the_frameworks_up_to_where_they_tell_addresses_and_tokens()
    {
        using var logs = new CapturedLogs();
        await using var service = await NotesModule.StartAsync(logs.Listen);
        (await service.As(null).ReadAsync("/api/v1/notes")).Is(HttpStatusCode.Unauthorized);

        Assert.DoesNotContain(logs.Lines, l => l.Level < LogLevel.Warning && !l.Category.StartsWith("Concord.", StringComparison.Ordinal) && l.Category != "Microsoft.Hosting.Lifetime");
        Assert.Contains(logs.Lines, l => l.Category == "Microsoft.Hosting.Lifetime");
    }

    [Theory, Abuse(24)]
    [InlineData("one\r\n2026-01-01T00:00:00.000Z info Concord forged", "one\\u000d\\u000a2026-01-01T00:00:00.000Z info Concord forged")]
    [InlineData("\u001b[2J\u001b[31mred", "\\u001b[2J\\u001b[31mred")]
    [InlineData("a\u2028b\u202ec\u0085d", "a\\u2028b\\u202ec\\u0085d")]
    [InlineData("Zoë 李", "Zoë 李")]
    public void A_line_stays_one_line_and_obeys_no_control_character(string written, string shown)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new LineFormatter().Write(new LogEntry<string>(LogLevel.Warning, "Concord.Test", default, written, null, (state, _) => state), null, text);
        Assert.EndsWith($" warn Concord.Test - {shown}\n", text.ToString(), StringComparison.Ordinal);
        Assert.Single(text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(null, "line")]
    [InlineData("json", "json")]
    public async Task The_console_writes_in_the_form_that_was_chosen(string? chosen, string form)
    {
        await using var service = await NotesModule.StartAsync(b => b.Configuration["Logging:Console:FormatterName"] = chosen);
        Assert.Equal(form, service.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
        Assert.Contains(service.Services.GetServices<ConsoleFormatter>(), f => f.Name == form);
        Assert.True(service.Services.GetRequiredService<IOptions<JsonConsoleFormatterOptions>>().Value.IncludeScopes);
    }

    private static EventEnvelope Fact(string data, string? traceParent) => new(Guid.NewGuid(), "test", NoteWritten.Type, "notes/1", DateTime.UtcNow, data, traceParent);
}
