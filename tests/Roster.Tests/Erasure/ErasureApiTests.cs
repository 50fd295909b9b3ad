using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.V1;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Erasure;

/// <summary>Two people erase somebody, for everybody and for good.</summary>
public sealed class ErasureApiTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync(_directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R20")]
    public async Task It_takes_a_second_person_and_then_the_person_does_not_exist_for_anybody()
    {
        var path = await _service.ActiveAsync(Body("Ama Erased"));
        var proposal = await _service.ProposeAsync(path);
        (await _service.As(Cleared).PostAsync($"{proposal}:approve", Nothing)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK);
        var waiting = Assert.Single((await _service.As(Desk).ReadAsync("/api/v1/approvals/roster?state=PROPOSED"))["items"].AsArray());
        Assert.Equal(("profiles.erase", path["/api/v1/".Length..], "REQUEST_OF_THE_PERSON", "She asked for it."),
            ((string)waiting!["act"]!, (string)waiting["record"]!, (string)waiting["content"]!["basis"]!, (string)waiting["content"]!["reason"]!));

        var approved = (await _service.As(ErasureClient.Second).PostAsync($"{proposal}:approve", Nothing)).Is(HttpStatusCode.OK);
        Assert.Equal(("APPROVED", "{}"), (approved.TextOf("state"), approved["content"].ToJsonString()));
        foreach (var caller in (TestCaller[])[Desk, Cleared, HeadOfMission, TestCaller.Person(Some.Owner, Roles.RegionalOfficer), TestCaller.Person(Union, Roles.Service)])
        {
            (await _service.As(caller).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        Assert.Empty((await _service.As(Cleared).ReadAsync("/api/v1/profiles"))["items"].AsArray());
        Assert.Empty((await _service.As(Cleared).ReadAsync("/api/v1/profiles?state=ERASED"))["items"].AsArray());
        (await _service.As(Desk).ReadAsync($"{path}/availability")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).ReadAsync($"{path}/contact?purpose=DEPLOYMENT&purposeNote=x")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Cleared).PostAsync($"{path}:erase", ErasureClient.Why())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        using var channel = GrpcChannel.ForAddress(_service.GrpcAddress);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await new RosterService.RosterServiceClient(channel).GetProfileAsync(
            new GetProfileRequest { Name = path["/api/v1/".Length..] }, new Metadata { { "authorization", $"Bearer {_service.TokenOf(Cleared)}" } }));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task The_search_of_every_replica_forgets_the_person_and_the_others_are_told_the_number_alone()
    {
        await using var other = await RosterClient.StartAsync(_directory);
        var path = await _service.ActiveAsync(Body("Ama Sought"));
        await Eventually.TrueAsync(async () => (await other.SearchAsync(Desk, new { })).NamesIn().Length == 1, "the other replica finds her");
        await _service.EraseAsync(path);
        Assert.Empty((await _service.SearchAsync(Desk, new { text = "Ama" })).NamesIn());
        await Eventually.TrueAsync(async () => (await other.SearchAsync(Desk, new { })).NamesIn().Length == 0, "the other replica forgets her");
        await Eventually.TrueAsync(() => Task.FromResult(_service.Sent.Concat(other.Sent).Any(e => e.Type == ProfileErased.Type)), "the fact is sent");
        var fact = _service.Sent.Concat(other.Sent).Single(e => e.Type == ProfileErased.Type);
        Assert.Equal(["eraseTime", "profile", "subject", "version"], JsonNode.Parse(fact.Data)!.AsObject().Select(f => f.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_retry_of_what_was_done_to_the_person_does_not_do_it_again()
    {
        var key = Guid.NewGuid().ToString();
        var made = (await _service.As(Cleared).PostAsync("/api/v1/profiles", Body("Ama Retried"), key)).Is(HttpStatusCode.Created);
        await _service.EraseAsync(made.Location!.ToString());
        var again = (await _service.As(Cleared).PostAsync("/api/v1/profiles", Body("Ama Retried"), key)).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        Assert.DoesNotContain("Retried", again.Text, StringComparison.Ordinal);
        Assert.Empty((await _service.As(Cleared).ReadAsync("/api/v1/profiles"))["items"].AsArray());
    }

    [Fact]
    public async Task What_others_decided_before_is_emptied_too_and_that_they_decided_stays()
    {
        var path = await _service.ActiveAsync(Body("Ama Decided"));
        var first = await _service.ProposeAsync(path, ErasureClient.Why("Ama wrote to us."));
        (await _service.As(Cleared).PostAsync($"{path}:erase", ErasureClient.Why())).IsProblem(HttpStatusCode.Conflict, "ERASURE_PROPOSED");
        (await _service.As(ErasureClient.Second).PostAsync($"{first}:reject", new { reason = "Ask Ama again." })).Is(HttpStatusCode.OK);
        await _service.EraseAsync(path);
        var seen = (await _service.As(Cleared).ReadAsync(first)).Is(HttpStatusCode.OK);
        Assert.Equal(("REJECTED", ErasureClient.Second.Subject), (seen.TextOf("state"), seen.TextOf("decidedBy.name")));
        Assert.DoesNotContain("Ama", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_cleared_for_the_person_decides_nothing_and_other_roles_neither()
    {
        var path = await _service.ActiveAsync(Body("Ama Strict", classification: "STRICTLY_CONFIDENTIAL"));
        (await _service.As(Desk).PostAsync($"{path}:erase", ErasureClient.Why())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Officer).PostAsync($"{path}:erase", ErasureClient.Why())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var proposal = await _service.ProposeAsync(path);
        (await _service.As(SecondDesk).PostAsync($"{proposal}:approve", Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Officer).PostAsync($"{proposal}:approve", Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(HeadOfMission).PostAsync($"{proposal}:approve", Nothing)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(Cleared).ReadAsync(path)).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"basis":"UNLAWFUL"}""", "reason")]
    [InlineData("""{"reason":"x"}""", "basis")]
    [InlineData("""{"reason":"x","basis":"WISH"}""", "basis")]
    public async Task It_takes_a_reason_and_a_basis(string body, string field)
    {
        var path = await _service.DraftAsync(Body("Ama Unreasoned"));
        Assert.Equal([field], (await _service.As(Cleared).PostAsync($"{path}:erase", body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD")["errors"].AsObject().Select(e => e.Key));
    }

    [Fact, Abuse(12)]
    public async Task Of_two_who_approve_at_once_one_does_and_a_change_at_the_same_moment_brings_nothing_back()
    {
        var path = await _service.ActiveAsync(Body("Ama Race"));
        var proposal = await _service.ProposeAsync(path);
        var answers = await Task.WhenAll(
            _service.As(ErasureClient.Second).PostAsync($"{proposal}:approve", Nothing),
            _service.As(TestCaller.Person(Some.Owner, Roles.MediationSupport)).PostAsync($"{proposal}:approve", Nothing),
            _service.As(Desk).PostAsync($"{path}:suspend", new { reason = "x" }),
            _service.As(Desk).PostAsync($"{path}/availability", new { startDate = "2026-05-01", endDate = "2026-05-31", kind = "REMOTE" }));
        if (answers[..2].All(a => a.Status != HttpStatusCode.OK))
        {
            (await _service.As(ErasureClient.Second).PostAsync($"{proposal}:approve", Nothing)).Is(HttpStatusCode.OK); // what was in the way is done
        }

        Assert.True(answers[..2].Count(a => a.Status == HttpStatusCode.OK) < 2);
        await using var scope = _service.Services.CreateAsyncScope();
        var profile = await scope.ServiceProvider.GetRequiredService<RosterDb>().Profiles.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((ProfileState.Erased, "", 0), (profile.State, profile.DisplayName, profile.Availability.Count));
    }
}
