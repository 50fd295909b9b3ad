using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Roster.Persistence;
using Concord.Roster.Tests.Assessments;
using Concord.Roster.Tests.Erasure;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.Acceptance.AcceptanceClient;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Acceptance;

/// <summary>How parties take people: few read it, and of a process that somebody does not see nothing is told.</summary>
public sealed class PersonAcceptanceApiTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly Canaries _said = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(_directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R27")]
    public async Task It_is_recorded_with_its_source_and_author_withdrawn_with_a_reason_and_stays_to_be_read()
    {
        var path = await _service.ActiveAsync(Body("Ama Taken"));
        var first = await _service.RecordAsync(path);
        var second = await _service.RecordAsync(path, Said("OBJECTS", on: "2026-02-20"));
        (await _service.As(SecondDesk).PostAsync($"{second}:withdraw", new { reason = " " })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(SecondDesk).PostAsync($"{second}:withdraw", new { reason = "Of another." }, ifMatch: "\"9\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await _service.As(SecondDesk).PostAsync($"{second}:withdraw", new { reason = "Of another." })).Is(HttpStatusCode.OK);
        (await _service.As(SecondDesk).PostAsync($"{second}:withdraw", new { reason = "Again." })).IsProblem(HttpStatusCode.Conflict, "ACCEPTANCE_WITHDRAWN");

        var all = await _service.As(Authority).ReadAllAsync($"{path}/acceptances");
        Assert.Equal([("ACCEPTS", null), ("OBJECTS", "Of another.")], all.Select(a => ((string)a["position"]!, (string?)a["withdrawReason"])));
        var read = (await _service.As(Authority).ReadAsync(first)).Is(HttpStatusCode.OK);
        Assert.Equal(("The front", "2026-02-14", "Said to the envoy.", Desk.Subject, Some.Owner, KnownProcesses.Led),
            (read.TextOf("party"), read.TextOf("on"), read.TextOf("source"), read.TextOf("recordedBy.name"), read.TextOf("organization"), read.TextOf("process")));
        WrongIn(["process", "party", "position", "on", "source"], await _service.As(Desk).PostAsync($"{path}/acceptances", new { }));
        WrongIn(["process"], await _service.As(Desk).PostAsync($"{path}/acceptances", Said(process: $"processes/{Guid.NewGuid()}")));
        WrongIn(["process"], await _service.As(Desk).ReadAsync($"{path}/acceptances?process=x"));
    }

    [Fact, Rule("R27"), Rule("R137")]
    public async Task Mediation_support_keeps_it_the_authority_and_the_mediator_of_the_lead_read_it_and_a_rival_finds_nothing()
    {
        var path = await _service.ActiveAsync(Body("Ama Taken", "UNCLASSIFIED"));
        var entry = await _service.RecordAsync(path);
        foreach (var reader in (TestCaller[])[Desk, Authority, Mediator])
        {
            (await _service.As(reader).ReadAsync(entry)).Is(HttpStatusCode.OK);
            Assert.Single(await _service.As(reader).ReadAllAsync($"{path}/acceptances"));
            Assert.Single(await _service.As(reader).ReadAllAsync($"{path}/acceptances?process={KnownProcesses.Led}"));
        }

        (await _service.As(Rival).ReadAsync(entry)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty(await _service.As(Rival).ReadAllAsync($"{path}/acceptances"));
        Assert.Empty(await _service.As(Rival).ReadAllAsync($"{path}/acceptances?process={KnownProcesses.Led}"));
        foreach (var other in (TestCaller[])[HeadOfMission, Officer])
        {
            (await _service.As(other).ReadAsync(entry)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            (await _service.As(other).ReadAsync($"{path}/acceptances")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        foreach (var reader in (TestCaller[])[Authority, Mediator])
        {
            (await _service.As(reader).PostAsync($"{path}/acceptances", Said())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            (await _service.As(reader).PostAsync($"{entry}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        (await _service.As(Uncleared).ReadAsync($"{path}/acceptances")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Uncleared).ReadAsync(entry)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R27"), Rule("R137")]
    public async Task Of_a_process_that_one_does_not_see_nothing_is_told_and_of_a_person_neither()
    {
        var named = Desk with { Clearance = Classification.StrictlyConfidential, Subject = $"accounts/{Guid.NewGuid()}" };
        _service.Name(named, KnownProcesses.Named);
        var path = await _service.ActiveAsync(Body("Ama Taken"));
        var hidden = await _service.RecordAsync(path, Said(process: KnownProcesses.Named), named);
        await _service.RecordAsync(path);
        Assert.Equal(2, (await _service.As(named).ReadAllAsync($"{path}/acceptances?pageSize=1")).Count);
        foreach (var other in (TestCaller[])[Desk, Cleared, Authority])
        {
            Assert.Equal(KnownProcesses.Led, (string)Assert.Single(await _service.As(other).ReadAllAsync($"{path}/acceptances"))["process"]!);
            Assert.Empty(await _service.As(other).ReadAllAsync($"{path}/acceptances?process={KnownProcesses.Named}"));
            (await _service.As(other).ReadAsync(hidden)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await _service.As(Cleared).PostAsync($"{hidden}:withdraw", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        WrongIn(["process"], await _service.As(Cleared).PostAsync($"{path}/acceptances", Said(process: KnownProcesses.Named)));

        var secret = await _service.ActiveAsync(Body("Ama Secret", "STRICTLY_CONFIDENTIAL"));
        var entry = await _service.RecordAsync(secret, by: Cleared);
        (await _service.As(Desk).ReadAsync($"{secret}/acceptances")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).ReadAsync(entry)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).PostAsync($"{secret}/acceptances", Said())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Cleared).ReadAsync(entry.Replace(secret, path, StringComparison.Ordinal))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R27"), Rule("R159")]
    public async Task The_person_reads_it_nowhere_and_is_not_told_by_the_own_export_or_the_list_of_readers()
    {
        var path = await _service.ActiveAsync(Body("Ama Taken", "UNCLASSIFIED"));
        await _service.LinkAsync(path, SecondDesk);
        var entry = await _service.RecordAsync(path, Said(party: _said.Text("Front "), source: _said.Text()));
        foreach (var oneself in (TestCaller[])[SecondDesk, Cleared with { Subject = $"accounts/{Guid.NewGuid()}", ActsFor = SecondDesk.Subject }])
        {
            (await _service.As(oneself).ReadAsync(entry)).IsProblem(HttpStatusCode.Forbidden, "ACCEPTANCE_OF_ONESELF");
            (await _service.As(oneself).ReadAsync($"{path}/acceptances")).IsProblem(HttpStatusCode.Forbidden, "ACCEPTANCE_OF_ONESELF");
            (await _service.As(oneself).PostAsync($"{path}/acceptances", Said())).IsProblem(HttpStatusCode.Forbidden, "ACCEPTANCE_OF_ONESELF");
            var found = await _service.SearchAsync(oneself, Wish());
            Assert.Equal("[]", found["items.0.acceptances"].ToJsonString());
            Assert.Equal(0, (await _service.SearchAsync(oneself, Wish("ACCEPTED")))["total"].GetValue<int>());
        }

        Assert.False(_said.AreIn((await _service.As(SecondDesk).ReadAsync("/api/v1/me/profile:export")).Is(HttpStatusCode.OK).Text));
        Assert.False(_said.AreIn((await _service.As(SecondDesk).ReadAsync("/api/v1/me/profile")).Is(HttpStatusCode.OK).Text));
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        await _service.SearchAsync(Authority, Wish());
        var touched = await db.AuditEntries.Where(e => e.Action == RosterPermissions.SearchProfiles.Name).SelectMany(e => e.Touches.Select(t => t.Resource)).ToListAsync(Token);
        Assert.Contains($"acceptances/{entry.Split('/')[^1]}", touched); // who was shown the entry is entered
        Assert.DoesNotContain(path["/api/v1/".Length..], touched); // an Unclassified person would learn by it that a party was asked
    }

    [Fact, Rule("R27"), Abuse(29)]
    public async Task No_word_of_it_is_in_the_chain_and_whoever_erases_the_person_erases_it()
    {
        var path = await _service.ActiveAsync(Body("Ama Forgotten"));
        var entry = await _service.RecordAsync(path, Said(party: _said.Text("Front "), source: _said.Text()));
        (await _service.As(Authority).ReadAsync(entry)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{entry}:withdraw", new { reason = _said.Text() })).Is(HttpStatusCode.OK);
        Assert.NotEmpty(await _said.ColumnsInAsync(_service.Services));
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        var entries = await db.AuditEntries.Where(e => e.Action.StartsWith("roster.acceptances.")).OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync(Token);
        var (kept, read) = (AuditContent.Read(entries[0])!, AuditContent.Read(entries[1])!);
        Assert.Equal((Authority.Subject, "roster.acceptances.read"), (read.Actor, read.Action));
        Assert.Contains(KnownProcesses.Led, kept.Resources);
        var fields = kept.Changes.Single(c => c.Record.StartsWith("acceptances/", StringComparison.Ordinal)).Fields;
        Assert.All((string[])["party", "position", "on", "source", "recordedBy"], field => Assert.True(fields[field].Masked, field));
        Assert.All(entries, e => Assert.False(_said.AreIn(e)));

        await _service.EraseAsync(path);
        Assert.Equal(0, await db.PersonAcceptances.CountAsync(Token));
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
        (await _service.As(Cleared).ReadAsync(entry)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Cleared).ReadAsync($"{path}/acceptances")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task So_many_stand_on_one_person_in_one_process_and_no_more_until_one_is_withdrawn()
    {
        var path = await _service.ActiveAsync(Body("Ama Crowded"));
        var entries = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            entries.Add(await _service.RecordAsync(path, Said(party: $"Party {i}")));
        }

        (await _service.As(Desk).PostAsync($"{path}/acceptances", Said())).IsProblem(HttpStatusCode.Conflict, "TOO_MANY_ACCEPTANCES");
        await _service.RecordAsync(path, Said(process: KnownProcesses.Confidential));
        (await _service.As(Desk).PostAsync($"{entries[0]}:withdraw", new { reason = "Not a party." })).Is(HttpStatusCode.OK);
        await _service.RecordAsync(path);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
