using System.Net;
using Concord.Platform.Errors;
using Concord.Roster.Consents;
using Concord.Roster.Mediators;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>Nobody is found, and nobody shared, who does not consent to that today.</summary>
public sealed class ConsentTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R20")]
    public async Task Nobody_is_activated_before_consent_to_be_found_is_recorded()
    {
        var path = await _service.DraftAsync(Body("Ama Unasked", consents: [Consent("SHARING")]));
        (await _service.As(Desk).PostAsync($"{path}:submit", Nothing)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}:vet", Nothing)).Is(HttpStatusCode.OK);
        (await _service.As(SecondDesk).DecideAsync(path, "activate")).IsProblem(HttpStatusCode.UnprocessableEntity, "CONSENT_REQUIRED");
        (await _service.As(Officer).PostAsync($"{path}:recordConsent", Consent("SEARCH"))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var recorded = (await _service.As(Desk).PostAsync($"{path}:recordConsent", Consent("SEARCH"))).Is(HttpStatusCode.OK);
        Assert.Equal(["SEARCH Letter of January", "SHARING Letter of January"], recorded["consents"].AsArray().Select(c => $"{c!["scope"]} {c["evidence"]}"));
        (await _service.As(SecondDesk).DecideAsync(path, "activate")).Is(HttpStatusCode.OK);
        Assert.Equal(["Ama Unasked"], (await _service.SearchAsync(HeadOfMission, new { })).NamesIn());
        Assert.Null((await _service.As(HeadOfMission).ReadAsync(path)).Is(HttpStatusCode.OK).Find("consents"));
    }

    [Fact, Rule("R20"), Rule("R26")]
    public async Task Who_takes_the_consent_back_is_found_no_more_at_once_and_again_when_it_is_given_anew()
    {
        var path = await _service.ActiveAsync(Body("Ama Back"));
        (await _service.As(Desk).PostAsync($"{path}:withdrawConsent", new { scope = "SEARCH" })).Is(HttpStatusCode.OK);
        var found = await _service.SearchAsync(HeadOfMission, new { });
        Assert.Equal((0, "[]"), (found["total"].GetValue<int>(), found["facets.genders"].ToJsonString()));
        (await _service.As(Desk).PostAsync($"{path}:recordConsent", Consent("SEARCH"))).Is(HttpStatusCode.OK);
        Assert.Single((await _service.SearchAsync(HeadOfMission, new { })).NamesIn());
    }

    [Fact, Rule("R20")]
    public async Task A_consent_that_runs_out_ends_the_search_and_the_shares_by_the_clock_alone()
    {
        var path = await _service.ActiveAsync(Body("Ama Until", consents: [Consent("SEARCH", "2026-03-20"), Consent("SHARING", "2026-03-10")]));
        (await _service.As(Desk).PostAsync($"{path}/shares", ShareSituation.Terms(Union, until: new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc)))).Is(HttpStatusCode.Created);
        (await _service.As(Officer).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Single((await _service.As(Officer).ReadAsync("/api/v1/profiles/-/shares"))["items"].AsArray());

        MoveTo(new DateTime(2026, 3, 10, 23, 59, 0)); // its last day
        (await _service.As(Officer).ReadAsync(path)).Is(HttpStatusCode.OK);
        MoveTo(new DateTime(2026, 3, 11));
        (await _service.As(Officer).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty((await _service.As(Officer).ReadAsync("/api/v1/profiles/-/shares"))["items"].AsArray());
        (await _service.As(Desk).PostAsync($"{path}/shares", ShareSituation.Terms(Unknown))).IsProblem(HttpStatusCode.UnprocessableEntity, "CONSENT_REQUIRED");

        foreach (var (day, found) in ((DateTime, int)[])[(new DateTime(2026, 3, 20, 23, 0, 0), 1), (new DateTime(2026, 3, 21), 0), (new DateTime(2026, 4, 1), 0), (new DateTime(2028, 1, 1), 0)])
        {
            MoveTo(day);
            Assert.Equal(found, (await _service.SearchAsync(HeadOfMission, new { }))["total"].GetValue<int>());
        }
    }

    [Fact]
    public async Task What_is_wrong_in_a_consent_is_named()
    {
        var path = await _service.DraftAsync(Body("Ama Wrong"));
        foreach (var (wrong, field) in ((object, string)[])[
            (new { }, "scope"), (new { scope = "SEARCH", givenDay = "2026-03-06", evidence = "x" }, "givenDay"), (new { scope = "SEARCH", givenDay = "2026-03-01", until = "2026-02-01", evidence = "x" }, "until"),
            (new { scope = "SEARCH", givenDay = "2026-03-01" }, "evidence"), (new { scope = "SEARCH", givenDay = "1989-12-31", evidence = "x" }, "givenDay")])
        {
            Assert.NotNull((await _service.As(Desk).PostAsync($"{path}:recordConsent", wrong)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find($"errors.{field}"));
        }

        foreach (var wrong in (string[])["[null]", """[{"scope":"SEARCH","givenDay":"2026-01-01","evidence":"x"},{"scope":"SEARCH","givenDay":"2026-01-01","evidence":"x"}]"""])
        {
            (await _service.As(Desk).PostAsync("/api/v1/profiles", $$"""{"displayName":"Ama","gender":"WOMAN","seniorityLevel":"EXPERT","consents":{{wrong}}}""")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }
    }

    [Fact, Rule("R20")]
    public void What_the_person_has_said_only_the_person_changes_and_a_withdrawal_is_taken_from_anybody()
    {
        var profile = Some.Draft(Some.Fields with { Person = $"accounts/{Guid.NewGuid()}" });
        ConsentTold again = new(ConsentScope.Search, Some.Day, null, "A call");
        profile.Record([again], "", Some.Now);
        profile.Withdraw(ConsentScope.Search, byThePerson: true, Some.Now);
        Assert.Equal(RosterReasons.ConsentOfThePerson, Assert.Throws<DomainException>(() => profile.Record([again], "", Some.Now)).Reason);
        Assert.Null(profile.SearchUntil);
        profile.Consent(ConsentScope.Search, Some.Day, Some.Now);
        Assert.Equal(Some.Day, profile.SearchUntil);
        Assert.Throws<DomainException>(() => profile.Consent(ConsentScope.Search, Some.Day.AddDays(-1), Some.Now));
        profile.Withdraw(ConsentScope.Search, byThePerson: false, Some.Now);
        Assert.Null(profile.SearchUntil);
    }

    [Fact, Rule("R20")]
    public void A_no_counts_where_nobody_had_asked_and_in_every_state()
    {
        var unasked = Some.Unasked();
        unasked.Withdraw(ConsentScope.Search, byThePerson: true, Some.Now);
        Assert.Equal((null, Some.Now), (unasked.Consents.Single().GivenDay, unasked.Consents.Single().WithdrawTime));
        foreach (var state in Enum.GetValues<ProfileState>().Where(s => s != ProfileState.Erased))
        {
            var profile = Some.In(state);
            profile.Withdraw(ConsentScope.Sharing, byThePerson: true, Some.Now);
            Assert.False(profile.AllowsSharing(Some.Day));
        }
    }

    private void MoveTo(DateTime at) => _time.SetUtcNow(new DateTimeOffset(at, TimeSpan.Zero));
}
