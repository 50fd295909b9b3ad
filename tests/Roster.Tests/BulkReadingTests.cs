using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Alerts;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.V1;
using Concord.Support;
using Concord.Support.Telemetry;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>Nobody carries the roster away person by person.</summary>
public sealed class BulkReadingTests : IAsyncLifetime
{
    private const int Most = 6;
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.Zero));
    private readonly List<string> _people = [];
    private TestService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await StartAsync(Configure, _directory);
        for (var i = 0; i < 10; i++)
        {
            _people.Add(await _service.ActiveAsync(Body($"Person {i:00}")));
        }

        _time.Advance(TimeSpan.FromMinutes(11));
    }

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["Roster:Reading:MostPeople"] = $"{Most}";
        builder.Services.Add(new(typeof(TimeProvider), _time));
    }

    [Fact, Rule("R20"), Abuse(21)]
    public async Task Who_opens_too_many_different_people_is_refused_until_the_first_were_ten_minutes_ago()
    {
        for (var i = 0; i < Most; i++)
        {
            (await ReadAsync(HeadOfMission, i)).Is(HttpStatusCode.OK);
            (await ReadAsync(HeadOfMission, i)).Is(HttpStatusCode.OK); // the same person is one, however often
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        var refused = (await ReadAsync(HeadOfMission, Most)).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
        Assert.Equal(TimeSpan.FromMinutes(10 - Most), refused.Headers.RetryAfter!.Delta);
        Assert.DoesNotContain("Person 06", refused.Text, StringComparison.Ordinal);
        (await ReadAsync(HeadOfMission, 0)).Is(HttpStatusCode.OK); // whom they know already
        (await ReadAsync(Desk, Most)).Is(HttpStatusCode.OK); // nobody else has less for it

        _time.Advance(TimeSpan.FromMinutes(5)); // the second one was opened ten minutes ago; the first again just now
        (await ReadAsync(HeadOfMission, Most)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R20"), Abuse(21)]
    public async Task What_a_search_shows_counts_and_one_that_shows_too_many_shows_nobody()
    {
        (await FindAsync(HeadOfMission, 4)).Is(HttpStatusCode.OK);
        (await ReadAsync(HeadOfMission, 0)).Is(HttpStatusCode.OK);
        (await FindAsync(HeadOfMission, 6)).Is(HttpStatusCode.OK);
        (await FindAsync(HeadOfMission, 7)).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
        (await ReadAsync(HeadOfMission, 8)).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
        (await _service.As(HeadOfMission).ReadAsync("/api/v1/profiles?pageSize=10")).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
        Assert.Equal(TimeSpan.FromMinutes(10), (await FindAsync(Desk, 7)).Headers.RetryAfter!.Delta);
    }

    [Fact, Rule("R20"), Abuse(21)]
    public async Task What_is_sent_together_is_counted_together()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => ReadAsync(HeadOfMission, i)));
        Assert.Equal(Most, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE"));
    }

    [Fact, Rule("R20"), Abuse(21)]
    public async Task Another_replica_goes_on_counting_and_a_question_of_another_service_counts_too()
    {
        await FindAsync(HeadOfMission, 4);
        await using var replica = await StartAsync(Configure, _directory);
        using var there = replica.As(HeadOfMission);
        (await there.ReadAsync(_people[4])).Is(HttpStatusCode.OK);
        (await there.ReadAsync(_people[5])).Is(HttpStatusCode.OK);
        using var channel = GrpcChannel.ForAddress(replica.GrpcAddress);
        var question = new RosterService.RosterServiceClient(channel);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await question.GetProfileAsync(
            new GetProfileRequest { Name = _people[6]["/api/v1/".Length..] }, new Metadata { { "authorization", $"Bearer {replica.TokenOf(HeadOfMission)}" } }));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("TOO_MANY_PEOPLE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(TimeSpan.FromMinutes(10), refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan());
    }

    [Fact, Rule("R20"), Abuse(21)]
    public async Task What_one_replica_has_counted_it_adds_to_what_the_other_showed_since()
    {
        await using var replica = await StartAsync(Configure, _directory);
        TestService[] turns = [_service, replica, _service, replica, replica, _service];
        foreach (var (service, i) in turns.Select((s, i) => (s, i)))
        {
            (await service.As(HeadOfMission).ReadAsync(_people[i])).Is(HttpStatusCode.OK);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        foreach (var service in (TestService[])[_service, replica])
        {
            (await service.As(HeadOfMission).ReadAsync(_people[Most])).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
            (await service.As(HeadOfMission).ReadAsync(_people[0])).Is(HttpStatusCode.OK);
        }

        _time.Advance(TimeSpan.FromMinutes(5)); // the second was shown ten minutes ago
        (await replica.As(HeadOfMission).ReadAsync(_people[Most])).Is(HttpStatusCode.OK);
        (await _service.As(HeadOfMission).ReadAsync(_people[Most + 1])).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
    }

    [Fact, Rule("R20")]
    public async Task Whoever_has_seen_as_many_as_one_may_still_reads_the_alerts()
    {
        foreach (var person in _people[^2..])
        {
            (await _service.As(TestCaller.Person(Desk.Organization!, Roles.MediationSupport)).PatchAsync(person, new { deployability = new { standbyUntil = "2026-12-20" } }, "*")).Is(HttpStatusCode.OK);
        }

        await _service.Services.GetRequiredService<AlertWatch<ProfileId>>().LookAsync(null, TestContext.Current.CancellationToken);
        (await FindAsync(Desk, Most)).Is(HttpStatusCode.OK);
        (await ReadAsync(Desk, _people.Count - 1)).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
        Assert.Equal(2, (await _service.As(Desk).ReadAllAsync("/api/v1/alerts/roster?open=true")).Count);
    }

    [Fact, Rule("R20"), Abuse(21)]
    public async Task The_refusal_is_entered_measured_and_seen_by_auditors()
    {
        using var meters = new HostMeters(_service.Services);
        await FindAsync(HeadOfMission, 6);
        (await ReadAsync(HeadOfMission, 9)).Is(HttpStatusCode.TooManyRequests);
        Assert.Equal(1, meters.Read("concord.reading.refused").Sum());
        var auditor = TestCaller.Person(Some.Owner, Roles.Auditor) with { Clearance = Classification.StrictlyConfidential };
        var entries = (await _service.As(auditor).ReadAsync("/api/v1/audit/roster/entries?outcome=REFUSED")).Is(HttpStatusCode.OK);
        var entry = Assert.Single(entries["items"].AsArray());
        Assert.Equal((HeadOfMission.Subject, "TOO_MANY_PEOPLE", _people[9]["/api/v1/".Length..]), ((string)entry!["actor"]!, (string)entry["reason"]!, (string)entry["resources"]![0]!));
        await using var scope = _service.Services.CreateAsyncScope();
        Assert.DoesNotContain(
            await scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.Where(e => e.Actor == HeadOfMission.Subject && e.Outcome == AuditOutcome.Done).Select(e => e.Content).ToListAsync(),
            c => c.Contains(_people[9]["/api/v1/".Length..], StringComparison.Ordinal));
    }

    [Fact, Rule("R20")]
    public async Task Who_is_unclassified_and_what_one_changes_is_not_counted()
    {
        var open = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            open.Add(await _service.ActiveAsync(Body($"Known {i}", "UNCLASSIFIED")));
        }

        foreach (var path in open)
        {
            (await _service.As(HeadOfMission).ReadAsync(path)).Is(HttpStatusCode.OK);
        }

        for (var i = 0; i < Most; i++)
        {
            (await ReadAsync(HeadOfMission, i)).Is(HttpStatusCode.OK);
        }

        (await ReadAsync(Cleared, 0)).Is(HttpStatusCode.OK); // who has just entered and vetted all of them
    }

    private Task<ApiAnswer> ReadAsync(TestCaller who, int person) => _service.As(who).ReadAsync(_people[person]);

    private Task<ApiAnswer> FindAsync(TestCaller who, int size) => _service.As(who).PostAsync("/api/v1/profiles:search", new { pageSize = size }, key: "");
}
