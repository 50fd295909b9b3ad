using System.Net;
using Concord.Contracts.Events;
using Concord.Platform.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Roster.Persistence;
using Concord.Roster.Tests.Contacts;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Erasure;

/// <summary>A backup from before an erasure holds the person and the key again; the ledger makes them go again.</summary>
public sealed class LedgerTests
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;

    private string Ledger => Path.Combine(_directory, "elsewhere", "erasures.jsonl");

    private string Keys => Path.Combine(_directory, "sealing-keys", RosterModule.Name);

    [Fact]
    public async Task The_ledger_names_who_was_erased_by_number_before_the_answer_and_what_is_missing_comes_later()
    {
        await using var service = await StartAsync(_directory);
        var path = await service.ActiveAsync(Body("Ama Ledger"));
        await service.EraseAsync(path);
        var line = Assert.Single(await File.ReadAllLinesAsync(Ledger, Token));
        Assert.StartsWith($$"""{"subject":"{{path["/api/v1/".Length..]}}","time":""", line, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Ledger));

        File.Delete(Ledger);
        await using var again = await StartAsync(_directory);
        await Eventually.TrueAsync(() => Task.FromResult(Written() == line + "\n"), "the ledger is whole again");
    }

    // Whoever writes it has it alone meanwhile.
    private string Written()
    {
        try
        {
            return File.ReadAllText(Ledger);
        }
        catch (IOException)
        {
            return "";
        }
    }

    [Fact, Abuse(29)]
    public async Task A_backup_that_is_put_back_is_made_unreadable_again()
    {
        TestStore.OnlyOn(DatabaseProvider.Sqlite, "the backup is a copy of the file");
        var person = new Canaries();
        string path, late;
        var backup = Path.Combine(_directory, "backup.db");
        await using (var service = await StartAsync(_directory))
        {
            path = await service.ActiveAsync(Body(person.Text("Ama ")));
            (await service.KeepAsync(Desk, path, ContactClient.Contacts(person.Email()))).Is(HttpStatusCode.OK);
            await using (var scope = service.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<RosterDb>().Database.ExecuteSqlAsync($"VACUUM INTO {backup}", Token);
            }

            await service.EraseAsync(path);
            late = await service.ActiveAsync(Body("Ama Late"));
            await service.EraseAsync(late);
        }

        var place = Directory.CreateTempSubdirectory("concord-restored-").FullName;
        File.Move(backup, Path.Combine(place, "roster.db"));
        await using (var restored = await StartAsync(place))
        {
            Assert.True(person.AreIn((await restored.ContactAsync(Desk, path)).Is(HttpStatusCode.OK).Text)); // she is back: that is what the ledger is for
        }

        Assert.Equal(0, await Verbs.RunAsync<RosterModule>(ReapplyErasuresVerb.Word, [Ledger], b => Configure(b, place), TextWriter.Null));
        Assert.Equal(0, await Verbs.RunAsync<RosterModule>(ReapplyErasuresVerb.Word, [Ledger], b => Configure(b, place), TextWriter.Null)); // once more changes nothing
        await using var after = await StartAsync(place);
        (await after.As(Cleared).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty((await after.SearchAsync(Cleared, new { })).NamesIn());
        Assert.Empty(await person.ColumnsInAsync(after.Services));
        await Eventually.TrueAsync(() => Task.FromResult(after.Sent.Any(e => e.Type == ProfileErased.Type && e.Subject == path["/api/v1/".Length..])), "the others are told again");
        await using var look = after.Services.CreateAsyncScope();
        var db = look.ServiceProvider.GetRequiredService<RosterDb>();
        Assert.Equal(0, await db.Contacts.CountAsync(Token));
        Assert.Null((await AuditReading.CheckAsync(db, RosterModule.Name, [], Token)).Fault);
        var sealer = look.ServiceProvider.GetRequiredService<Sealer>();
        foreach (var name in (string[])[path["/api/v1/".Length..], late["/api/v1/".Length..]])
        {
            Assert.Equal(SubjectKeyState.Destroyed, await sealer.StateAsync(name, Token));
        }
    }

    [Theory]
    [InlineData("no ledger")]
    [InlineData("{}")]
    public async Task What_is_no_ledger_erases_nobody(string content)
    {
        await using var service = await StartAsync(_directory);
        var path = await service.ActiveAsync(Body("Ama Kept"));
        var file = Path.Combine(_directory, "wrong.jsonl");
        await File.WriteAllTextAsync(file, $$"""{"subject":"{{path["/api/v1/".Length..]}}","time":"2026-01-01T00:00:00Z"}""" + $"\n{content}\n", Token);
        Assert.Equal(1, await Verbs.RunAsync<RosterModule>(ReapplyErasuresVerb.Word, [file], b => Configure(b, _directory), TextWriter.Null));
        Assert.Equal(1, await Verbs.RunAsync<RosterModule>(ReapplyErasuresVerb.Word, [file + ".absent"], b => Configure(b, _directory), TextWriter.Null));
        (await service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK);
    }

    private Task<TestService> StartAsync(string directory) => TestService.StartAsync<RosterModule>(b =>
    {
        b.Services.AddScoped<Partners.V1.PartnersService.PartnersServiceClient>(_ => new KnownOrganizations(Unknown));
        b.Configuration["Sealing:KeyDirectory"] = Keys;
        b.Configuration["Sealing:ErasureLedger"] = Ledger;
    }, directory);

    private void Configure(WebApplicationBuilder builder, string directory)
    {
        builder.Configuration["Sealing:KeyDirectory"] = Keys;
        builder.Configuration["Sealing:ErasureLedger"] = Ledger;
        TestStore.Current.Use(builder, RosterModule.Name, directory);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
