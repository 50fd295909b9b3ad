using System.Net;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>Who decides to send people decides on what was read, on days and people that were asked for, and on nobody who has said no (R12, R15, R25).</summary>
public sealed class StandbyDecisionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.Zero));
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R12")]
    public async Task What_was_read_before_somebody_was_planned_or_planned_otherwise_is_not_approved()
    {
        var path = await _service.PlannedAsync(Ask(people: 2), await _service.ActiveAsync(Body("Ama Read")));
        var read = (await _service.As(Approver).ReadAsync(path)).ETag;
        var added = await _service.PlanAsync(path, await _service.ActiveAsync(Body("Bela Added")));
        (await _service.As(Approver).PostAsync($"{path}:approve", Nothing, ifMatch: read)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        read = (await _service.As(Approver).ReadAsync(path)).ETag;
        (await _service.As(Desk).PatchAsync(added, new { lastDay = "2027-03-20" }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Approver).PostAsync($"{path}:approve", Nothing, ifMatch: read)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await _service.As(Approver).PostAsync($"{path}:approve", Nothing, ifMatch: (await _service.As(Approver).ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R12")]
    public async Task Nobody_decides_without_saying_what_was_read()
    {
        var path = await _service.PlannedAsync(Ask(people: 2), await _service.ActiveAsync(Body("Ama Unread")));
        foreach (var tag in (string?[])[null, "*"])
        {
            (await _service.As(Approver).PostAsync($"{path}:approve", Nothing, ifMatch: tag)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        }

        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        var joining = await _service.PlanAsync(path, await _service.ActiveAsync(Body("Bela Unread")));
        (await _service.As(Approver).PostAsync($"{joining}:confirm", Nothing)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        Assert.Equal("PLANNED", (await _service.As(Desk).ReadAsync(joining)).TextOf("state"));
    }

    [Fact, Rule("R25")]
    public async Task Whoever_has_declined_is_not_approved_until_the_person_accepts_after_all()
    {
        var person = await _service.ActiveAsync(Body("Ama Declines"));
        var path = await _service.PlannedAsync(Ask(), person);
        await SayAsync(path, person, "DECLINED");
        (await _service.ApproveAsync(path)).IsProblem(HttpStatusCode.Conflict, "PERSON_DECLINED");
        Assert.Equal("ACKNOWLEDGED", (await _service.As(Desk).ReadAsync(path)).TextOf("state"));
        Later(1);
        await SayAsync(path, person, "ACCEPTED");
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
    }

    [Theory, Rule("R15")]
    [InlineData("2027-03-31", "2027-04-10", "UNAVAILABLE", true)] // the last day of the deployment
    [InlineData("2027-04-01", "2027-04-10", "UNAVAILABLE", false)]
    [InlineData("2027-03-10", "2027-03-12", "REMOTE", false)]
    public async Task Who_has_said_not_to_be_available_on_a_day_is_approved_once_the_person_has_accepted(string startDate, string endDate, string kind, bool refused)
    {
        var person = await _service.ActiveAsync(Body("Ama Away"));
        (await _service.As(Desk).PostAsync($"{person}/availability", new { startDate, endDate, kind })).Is(HttpStatusCode.Created);
        var path = await _service.PlannedAsync(Ask(), person);
        if (refused)
        {
            Assert.Equal("R15", (await _service.ApproveAsync(path)).IsProblem(HttpStatusCode.Conflict, "PERSON_UNAVAILABLE").TextOf("rule"));
            await SayAsync(path, person, "ACCEPTED");
        }

        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R12")]
    public async Task Nobody_is_approved_for_other_days_and_no_more_people_than_were_asked_for()
    {
        var (first, second) = (await _service.ActiveAsync(Body("Ama First")), await _service.ActiveAsync(Body("Bela Second")));
        (await _service.ApproveAsync(await _service.PlannedAsync(Ask(), first, second))).IsProblem(HttpStatusCode.Conflict, "BEYOND_REQUEST");
        var later = await _service.PlannedAsync(Ask());
        await _service.PlanAsync(later, first, lastDay: "2027-12-31");
        (await _service.ApproveAsync(later)).IsProblem(HttpStatusCode.Conflict, "BEYOND_REQUEST");
        Assert.Equal("ACKNOWLEDGED", (await _service.As(Desk).ReadAsync(later)).TextOf("state"));
    }

    [Fact, Rule("R12")]
    public async Task Whoever_joins_after_the_decision_stays_within_its_days_and_its_number_of_people()
    {
        var path = await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama Approved")));
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        var ama = Assert.Single(await _service.DeploymentsAsync(path));
        var more = await _service.PlanAsync(path, await _service.ActiveAsync(Body("Bela More")));
        Assert.Equal("R12", (await _service.As(Approver).DecideAsync(more, "confirm")).IsProblem(HttpStatusCode.Conflict, "BEYOND_REQUEST").TextOf("rule"));
        await _service.DoAsync(ama, "cancel", new { reason = "Ill" });
        var longer = await _service.PlanAsync(path, await _service.ActiveAsync(Body("Cora Longer")), lastDay: "2027-04-01");
        (await _service.As(Approver).DecideAsync(longer, "confirm")).IsProblem(HttpStatusCode.Conflict, "BEYOND_REQUEST");
        (await _service.As(Approver).DecideAsync(more, "confirm")).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R12")]
    public async Task What_was_read_before_somebody_was_called_off_or_given_another_function_is_not_approved()
    {
        var path = await _service.PlannedAsync(Ask(people: 2), await _service.ActiveAsync(Body("Ama Stays")), await _service.ActiveAsync(Body("Bela Goes")));
        var planned = await _service.DeploymentsAsync(path);
        var read = (await _service.As(Approver).ReadAsync(path)).ETag;
        await _service.DoAsync(planned[1], "cancel", new { reason = "Ill" });
        await IsStaleAsync();
        read = (await _service.As(Approver).ReadAsync(path)).ETag;
        (await _service.As(Desk).PatchAsync(planned[0], new { function = "LEGAL_ADVICE" }, "*")).Is(HttpStatusCode.OK);
        await IsStaleAsync();

        async Task IsStaleAsync() => (await _service.As(Approver).PostAsync($"{path}:approve", Nothing, ifMatch: read)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
    }

    [Fact, Rule("R15")]
    public async Task Who_is_away_since_the_person_has_accepted_is_asked_again()
    {
        var person = await _service.ActiveAsync(Body("Ama Ill"));
        var path = await _service.PlannedAsync(Ask(), person);
        await SayAsync(path, person, "ACCEPTED");
        Later(1);
        (await _service.As(Desk).PostAsync($"{person}/availability", new { startDate = "2027-03-10", endDate = "2027-03-12", kind = "UNAVAILABLE" })).Is(HttpStatusCode.Created);
        (await _service.ApproveAsync(path)).IsProblem(HttpStatusCode.Conflict, "PERSON_UNAVAILABLE");
        Later(1);
        await SayAsync(path, person, "ACCEPTED");
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
    }

    [Theory, Rule("R15")]
    [InlineData("2027-03-01", "2027-03-31", "IN_PERSON", "IN_PERSON", false)]
    [InlineData("2027-03-10", "2027-03-12", "IN_PERSON", "REMOTE", false)]
    [InlineData("2027-03-01", "2027-03-11", "IN_PERSON", "IN_PERSON", true)] // the plan was made longer since
    [InlineData("2027-03-11", "2027-03-31", "REMOTE", "REMOTE", true)]
    [InlineData("2027-03-01", "2027-03-31", "REMOTE", "IN_PERSON", true)] // or asks the person to come
    public async Task A_yes_to_a_link_counts_for_the_days_and_the_mode_that_the_link_told_of(string firstDay, string lastDay, string told, string planned, bool refused)
    {
        var person = await _service.ActiveAsync(Body("Ama Asked"));
        (await _service.As(Desk).PostAsync($"{person}/availability", new { startDate = "2027-03-10", endDate = "2027-03-12", kind = "UNAVAILABLE" })).Is(HttpStatusCode.Created);
        var path = await _service.PlannedAsync(Ask(mode: told), person);
        var token = (await _service.As(Desk).PostAsync($"{path}/calls:askByLink", new { profile = NameOf(person), told = "A draft", firstDay, lastDay })).Is(HttpStatusCode.Created).TextOf("token");
        (await _service.As(null).PostAsync("/standby/calls:answer", new { token, available = true }, key: "")).Is(HttpStatusCode.NoContent);
        (await _service.As(Desk).PatchAsync(Assert.Single(await _service.DeploymentsAsync(path)), new { mode = planned }, "*")).Is(HttpStatusCode.OK);
        if (refused)
        {
            Assert.Equal("R15", (await _service.ApproveAsync(path)).IsProblem(HttpStatusCode.Conflict, "PERSON_UNAVAILABLE").TextOf("rule"));
            Later(1);
            await SayAsync(path, person, "ACCEPTED"); // called, and told of all days
        }

        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
    }

    private void Later(int hours) => _time.Advance(TimeSpan.FromHours(hours));

    private async Task SayAsync(string request, string person, string outcome) =>
        (await _service.As(Desk).PostAsync($"{request}/calls", new { profile = NameOf(person), outcome })).Is(HttpStatusCode.Created);
}
