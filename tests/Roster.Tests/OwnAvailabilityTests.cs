using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Roster.Persistence;
using Concord.Roster.Tests.Erasure;
using Concord.Roster.Tests.Standby;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>A person on the roster says when the person can take work.</summary>
public sealed class OwnAvailabilityTests : IAsyncLifetime
{
    private const string Own = "/api/v1/me/profile/availability";
    private static readonly TestCaller s_person = TestCaller.Person(Union, Roles.Analyst) with { Clearance = Classification.Unclassified };
    private static readonly object s_march = Days("2027-03-01", "2027-03-31");
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync(_directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R15"), Rule("R26")]
    public async Task What_a_person_says_of_the_own_days_is_found_at_once_and_no_more_once_it_is_taken_back()
    {
        var path = await LinkedAsync("STRICTLY_CONFIDENTIAL");
        Assert.Empty((await _service.As(s_person).ReadAsync(Own)).Is(HttpStatusCode.OK)["items"].AsArray());
        var said = (await _service.As(s_person).PostAsync(Own, s_march)).Is(HttpStatusCode.Created);
        Assert.Equal(("2027-03-01", "2027-03-31", "REMOTE"), (said.TextOf("startDate"), said.TextOf("endDate"), said.TextOf("kind")));
        Assert.Equal(["Ama Own"], await FoundAsync());
        Assert.Equal(said["name"].ToJsonString(), Assert.Single((await _service.As(s_person).ReadAsync(Own))["items"].AsArray())!["name"]!.ToJsonString());
        Assert.Equal(said.TextOf("name"), (await _service.As(Cleared).ReadAsync($"/api/v1/{said.TextOf("name")}")).Is(HttpStatusCode.OK).TextOf("name")); // one list: who keeps the record sees it

        (await _service.As(s_person).PostAsync(CancelOf(said), Nothing)).Is(HttpStatusCode.OK);
        Assert.Empty(await FoundAsync());
        (await _service.As(s_person).PostAsync(CancelOf(said), Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var kept = (await _service.As(Cleared).PostAsync($"{path}/availability", s_march)).Is(HttpStatusCode.Created);
        (await _service.As(s_person).PostAsync(CancelOf(kept), Nothing)).Is(HttpStatusCode.OK); // also what others entered is the person's to take back
        Assert.Empty((await _service.As(Cleared).ReadAsync($"{path}/availability"))["items"].AsArray());
    }

    [Fact, Rule("R138")]
    public async Task That_the_person_said_so_is_entered_with_what_changed()
    {
        await LinkedAsync();
        var said = (await _service.As(s_person).PostAsync(Own, s_march)).Is(HttpStatusCode.Created);
        (await _service.As(s_person).PostAsync(CancelOf(said), Nothing)).Is(HttpStatusCode.OK);
        await using var scope = _service.Services.CreateAsyncScope();
        var entries = await scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.Where(e => e.Actor == s_person.Subject && e.Action == "roster.ownProfile.keep" && e.Outcome == AuditOutcome.Done)
            .OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, entries.Count);
        Assert.All(entries, e => Assert.Contains(said.TextOf("name").Split('/')[^1], e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_s_windows_are_listed_or_taken_back_and_whoever_has_no_profile_has_none()
    {
        var other = await _service.ActiveAsync(Body("Ama Other"));
        var theirs = (await _service.As(Desk).PostAsync($"{other}/availability", s_march)).Is(HttpStatusCode.Created);
        foreach (var path in (string[])[Own, CancelOf(theirs)])
        {
            (await _service.As(s_person).PostAsync(path, path == Own ? s_march : Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await _service.As(null).PostAsync(path, path == Own ? s_march : Nothing)).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        }

        (await _service.As(s_person).ReadAsync(Own)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await LinkedAsync();
        Assert.Empty((await _service.As(s_person).ReadAsync(Own)).Is(HttpStatusCode.OK)["items"].AsArray());
        foreach (var tag in (string?[])[null, "\"1\"", "*"]) // what is not one's own is not there, whatever was read
        {
            (await _service.As(s_person).PostAsync(CancelOf(theirs), Nothing, ifMatch: tag)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await _service.As(s_person).PostAsync($"{other}/availability", Days("2027-05-01", "2027-05-02"))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.Single((await _service.As(Desk).ReadAsync($"{other}/availability"))["items"].AsArray());
    }

    [Fact, Rule("R15")]
    public async Task Days_that_are_no_window_are_refused_as_those_who_keep_the_record_are_and_nothing_is_kept()
    {
        var path = await LinkedAsync();
        WrongIn(["startDate", "endDate", "kind"], await _service.As(s_person).PostAsync(Own, new { }));
        WrongIn(["endDate"], await _service.As(s_person).PostAsync(Own, Days("2027-03-02", "2027-03-01")));
        WrongIn(["endDate"], await _service.As(s_person).PostAsync(Own, Days("2027-03-01", "2033-03-01")));
        WrongIn(["startDate"], await _service.As(s_person).PostAsync(Own, Days("0027-03-01", "0027-03-02")));
        WrongIn(["endDate"], await _service.As(s_person).PostAsync(Own, Days("2207-03-01", "2207-03-02")));
        WrongIn(["endDate"], await _service.As(s_person).PostAsync(Own, Days("2027-03-01", "2027-02-30")));
        WrongIn(["kind"], await _service.As(s_person).PostAsync(Own, Days("2027-03-01", "2027-03-02", "PERHAPS")));
        Assert.Empty((await _service.As(s_person).ReadAsync(Own))["items"].AsArray());

        (await _service.As(Desk).PostAsync($"{path}/availability", s_march)).Is(HttpStatusCode.Created);
        Assert.Equal("R15", (await _service.As(s_person).PostAsync(Own, Days("2027-03-31", "2027-04-02", "UNAVAILABLE"))).IsProblem(HttpStatusCode.Conflict, "AVAILABILITY_OVERLAPS").TextOf("rule"));
        Assert.Single((await _service.As(s_person).ReadAsync(Own))["items"].AsArray());
    }

    [Fact, Rule("R15")]
    public async Task On_a_day_of_a_deployment_in_person_a_person_is_not_available_and_may_say_so()
    {
        var path = await LinkedAsync();
        (await _service.ApproveAsync(await _service.PlannedAsync(StandbyClient.Ask(), path))).Is(HttpStatusCode.OK);
        Assert.Equal("R15", (await _service.As(s_person).PostAsync(Own, Days("2027-03-31", "2027-04-30"))).IsProblem(HttpStatusCode.Conflict, "DAYS_TAKEN").TextOf("rule"));
        (await _service.As(s_person).PostAsync(Own, Days("2027-04-01", "2027-04-30"))).Is(HttpStatusCode.Created);
        (await _service.As(s_person).PostAsync(Own, Days("2027-03-10", "2027-03-12", "UNAVAILABLE"))).Is(HttpStatusCode.Created);
    }

    [Fact, Rule("R26")]
    public async Task Whoever_is_suspended_says_it_for_later_and_a_record_that_is_put_away_does_not_change()
    {
        var path = await LinkedAsync();
        (await _service.As(Desk).PostAsync($"{path}:suspend", new { reason = "Under review" })).Is(HttpStatusCode.OK);
        var said = (await _service.As(s_person).PostAsync(Own, s_march)).Is(HttpStatusCode.Created);
        Assert.Empty(await FoundAsync());
        (await _service.As(Desk).PostAsync($"{path}:reinstate", Nothing)).Is(HttpStatusCode.OK);
        Assert.Equal(["Ama Own"], await FoundAsync());
        (await _service.As(Desk).PostAsync($"{path}:retire", new { reason = "Left" })).Is(HttpStatusCode.OK);
        (await _service.As(s_person).PostAsync(Own, Days("2027-05-01", "2027-05-02"))).IsProblem(HttpStatusCode.Conflict, "PROFILE_RETIRED");
        (await _service.As(s_person).PostAsync(CancelOf(said), Nothing)).IsProblem(HttpStatusCode.Conflict, "PROFILE_RETIRED");
        Assert.Single((await _service.As(s_person).ReadAsync(Own))["items"].AsArray());
    }

    [Fact, Rule("R20")]
    public async Task A_record_in_whose_place_another_is_kept_does_not_change()
    {
        var (path, other) = (await LinkedAsync(), await _service.ActiveAsync(Body("Ama Kept")));
        (await _service.As(Desk).PostAsync("/api/v1/duplicates", new { first = StandbyClient.NameOf(path), second = StandbyClient.NameOf(other), kept = StandbyClient.NameOf(other), reason = "One person" })).Is(HttpStatusCode.Created);
        (await _service.As(s_person).PostAsync(Own, s_march)).IsProblem(HttpStatusCode.Conflict, "PROFILE_MERGED");
        Assert.Empty((await _service.As(Desk).ReadAsync($"{other}/availability"))["items"].AsArray());
    }

    [Fact]
    public async Task Whoever_read_an_older_record_is_told_so_and_changes_nothing()
    {
        await LinkedAsync();
        var stale = (await _service.As(s_person).ReadAsync("/api/v1/me/profile")).ETag;
        var said = (await _service.As(s_person).PostAsync(Own, s_march, ifMatch: stale)).Is(HttpStatusCode.Created);
        (await _service.As(s_person).PostAsync(Own, Days("2027-05-01", "2027-05-02"), ifMatch: stale)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await _service.As(s_person).PostAsync(CancelOf(said), Nothing, ifMatch: stale)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        Assert.Single((await _service.As(s_person).ReadAsync(Own))["items"].AsArray());
        (await _service.As(s_person).PostAsync(CancelOf(said), Nothing, ifMatch: said.ETag)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R20")]
    public async Task A_retry_is_answered_as_before_and_once_the_person_is_erased_with_nothing_of_it()
    {
        var path = await LinkedAsync();
        var (add, cancel) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var said = (await _service.As(s_person).PostAsync(Own, s_march, add)).Is(HttpStatusCode.Created);
        Assert.Equal(said.Text, (await _service.As(s_person).PostAsync(Own, s_march, add)).Is(HttpStatusCode.Created).Text);
        (await _service.As(s_person).PostAsync(CancelOf(said), Nothing, cancel)).Is(HttpStatusCode.OK);
        await _service.EraseAsync(path);
        (await _service.As(s_person).PostAsync(Own, s_march, add)).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        (await _service.As(s_person).PostAsync(CancelOf(said), Nothing, cancel)).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
    }

    private static object Days(string startDate, string endDate, string kind = "REMOTE") => new { startDate, endDate, kind };

    private static string CancelOf(ApiAnswer window) => $"{Own}/{window.TextOf("name").Split('/')[^1]}:cancel";

    private async Task<string[]> FoundAsync() =>
        (await _service.SearchAsync(Cleared, new { availability = new { startDate = "2027-03-10", endDate = "2027-03-20", mode = "REMOTE" } })).NamesIn();

    private async Task<string> LinkedAsync(string classification = "CONFIDENTIAL")
    {
        var path = await _service.ActiveAsync(Body("Ama Own", classification));
        (await _service.As(Cleared).PatchAsync(path, new { person = s_person.Subject }, "*")).Is(HttpStatusCode.OK);
        return path;
    }
}
