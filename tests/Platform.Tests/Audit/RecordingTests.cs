using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests.Audit;

/// <summary>What is entered besides changes: who was shown what, and who was refused.</summary>
public sealed class RecordingTests : IAsyncLifetime
{
    private const string Notes = "/api/v1/notes";
    private static readonly TestCaller s_reader = NotesModule.Writer with { Subject = "accounts/0197a000-0000-7000-8000-000000000007" };
    private TestService _service = null!;
    private string _open = "";
    private string _confidential = "";

    public async ValueTask InitializeAsync()
    {
        _service = await NotesModule.StartAsync();
        _open = await WriteAsync("open", Classification.Unclassified);
        _confidential = await WriteAsync("confidential", Classification.Confidential);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Who_is_shown_a_confidential_record_is_entered_before_the_answer_leaves()
    {
        (await _service.As(s_reader).ReadAsync($"/api/v1/{_confidential}")).Is(HttpStatusCode.OK);
        var entry = Assert.Single(await OfReaderAsync());
        Assert.Equal((AuditOutcome.Done, "notes.write", s_reader.Organization), (entry.Outcome, entry.Action, entry.Organization));
        Assert.Equal([_confidential], entry.Resources);
        Assert.Empty(entry.Changes);
    }

    [Fact, Rule("R137")]
    public async Task Who_acts_for_another_is_entered_with_whom_in_reads_changes_and_refusals()
    {
        const string Absent = "accounts/0197a000-0000-7000-8000-000000000008";
        var standsIn = _service.As(s_reader with { ActsFor = Absent });
        var found = (await standsIn.ReadAsync($"/api/v1/{_confidential}")).Is(HttpStatusCode.OK);
        (await standsIn.PatchAsync($"/api/v1/{_confidential}", new { text = "changed" }, found.ETag)).Is(HttpStatusCode.OK);
        (await standsIn.ReadAsync($"/api/v1/{_confidential}:refuse")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(s_reader).ReadAsync($"/api/v1/{_confidential}")).Is(HttpStatusCode.OK);
        var entries = await OfReaderAsync();
        Assert.Equal([Absent, Absent, Absent, null], entries.Select(e => e.ActsFor));
        Assert.All(entries.Take(3), e => Assert.Contains(Absent, e.Resources));
        Assert.DoesNotContain(Absent, entries[3].Resources);
        Assert.DoesNotContain("actsFor", entries[3].Write(), StringComparison.Ordinal); // the text of what was entered before there was such a thing stays what was hashed
    }

    [Theory, Rule("R159")]
    [InlineData(null)]
    [InlineData("who reads")]
    [InlineData("who is away")]
    public async Task A_read_for_another_is_told_to_nobody_only_where_one_of_the_two_is_named_in_a_compartment(string? named)
    {
        var absent = TestCaller.Person(s_reader.Organization!);
        if (named is not null)
        {
            _service.Name(named == "who reads" ? s_reader : absent, "processes/1");
        }

        (await _service.As(s_reader with { ActsFor = absent.Subject }).ReadAsync($"/api/v1/{_confidential}")).Is(HttpStatusCode.OK);
        Assert.Equal(named is not null, Assert.Single(await OfReaderAsync()).Resources.Contains(AuditTouch.Compartments));
    }

    [Fact]
    public async Task A_list_enters_each_confidential_record_that_it_shows_once()
    {
        (await _service.As(s_reader).ReadAsync(Notes)).Is(HttpStatusCode.OK);
        Assert.Equal([_confidential], Assert.Single(await OfReaderAsync()).Resources);
    }

    [Fact]
    public async Task An_open_record_is_read_without_an_entry()
    {
        (await _service.As(s_reader).ReadAsync($"/api/v1/{_open}")).Is(HttpStatusCode.OK);
        Assert.Empty(await OfReaderAsync());
    }

    [Fact]
    public async Task A_change_is_one_entry_and_not_a_read_as_well()
    {
        var etag = (await _service.As(NotesModule.Writer).ReadAsync($"/api/v1/{_confidential}")).ETag;
        (await _service.As(s_reader).PatchAsync($"/api/v1/{_confidential}", new { text = "changed" }, etag)).Is(HttpStatusCode.OK);
        Assert.Equal(ChangeKind.Changed, Assert.Single(Assert.Single(await OfReaderAsync()).Changes).Kind);
    }

    [Fact, Abuse(39)]
    public async Task Where_a_read_cannot_be_entered_nothing_is_shown()
    {
        await using (var scope = _service.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().AuditTips.ExecuteDeleteAsync();
        }

        var answer = (await _service.As(s_reader).ReadAsync(Notes)).IsProblem(HttpStatusCode.ServiceUnavailable, "AUDIT_BROKEN");
        Assert.DoesNotContain("confidential", answer.Text, StringComparison.Ordinal);
        (await _service.As(s_reader).ReadAsync($"/api/v1/{_open}")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refusal_is_entered_with_its_reason_and_what_it_was_about()
    {
        (await _service.As(s_reader).ReadAsync($"/api/v1/{_confidential}:refuse")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var entry = Assert.Single(await OfReaderAsync());
        Assert.Equal((AuditOutcome.Refused, "PERMISSION_DENIED"), (entry.Outcome, entry.Reason));
        Assert.Equal([_confidential], entry.Resources);
    }

    [Fact]
    public async Task Who_asks_for_what_is_not_there_is_entered_as_is_who_lacks_the_permission()
    {
        var nowhere = $"notes/{Guid.NewGuid()}";
        (await _service.As(s_reader).ReadAsync($"/api/v1/{nowhere}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(s_reader with { Roles = ["another"] }).ReadAsync($"/api/v1/{_open}")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var entries = await OfReaderAsync();
        Assert.Equal([("RESOURCE_NOT_FOUND", nowhere), ("PERMISSION_DENIED", _open)], entries.Select(e => (e.Reason!, Assert.Single(e.Resources))));
        Assert.All(entries, e => Assert.Equal(AuditOutcome.Refused, e.Outcome));
    }

    [Fact]
    public async Task Nobody_known_and_a_wrong_form_leave_no_entry()
    {
        var before = (await EntriesAsync()).Count;
        (await _service.As(null).ReadAsync($"/api/v1/{_confidential}")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        (await _service.As(s_reader).PostAsync(Notes, new { text = "" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(s_reader).ReadAsync("/api/v1/nowhere")).Is(HttpStatusCode.NotFound);
        Assert.Equal(before, (await EntriesAsync()).Count);
    }

    [Fact]
    public async Task That_a_refusal_cannot_be_entered_does_not_change_it()
    {
        await using (var scope = _service.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().AuditTips.ExecuteDeleteAsync();
        }

        (await _service.As(s_reader).ReadAsync($"/api/v1/{_open}:refuse")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    private async Task<string> WriteAsync(string text, Classification classification)
    {
        var made = await _service.As(NotesModule.Writer).PostAsync(Notes, new { text, classification = classification == Classification.Confidential ? "CONFIDENTIAL" : "UNCLASSIFIED" });
        return made.Is(HttpStatusCode.Created).Location!.ToString()["/api/v1/".Length..];
    }

    private async Task<List<AuditContent>> OfReaderAsync() => [.. (await EntriesAsync()).Where(e => e.Actor == s_reader.Subject)];

    private async Task<List<AuditContent>> EntriesAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        Assert.Null((await AuditReading.CheckAsync(db, NotesModule.Name, [], CancellationToken.None)).Fault);
        var rows = await db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync();
        return [.. rows.Select(r => AuditContent.Read(r)!)];
    }
}
