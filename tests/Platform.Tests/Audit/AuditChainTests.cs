using System.Net;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests.Audit;

/// <summary>Every change leaves an entry in its own commit, and the store cannot be tampered with unseen.</summary>
public sealed class AuditChainTests
{
    private const string Notes = "/api/v1/notes";

    [Fact, Rule("R138")]
    public async Task A_change_is_entered_with_who_did_what_for_whom_and_what_it_was_before()
    {
        await using var service = await NotesModule.StartAsync();
        var writer = service.As(NotesModule.Writer);
        var made = await writer.PostAsync(Notes, new { text = "first" });
        (await writer.PatchAsync(made.Location!.ToString(), new { text = "second", details = new { colour = "red", size = "secret" } }, made.ETag)).Is(HttpStatusCode.OK);

        var entries = (await EntriesAsync(service)).Where(e => e.Actor == NotesModule.Writer.Subject).ToList();
        Assert.Equal(2, entries.Count);
        var (added, changed) = (entries[0], entries[1]);
        var note = made.Location.ToString()["/api/v1/".Length..];
        Assert.Equal((NotesModule.Writer.Organization, "notes.write", AuditOutcome.Done), (added.Organization, added.Action, added.Outcome));
        Assert.Equal([note], added.Resources);
        Assert.Equal((note, ChangeKind.Added), (added.Changes[0].Record, added.Changes[0].Kind));
        Assert.Equal("first", added.Changes[0].Fields["text"].To!.Value.GetString());
        var fields = Assert.Single(changed.Changes).Fields;
        Assert.Equal(["colour", "size", "text", "version"], fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("first", "second"), (fields["text"].From!.Value.GetString(), fields["text"].To!.Value.GetString()));
        Assert.Null(fields["colour"].From);
        Assert.Equal(new FieldChange(Masked: true), fields["size"]);
    }

    [Fact]
    public async Task Nothing_is_entered_for_what_was_refused_repeated_or_only_read()
    {
        await using var service = await NotesModule.StartAsync();
        var writer = service.As(NotesModule.Writer);
        (await writer.PostAsync(Notes, new { text = "same" }, "key")).Is(HttpStatusCode.Created);
        var size = (await EntriesAsync(service)).Count;
        (await writer.PostAsync(Notes, new { text = "same" }, "key")).Is(HttpStatusCode.Created);
        (await writer.PostAsync(Notes, new { text = "same" })).IsProblem(HttpStatusCode.Conflict, "SAME_TEXT");
        (await writer.PostAsync($"{Notes}:saveThenRefuse", new { text = "later" })).IsProblem(HttpStatusCode.Conflict, "SAME_TEXT");
        await writer.ReadAsync(Notes);
        Assert.Equal(size, (await EntriesAsync(service)).Count);
    }

    [Fact]
    public async Task What_a_service_does_because_of_a_fact_is_its_own_act()
    {
        await using var service = await NotesModule.StartAsync();
        await service.HearAsync(new NoteWritten("notes/0197a000-0000-7000-8000-000000000009", "text", 1));
        var entry = Assert.Single(await EntriesAsync(service), e => e.Action == $"hear {NoteWritten.Type}");
        Assert.Equal(("services/notes", null), (entry.Actor, entry.Organization));
        Assert.Contains("notes/0197a000-0000-7000-8000-000000000009", entry.Resources);
    }

    [Fact]
    public async Task A_value_too_long_to_repeat_is_entered_by_its_digest()
    {
        await using var service = await NotesModule.StartAsync();
        await ChangeAsync(service, async db =>
        {
            db.Add(new Note { Id = NoteId.From(Guid.CreateVersion7()), Text = "n", Colour = new string('n', 20_000), CreateTime = DateTime.UtcNow });
            await db.SaveChangesAsync();
        });
        var entry = (await EntriesAsync(service))[^1];
        var colour = entry.Changes[0].Fields["colour"];
        Assert.Null(colour.To);
        Assert.Equal(64, colour.Digest!.Length);
        Assert.Equal(("services/notes", "internal"), (entry.Actor, entry.Action));
    }

    [Fact]
    public async Task Several_commits_of_one_context_that_looks_for_no_changes_follow_each_other()
    {
        await using var service = await NotesModule.StartAsync();
        await ChangeAsync(service, async db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = 0; i < 3; i++)
            {
                db.Add(Note.Write($"n{i}", DateTime.UtcNow));
                await db.SaveChangesAsync();
            }
        });
        var (check, fault) = await CheckAsync(service);
        Assert.Null(fault);
        Assert.Equal(3, check.Size);
    }

    [Fact]
    public async Task A_hundred_writers_at_two_instances_leave_one_unbroken_chain()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await NotesModule.StartAsync(directory: directory);
        await using var other = await NotesModule.StartAsync(directory: directory);
        var (first, second) = (one.As(NotesModule.Writer), other.As(NotesModule.Writer));
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? first : second).PostAsync(Notes, new { text = $"n{i}" })));
        var written = answers.Count(a => a.Status == HttpStatusCode.Created);

        Assert.True(written > 0);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => a.IsProblem(HttpStatusCode.ServiceUnavailable, "STORE_BUSY"));
        var (check, fault) = await CheckAsync(one);
        Assert.Null(fault);
        Assert.Equal(written, check.Size);
        Assert.Equal(written, (await EntriesAsync(one)).SelectMany(e => e.Resources).Distinct().Count());
    }

    /// <summary>What somebody with the database could do, and where the check finds it.</summary>
    public static TheoryData<string, long> Tampering => new()
    {
        { "text", 3 }, { "hash", 3 }, { "actor", 3 }, { "organization", 3 }, { "time", 3 }, { "removed", 3 }, { "cut off", 3 }, { "end forgotten", 8 }, { "touch removed", 3 }, { "touch added", 3 },
    };

    [Theory, Rule("R138"), MemberData(nameof(Tampering)), Abuse(26)]
    public async Task Whatever_is_changed_in_the_store_is_found_at_its_place(string what, long place)
    {
        await using var service = await NotesModule.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            await service.As(NotesModule.Writer).PostAsync(Notes, new { text = $"n{i}" });
        }

        Assert.Null((await CheckAsync(service)).Fault);
        await ChangeAsync(service, db => TamperAsync(db, what));
        var fault = (await CheckAsync(service)).Fault;
        Assert.Equal(place, fault?.Sequence);
    }

    [Fact]
    public async Task What_would_be_entered_nowhere_is_not_saved()
    {
        await using var service = await NotesModule.StartAsync();
        await ChangeAsync(service, async db =>
        {
            await using var own = await db.Database.BeginTransactionAsync();
            db.Add(Note.Write("aside", DateTime.UtcNow));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
        Assert.Equal("{\"items\":[]}", (await service.As(NotesModule.Writer).ReadAsync(Notes)).Text);
        Assert.Empty(await EntriesAsync(service));
    }

    [Fact]
    public async Task Without_its_end_the_chain_takes_no_entry_and_nothing_is_written()
    {
        await using var service = await NotesModule.StartAsync();
        await ChangeAsync(service, db => db.AuditTips.ExecuteDeleteAsync());
        (await service.As(NotesModule.Writer).PostAsync(Notes, new { text = "n" })).IsProblem(HttpStatusCode.ServiceUnavailable, "AUDIT_BROKEN");
        Assert.Equal("{\"items\":[]}", (await service.As(NotesModule.Writer).ReadAsync(Notes)).Text);
        Assert.NotNull((await CheckAsync(service)).Fault);
    }

    private static Task TamperAsync(ServiceDbContext db, string what)
    {
        var third = db.AuditEntries.Where(e => e.Sequence == 3);
        var touches = db.Set<AuditTouch>();
        return what switch
        {
            "text" => third.ExecuteUpdateAsync(s => s.SetProperty(e => e.Content, e => e.Content.Replace("n3", "n4"))),
            "hash" => third.ExecuteUpdateAsync(s => s.SetProperty(e => e.Hash, new byte[32])),
            "actor" => third.ExecuteUpdateAsync(s => s.SetProperty(e => e.Actor, "accounts/forged")),
            "organization" => third.ExecuteUpdateAsync(s => s.SetProperty(e => e.Organization, (string?)null)),
            "time" => third.ExecuteUpdateAsync(s => s.SetProperty(e => e.Time, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc))),
            "removed" => RemoveAsync(e => e.Sequence == 3),
            "cut off" => RemoveAsync(e => e.Sequence >= 3),
            "end forgotten" => db.AuditTips.ExecuteUpdateAsync(s => s.SetProperty(t => t.Size, 9)),
            "touch removed" => touches.Where(t => t.Sequence == 3).ExecuteDeleteAsync(),
            "touch added" => AddTouchAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

        async Task RemoveAsync(System.Linq.Expressions.Expression<Func<AuditEntry, bool>> which)
        {
            var gone = db.AuditEntries.Where(which).Select(e => e.Sequence);
            await touches.Where(t => gone.Contains(t.Sequence)).ExecuteDeleteAsync();
            await db.AuditEntries.Where(which).ExecuteDeleteAsync();
        }

        async Task AddTouchAsync()
        {
            touches.Add(new AuditTouch { Resource = "notes/forged", Sequence = 3 });
            await db.SaveChangesAsync();
        }
    }

    private static async Task<List<AuditContent>> EntriesAsync(TestService service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync();
        return [.. rows.Select(r => AuditContent.Read(r)!)];
    }

    private static async Task<(ChainCheck Check, ChainFault? Fault)> CheckAsync(TestService service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await AuditReading.CheckAsync(scope.ServiceProvider.GetRequiredService<ServiceDbContext>(), NotesModule.Name, [], CancellationToken.None);
    }

    private static async Task ChangeAsync(TestService service, Func<ServiceDbContext, Task> change)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<ServiceDbContext>());
    }
}
