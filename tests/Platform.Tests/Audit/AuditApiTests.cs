using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests.Audit;

/// <summary>What an auditor may ask of a chain, and that nobody else may.</summary>
public sealed class AuditApiTests : IAsyncLifetime
{
    private const string Entries = "/api/v1/audit/notes/entries";
    private static readonly TestCaller s_auditor = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000002", Roles.Auditor) with { Clearance = Classification.StrictlyConfidential };
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly List<string> _notes = [];
    private TestService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await NotesModule.StartAsync(directory: _directory);
        for (var i = 0; i < 5; i++)
        {
            var made = await _service.As(i == 4 ? NotesModule.Writer with { Subject = "accounts/0197a000-0000-7000-8000-000000000005" } : NotesModule.Writer).PostAsync("/api/v1/notes", new { text = $"n{i}" });
            _notes.Add(made.Location!.ToString()["/api/v1/".Length..]);
        }
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Entries_list_newest_first_in_pages_without_gap_or_overlap()
    {
        var auditor = _service.As(s_auditor);
        List<long> seen = [];
        string? token = null;
        do
        {
            var page = await auditor.ReadAsync($"{Entries}?pageSize=2{(token is null ? "" : $"&pageToken={token}")}");
            seen.AddRange(page["items"].AsArray().Select(e => e!["sequence"]!.GetValue<long>()));
            token = (string?)page.Find("nextPageToken");
        }
        while (token is not null);
        Assert.Equal([4, 3, 2, 1, 0], seen);
    }

    [Fact]
    public async Task An_entry_tells_all_that_was_entered()
    {
        var entry = (await _service.As(s_auditor).ReadAsync($"{Entries}/1"));
        Assert.Equal("audit/notes/entries/1", entry["name"]!.GetValue<string>());
        Assert.Equal((NotesModule.Writer.Subject, NotesModule.Writer.Organization, "notes.write", "DONE"),
            (entry["actor"]!.GetValue<string>(), entry["organization"]!.GetValue<string>(), entry["action"]!.GetValue<string>(), entry["outcome"]!.GetValue<string>()));
        Assert.Equal("n1", entry["changes"]![0]!["fields"]!["text"]!["to"]!.GetValue<string>());
        Assert.Equal("ADDED", entry["changes"]![0]!["kind"]!.GetValue<string>());
        var before = (await _service.As(s_auditor).ReadAsync($"{Entries}/0"));
        Assert.Equal(before["hash"]!.GetValue<string>(), entry["previous"]!.GetValue<string>());
        (await _service.As(s_auditor).ReadAsync($"{Entries}/77")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Theory]
    [InlineData("resource={note}", 1)]
    [InlineData("resource=notes/none", 0)]
    [InlineData("actor=accounts/0197a000-0000-7000-8000-000000000005", 1)]
    [InlineData("organization=organizations/0197a000-0000-7000-8000-000000000001", 5)]
    [InlineData("action=notes.write", 5)]
    [InlineData("action=notes.read", 0)]
    [InlineData("outcome=REFUSED", 0)]
    [InlineData("outcome=DONE", 5)]
    [InlineData("startTime=2020-01-01T00:00:00Z", 5)]
    [InlineData("endTime=2020-01-01T00:00:00Z", 0)]
    [InlineData("startTime=2020-01-01T00:00:00Z&endTime=2120-01-01T00:00:00Z&actor=accounts/0197a000-0000-7000-8000-000000000005", 1)]
    public async Task A_filter_selects(string query, int count)
    {
        var page = await _service.As(s_auditor).ReadAsync($"{Entries}?{query.Replace("{note}", _notes[2], StringComparison.Ordinal)}");
        Assert.Equal(count, page["items"].AsArray().Count);
    }

    [Fact, Rule("R138")]
    public async Task Who_looks_at_what_was_changed_is_entered_and_who_looks_for_entries_alone_is_not()
    {
        var auditor = _service.As(s_auditor);
        var found = (await auditor.ReadAsync($"{Entries}?changes=false")).Is(HttpStatusCode.OK);
        Assert.All(found["items"].AsArray(), e => Assert.Empty(e!["changes"]!.AsArray()));
        Assert.Empty(await LooksAsync());

        (await auditor.ReadAsync($"{Entries}/2")).Is(HttpStatusCode.OK);
        Assert.Equal([$"audit/notes/entries/2 {_notes[2]}"], await LooksAsync());
        var listed = (await auditor.ReadAsync($"{Entries}?resource={_notes[3]}")).Is(HttpStatusCode.OK);
        Assert.NotEmpty(listed["items.0.changes"].AsArray());
        Assert.Equal([$"audit/notes/entries/3 {_notes[3]}", $"audit/notes/entries/2 {_notes[2]}"], await LooksAsync());

        // A look shows no change itself; to look at it is none.
        (await auditor.ReadAsync($"{Entries}/5")).Is(HttpStatusCode.OK);
        Assert.Equal(2, (await LooksAsync()).Count);

        async Task<IReadOnlyList<string>> LooksAsync() => [.. (await auditor.ReadAsync($"{Entries}?changes=false&action=notes.audit.read"))["items"].AsArray()
            .Select(e => string.Join(' ', e!["resources"]!.AsArray().Select(r => (string?)r)))];
    }

    [Fact]
    public async Task Only_what_stands_before_a_place_can_be_asked_for() =>
        Assert.Equal([1, 0], (await _service.As(s_auditor).ReadAsync($"{Entries}?before=2"))["items"].AsArray().Select(e => e!["sequence"]!.GetValue<long>()));

    [Fact]
    public async Task A_filter_that_is_none_is_refused_by_name()
    {
        (await _service.As(s_auditor).ReadAsync($"{Entries}?outcome=MAYBE")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(s_auditor).ReadAsync($"{Entries}?startTime=yesterday")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(s_auditor).ReadAsync($"{Entries}?pageToken=none")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/0")]
    [InlineData(":export")]
    public async Task Nobody_else_may_ask(string what)
    {
        (await _service.As(null).ReadAsync(Entries + what)).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        (await _service.As(NotesModule.Writer).ReadAsync(Entries + what)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(s_auditor with { Clearance = Classification.Confidential }).ReadAsync(Entries + what)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task An_export_is_an_act_itself_and_can_be_checked_by_whoever_has_it()
    {
        var export = await _service.As(s_auditor).GetStringAsync($"{Entries}:export");
        var lines = export.TrimEnd('\n').Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.Equal((s_auditor.Subject, "notes.audit.export"), (AuditContent.Read(lines[^1])!.Actor, AuditContent.Read(lines[^1])!.Action));
        var (check, fault) = await AuditExport.CheckAsync(new StringReader(export), [], [], CancellationToken.None);
        Assert.Null(fault);
        Assert.Equal(6, check!.Size);
    }

    /// <summary>As an import leaves it: its text must not be read once for each of its records.</summary>
    [Fact]
    public async Task An_entry_that_concerns_ten_thousand_records_is_exported_and_checked_like_any_other()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        await db.RecordAsync(AuditOutcome.Done, null, [.. Enumerable.Range(0, 10_000).Select(_ => $"notes/{Guid.NewGuid()}")], CancellationToken.None);
        var export = await _service.As(s_auditor).GetStringAsync($"{Entries}:export");
        Assert.Null((await AuditExport.CheckAsync(new StringReader(export), [], [], CancellationToken.None)).Fault);
        Assert.Null((await AuditReading.CheckAsync(db, NotesModule.Name, [], CancellationToken.None)).Fault);
    }

    [Theory]
    [InlineData("a word", 3)]
    [InlineData("a line", 3)]
    [InlineData("the end", 3)]
    [InlineData("the head", 0)]
    public async Task A_tampered_export_is_found_at_its_place(string what, long place)
    {
        var lines = (await _service.As(s_auditor).GetStringAsync($"{Entries}:export")).TrimEnd('\n').Split('\n').ToList();
        switch (what)
        {
            case "a word": lines[4] = lines[4].Replace("n3", "n9", StringComparison.Ordinal); break;
            case "a line": lines.RemoveAt(4); break;
            case "the end": lines.RemoveRange(4, 3); break;
            default: lines[0] = "{}"; break;
        }

        var fault = (await AuditExport.CheckAsync(new StringReader(string.Join('\n', lines)), [], [], CancellationToken.None)).Fault;
        Assert.Equal(place, fault!.Sequence);
    }

    [Fact]
    public async Task The_operator_checks_the_chain_by_a_word()
    {
        Assert.Equal((0, true), await RunAsync("notes: 5 entries, unbroken"));
        await using (var scope = _service.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(s => s.SetProperty(e => e.Actor, "accounts/forged"));
        }

        Assert.Equal((1, true), await RunAsync("Entry 2: "));
    }

    private async Task<(int ExitCode, bool Said)> RunAsync(string expected)
    {
        await using var output = new StringWriter();
        var code = await Verbs.RunAsync<NotesModule>("audit", [], b => TestStore.Current.Use(b, NotesModule.Name, _directory), output);
        return (code, output.ToString().StartsWith(expected, StringComparison.Ordinal));
    }
}
