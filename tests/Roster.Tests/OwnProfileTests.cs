using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using Concord.Roster.OwnProfile;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>A person on the roster sees the own record and, late, which organizations read it.</summary>
public sealed class OwnProfileTests : IAsyncLifetime
{
    private const string Own = "/api/v1/me/profile";
    private const string Process = "processes/0197a000-0000-7000-8000-00000000000a";

    /// <summary>Only signed in, and cleared for nothing.</summary>
    private static readonly TestCaller s_person = TestCaller.Person(Union, Roles.Analyst) with { Clearance = Classification.Unclassified };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R159")]
    public async Task A_person_sees_the_own_record_whatever_its_classification_and_nobody_else_s()
    {
        (await _service.As(s_person).ReadAsync(Own)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(s_person).ReadAsync($"{Own}/readers")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(null).ReadAsync(Own)).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        var path = await LinkedAsync("STRICTLY_CONFIDENTIAL");
        await _service.ActiveAsync(Body("Ama Other"));

        var own = (await _service.As(s_person).ReadAsync(Own)).Is(HttpStatusCode.OK);
        Assert.Equal(("Ama Own", path), (own.TextOf("displayName"), $"/api/v1/{own.TextOf("name")}"));
        (await _service.As(s_person).ReadAsync(path)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(s_person with { Subject = $"accounts/{Guid.NewGuid()}" }).ReadAsync(Own)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        (await _service.As(Cleared).PostAsync($"{path}:suspend", new { reason = "Under review of X" })).Is(HttpStatusCode.OK);
        Assert.Null((await _service.As(s_person).ReadAsync(Own)).Is(HttpStatusCode.OK).Find("stateNote"));
    }

    [Fact, Rule("R159")]
    public async Task The_account_is_set_by_who_may_change_the_profile_is_of_one_profile_and_seen_by_no_other_reader()
    {
        var path = await LinkedAsync();
        Assert.Equal(s_person.Subject, (await _service.As(Desk).ReadAsync(path)).TextOf("person"));
        Assert.Null((await _service.As(HeadOfMission).ReadAsync(path)).Is(HttpStatusCode.OK).Find("person"));
        (await _service.As(Officer).PatchAsync(path, new { person = Officer.Subject }, "*")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        var second = await _service.ActiveAsync(Body("Ama Second"));
        Assert.Equal("R159", (await _service.As(Desk).PatchAsync(second, new { person = s_person.Subject }, "*")).IsProblem(HttpStatusCode.Conflict, "PERSON_ALREADY_LINKED").TextOf("rule"));
        (await _service.As(Desk).PatchAsync(second, new { person = "somebody@un.example" }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(Desk).PatchAsync(path, new { displayName = "Ama Renamed" }, "*")).Is(HttpStatusCode.OK);
        Assert.Equal("Ama Renamed", (await _service.As(s_person).ReadAsync(Own)).TextOf("displayName"));
        (await _service.As(Desk).PatchAsync(path, """{"person":null}""", "*")).Is(HttpStatusCode.OK);
        (await _service.As(s_person).ReadAsync(Own)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).PatchAsync(second, new { person = s_person.Subject }, "*")).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R159")]
    public async Task A_month_is_told_once_it_has_been_over_for_thirty_days_and_then_as_a_whole()
    {
        var path = await LinkedAsync();
        var officer = TestCaller.Person(Union, Roles.HeadOfMission);
        await ReadAsync(officer, path, new DateTime(2026, 3, 31, 23, 0, 0, DateTimeKind.Utc));
        await ReadAsync(officer, path, new DateTime(2026, 4, 1, 1, 0, 0, DateTimeKind.Utc));
        foreach (var (day, told) in ((DateTime, string[])[])[(new(2026, 4, 30, 23, 59, 0), []), (new(2026, 5, 1, 0, 0, 0), ["2026-03-01 READ 1"]), (new(2026, 5, 30, 23, 59, 0), ["2026-03-01 READ 1"]), (new(2026, 5, 31, 0, 0, 0), ["2026-04-01 READ 1", "2026-03-01 READ 1"])])
        {
            MoveTo(day);
            Assert.Equal(told, await ReadersAsync(withOrganization: false));
        }
    }

    [Fact, Rule("R159")]
    public async Task Organizations_are_told_by_days_and_by_how_they_saw_it_and_persons_and_own_reads_never()
    {
        var path = await LinkedAsync();
        var (mission, second) = (TestCaller.Person(Union, Roles.HeadOfMission), TestCaller.Person(Union, Roles.HeadOfMission));
        for (var day = 10; day < 13; day++)
        {
            await ReadAsync(day == 10 ? mission : second, path, new DateTime(2026, 3, day, 8, 0, 0, DateTimeKind.Utc));
            await ReadAsync(second, $"{path}/availability", new DateTime(2026, 3, day, 9, 0, 0, DateTimeKind.Utc));
        }

        await Eventually.TrueAsync(async () => (await _service.SearchAsync(mission, new { text = "Ama Own" })).NamesIn() is ["Ama Own"], "the search to find it");
        (await _service.As(s_person with { Roles = [Roles.HeadOfMission], Clearance = Classification.Confidential }).ReadAsync(path)).Is(HttpStatusCode.OK);
        (await _service.As(TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000009", Roles.HeadOfMission) with { Clearance = Classification.Unclassified }).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(s_person).ReadAsync(Own)).Is(HttpStatusCode.OK);
        MoveTo(new DateTime(2026, 6, 1));

        // The organization that keeps the record is named as such; on the fifth its desk read what it changed.
        Assert.Equal([$"2026-03-01 READ 1 {Some.Owner} True", $"2026-03-01 READ 3 {Union} False", $"2026-03-01 FOUND 1 {Union} False"], await ReadersAsync());
        Assert.DoesNotContain("accounts/", (await _service.As(s_person).ReadAsync($"{Own}/readers")).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("R159"), Rule("R127")]
    public async Task Who_is_named_in_a_compartment_when_reading_is_not_told_of()
    {
        var path = await LinkedAsync();
        var (named, other) = (TestCaller.Person(Union, Roles.HeadOfMission), TestCaller.Person(Some.Owner, Roles.HeadOfMission));
        _service.Name(named, Process);
        await ReadAsync(named, path, new DateTime(2026, 4, 2, 8, 0, 0, DateTimeKind.Utc));
        await _service.SearchAsync(named, new { text = "Ama Own" });
        await ReadAsync(other, path, new DateTime(2026, 4, 3, 8, 0, 0, DateTimeKind.Utc));
        _service.Name(named); // no longer: what was read before stays untold
        await ReadAsync(named, path, new DateTime(2026, 5, 3, 8, 0, 0, DateTimeKind.Utc));
        MoveTo(new DateTime(2026, 8, 1));
        Assert.Equal([$"2026-05-01 READ 1 {Union} False", $"2026-04-01 READ 1 {Some.Owner} True"], (await ReadersAsync()).Where(r => !r.StartsWith("2026-03", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Readers_list_in_pages_and_another_token_is_refused()
    {
        var path = await LinkedAsync();
        for (var month = 3; month < 6; month++)
        {
            await ReadAsync(TestCaller.Person(Union, Roles.HeadOfMission), path, new DateTime(2026, month, 20, 8, 0, 0, DateTimeKind.Utc));
        }

        MoveTo(new DateTime(2026, 9, 1));
        var all = await _service.As(s_person).ReadAllAsync($"{Own}/readers?pageSize=1");
        Assert.Equal(["2026-05-01", "2026-04-01", "2026-03-01", "2026-03-01"], all.Select(r => (string)r["month"]!));
        (await _service.As(s_person).ReadAsync($"{Own}/readers?pageToken=none")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Theory, Rule("R159")]
    [InlineData("2026-05-15", 30, "2026-04-01")]
    [InlineData("2026-05-31", 30, "2026-05-01")]
    [InlineData("2026-05-31", 0, "2026-05-01")]
    [InlineData("2026-03-01", 30, "2026-01-01")]
    public void The_delay_is_counted_from_the_end_of_a_month(string now, int delay, string end) =>
        Assert.Equal(DateTime.Parse(end, System.Globalization.CultureInfo.InvariantCulture), Readers.EndOfToldAt(DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture), delay));

    private async Task<string> LinkedAsync(string classification = "CONFIDENTIAL")
    {
        var path = await _service.ActiveAsync(Body("Ama Own", classification));
        (await _service.As(Cleared).PatchAsync(path, new { person = s_person.Subject }, (await _service.As(Cleared).ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
        return path;
    }

    private async Task ReadAsync(TestCaller reader, string path, DateTime at)
    {
        MoveTo(at);
        (await _service.As(reader).ReadAsync(path)).Is(HttpStatusCode.OK);
    }

    private void MoveTo(DateTime at) => _time.SetUtcNow(new DateTimeOffset(at, TimeSpan.Zero));

    private async Task<IReadOnlyList<string>> ReadersAsync(bool withOrganization = true) => [.. (await _service.As(s_person).ReadAllAsync($"{Own}/readers"))
        .Where(r => withOrganization || (string?)r["organization"] != Some.Owner)
        .Select(r => $"{r["month"]} {r["kind"]} {r["days"]}{(withOrganization ? $" {r["organization"]} {((bool)r["keeper"]! ? "True" : "False")}" : "")}")];
}
