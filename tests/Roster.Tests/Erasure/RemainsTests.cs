using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Persistence;
using Concord.Roster.Tests.Contacts;
using Concord.Support;
using Concord.Support.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Erasure;

/// <summary>What is found of a person where nobody asks the service: in files, rows, logs, facts and exports. While contacts are kept: no contact. After the erasure: nothing at all.</summary>
public sealed class RemainsTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly Canaries _contacts = new();
    private readonly Canaries _person = new();
    private readonly CapturedLogs _logs = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(_directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R26"), Abuse(25)]
    public async Task Two_hundred_planted_contacts_are_found_nowhere_outside_an_answer_to_who_may_read_them()
    {
        await using var collector = OtlpReceiver.Start();
        await using var traced = await StartAsync(_directory, collector.Settings);
        List<string> paths = [];
        for (var i = 0; i < 29; i++)
        {
            var path = await traced.ActiveAsync(Body($"Ama {i:00}"));
            paths.Add(path);
            (await traced.KeepAsync(Desk, path, ContactsOf())).Is(HttpStatusCode.OK);
        }

        Assert.True(_contacts.Count >= 200);
        List<string> told = [];
        foreach (var path in paths)
        {
            Assert.True(_contacts.AreIn((await traced.ContactAsync(Desk, path)).Is(HttpStatusCode.OK).Text)); // the search can find them
            foreach (var caller in (TestCaller[])[Desk, HeadOfMission, Officer, Uncleared])
            {
                told.Add((await traced.As(caller).ReadAsync(path)).Text);
                told.Add((await traced.As(caller).ReadAsync($"{path}/availability")).Text);
            }

            told.Add((await traced.ContactAsync(HeadOfMission, path)).Text);
            told.Add((await traced.ContactAsync(Desk, path, "")).Text);
            told.Add((await traced.KeepAsync(Desk, path, new { emails = new[] { _contacts.Text("wrong ") } })).Text);
            told.Add((await traced.KeepAsync(Desk, path, $$"""{"emails":["{{_contacts.Email()}}"],"{{_contacts.Text()}}":1}""")).Text.Replace(_contacts.Word, "", StringComparison.Ordinal)); // the refusal names the unknown field
        }

        told.Add((await traced.As(Desk).ReadAsync("/api/v1/profiles?pageSize=200")).Text);
        told.Add((await traced.SearchAsync(Desk, new { text = _contacts.Word })).Text);
        told.Add((await traced.SearchAsync(Desk, new { pageSize = 100 })).Text);
        told.Add(await traced.As(Auditor).GetStringAsync(new Uri("/api/v1/audit/roster/entries:export", UriKind.Relative), Token));
        told.Add((await traced.As(Desk).PostAsync($"{paths[0]}:suspend", new { reason = "x" })).Text);
        await Eventually.TrueAsync(() => Task.FromResult(traced.Sent.Concat(_service.Sent).Any()), "a fact is sent");
        await Eventually.TrueAsync(() => Task.FromResult(collector.Spans.Any(s => s.Attributes.GetValueOrDefault("http.route")?.Contains(":suspend", StringComparison.Ordinal) == true)), "the last request is told");
        told.AddRange(traced.Sent.Concat(_service.Sent).Select(e => e.Data));

        Assert.All(told, text => Assert.False(_contacts.AreIn(text), text));
        Assert.False(collector.Holds(_contacts.Word) || collector.Holds(_contacts.Number), "A planted contact was exported.");
        Assert.DoesNotContain(_logs.Lines.Where(l => l.Category.StartsWith("Concord.", StringComparison.Ordinal) || l.Level >= Microsoft.Extensions.Logging.LogLevel.Warning), l => _contacts.AreIn(l.Text));
        Assert.Empty(await _contacts.ColumnsInAsync(traced.Services));
        Assert.Empty(_contacts.FilesIn(_directory));
    }

    [Fact, Abuse(25)]
    public async Task A_backup_made_while_contacts_are_kept_holds_none_of_them()
    {
        var path = await _service.ActiveAsync(Body(_person.Text("Ama ")));
        (await _service.KeepAsync(Desk, path, ContactsOf())).Is(HttpStatusCode.OK);
        var backup = Directory.CreateTempSubdirectory("concord-backup-").FullName;
        foreach (var file in Directory.GetFiles(_directory))
        {
            File.Copy(file, Path.Combine(backup, Path.GetFileName(file)));
        }

        Assert.Empty(_contacts.FilesIn(backup));
        Assert.Empty(await _contacts.ColumnsInAsync(_service.Services));
        Assert.NotEmpty(await _person.ColumnsInAsync(_service.Services)); // the search would have found them
    }

    [Fact, Rule("R20"), Abuse(29)]
    public async Task After_the_erasure_no_byte_of_the_person_is_left_and_the_chain_still_verifies()
    {
        var path = await LivedAsync();
        Assert.NotEmpty(await _person.ColumnsInAsync(_service.Services));
        await _service.EraseAsync(path, ErasureClient.Why(_person.Text("Asked for by ")));

        Assert.Empty(await _person.ColumnsInAsync(_service.Services));
        var export = await _service.As(Auditor).GetStringAsync(new Uri("/api/v1/audit/roster/entries:export", UriKind.Relative), Token);
        using var reader = new StringReader(export);
        Assert.Null((await AuditExport.CheckAsync(reader, [], [], Token)).Fault);
        Assert.False(_person.AreIn(export));
        await Eventually.TrueAsync(() => Task.FromResult(_service.Sent.Count >= 2), "the facts are sent");
        Assert.DoesNotContain(_service.Sent, e => _person.AreIn(e.Data));
        Assert.DoesNotContain(_logs.Lines.Where(l => l.Category.StartsWith("Concord.", StringComparison.Ordinal)), l => _person.AreIn(l.Text));
        if (TestStore.Current.Engine == DatabaseProvider.Sqlite)
        {
            await Eventually.TrueAsync(() => Task.FromResult(_person.FilesIn(_directory).Count == 0), () => $"the files hold nothing of her; they are {string.Join(", ", _person.FilesIn(_directory))}");
        }
    }

    /// <summary>Everything that is done to people in the roster's life.</summary>
    private async Task<string> LivedAsync()
    {
        var path = await _service.ActiveAsync(Body(_person.Text("Ama ")));
        (await _service.KeepAsync(Desk, path, new { emails = new[] { _person.Email() }, phones = new[] { _person.Phone() }, note = _person.Text() })).Is(HttpStatusCode.OK);
        (await _service.ContactAsync(Desk, path)).Is(HttpStatusCode.OK);
        for (var i = 0; i < 20; i++)
        {
            var tag = (await _service.As(Desk).ReadAsync(path)).ETag;
            (await _service.As(Desk).PatchAsync(path, new { displayName = _person.Text($"Ama {new string('x', i * 5)}") }, tag)).Is(HttpStatusCode.OK);
            await _service.ActiveAsync(Body($"Neighbour {i}"));
        }

        (await _service.As(Desk).PatchAsync(path, new
        {
            expertise = new[] { new { area = "CEASEFIRE", level = "EXPERT", evidence = _person.Text() } },
            conflicts = new[] { new { label = _person.Text(), role = _person.Text() } },
            culturalKnowledge = new[] { new { kind = "CULTURE", note = _person.Text() } },
            assignments = new[] { new { what = _person.Text(), organization = _person.Text(), from = "2020-01-01" } },
            trainings = new[] { new { kind = "OTHER", title = _person.Text(), provider = _person.Text(), day = "2020-01-01" } },
        }, "*")).Is(HttpStatusCode.OK);
        await OwnWordAsync(path);
        (await _service.As(Desk).PostAsync($"{path}/availability", new { startDate = "2026-05-01", endDate = "2026-05-31", kind = "REMOTE" })).Is(HttpStatusCode.Created);
        (await _service.As(Desk).PostAsync($"{path}:suspend", new { reason = _person.Text("Complaint against ") })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}:reinstate", Nothing)).Is(HttpStatusCode.OK);
        return path;
    }

    /// <summary>What the person says, and what keepers say of the consent.</summary>
    private async Task OwnWordAsync(string path)
    {
        var person = TestCaller.Person(Union, Roles.Analyst);
        (await _service.As(Desk).PostAsync($"{path}:recordConsent", new { scope = "SHARING", givenDay = "2026-01-31", evidence = _person.Text("Told ") })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PatchAsync(path, new { person = person.Subject }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(person).PatchAsync("/api/v1/me/profile", new { displayName = _person.Text("Ama "), interests = new[] { new { kind = "FAMILY", party = _person.Text(), note = _person.Text() } } }, "*")).Is(HttpStatusCode.OK);
        Assert.True(_person.AreIn((await _service.As(person).PostAsync("/api/v1/me/profile:consent", new { scope = "SEARCH" })).Is(HttpStatusCode.OK).Text)); // kept for a retry
        (await _service.As(person).PostAsync("/api/v1/me/profile:withdraw", new { scope = "SHARING" })).Is(HttpStatusCode.OK);
        (await _service.As(person).ReadAsync("/api/v1/me/profile:export")).Is(HttpStatusCode.OK);
    }

    private object ContactsOf() => new
    {
        emails = new[] { _contacts.Email(), _contacts.Email() },
        phones = new[] { _contacts.Phone() },
        postal = new { address = _contacts.Text(), place = _contacts.Text(), country = "KEN" },
        note = _contacts.Text(),
        emergency = new { displayName = _contacts.Text(), phone = _contacts.Phone() },
    };

    private Task<TestService> StartAsync(string directory, IReadOnlyDictionary<string, string>? more = null) => TestService.StartAsync<RosterModule>(b =>
    {
        b.Services.AddScoped<Partners.V1.PartnersService.PartnersServiceClient>(_ => new KnownOrganizations(Unknown));
        b.Configuration["Sealing:ErasureLedger"] = Path.Combine(directory, "erasures.jsonl");
        foreach (var (key, value) in more ?? new Dictionary<string, string>())
        {
            b.Configuration[key] = value;
        }

        _logs.Listen(b);
    }, directory);

    private static TestCaller Auditor { get; } = TestCaller.Person(Some.Owner, Roles.Auditor) with { Clearance = Classification.StrictlyConfidential };

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
