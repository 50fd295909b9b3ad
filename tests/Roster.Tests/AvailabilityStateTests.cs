using System.Net;
using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Roster.Tests.Standby;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests;

/// <summary>Whether somebody can take work on some days, in one word (R26).</summary>
public sealed class AvailabilityStateTests
{
    private static readonly DaySpan s_days = new(100, 109);

    [Theory, Rule("R26")]
    [InlineData("T 100 109", "", AvailabilityState.Available)]
    [InlineData("T 100 104, T 105 120", "", AvailabilityState.Available)]
    [InlineData("R 90 109", "", AvailabilityState.AvailableRemote)]
    [InlineData("T 90 104, R 105 109", "", AvailabilityState.AvailableRemote)]
    [InlineData("T 100 108", "", AvailabilityState.PartlyAvailable)]
    [InlineData("R 109 109", "", AvailabilityState.PartlyAvailable)]
    [InlineData("T 100 104, U 105 109", "", AvailabilityState.PartlyAvailable)]
    [InlineData("U 109 120", "", AvailabilityState.Unavailable)]
    [InlineData("T 100 109", "100 109", AvailabilityState.Deployed)]
    [InlineData("", "109 120", AvailabilityState.Deployed)]
    [InlineData("U 100 109", "100 100", AvailabilityState.Deployed)]
    [InlineData("T 100 109", "105 120", AvailabilityState.PartlyAvailable)]
    [InlineData("T 100 109", "110 120", AvailabilityState.Available)]
    [InlineData("T 110 120", "90 99", null)]
    [InlineData("", "", null)]
    public void OfSomeDays_IsTheWordForAllOfThem(string said, string duty, object? expected)
    {
        var windows = said.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Window).ToList();
        DaySpan[] duties = duty.Length == 0 ? [] : [Span(duty.Split(' '))];
        Assert.Equal(expected, Of(windows, duties, told: true) is { } state ? state : null);
        Assert.Equal(Equals(expected, AvailabilityState.Deployed) ? AvailabilityState.Unavailable : expected, Of(windows, duties, told: false) is { } masked ? masked : null);
    }

    [Fact, Rule("R26")]
    public async Task It_is_told_of_today_and_of_the_days_asked_for_and_who_is_deployed_is_so_to_those_who_keep_the_record()
    {
        await using var service = await RosterClient.StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero)))));
        var person = await service.ActiveAsync(Body("Ama State", classification: "UNCLASSIFIED"));
        Assert.Null(await StateAsync(Desk, ""));
        (await service.As(Desk).PostAsync($"{person}/availability", new { startDate = "2027-03-01", endDate = "2027-04-30", kind = "IN_PERSON" })).Is(HttpStatusCode.Created);
        Assert.Equal(("AVAILABLE", "AVAILABLE", "PARTLY_AVAILABLE", null), (await StateAsync(Desk, ""), await StateAsync(Desk, "?startDate=2027-04-30"), await StateAsync(Desk, "?startDate=2027-04-30&endDate=2027-05-01"), await StateAsync(Desk, "?startDate=2027-05-01")));

        (await service.ApproveAsync(await service.PlannedAsync(Ask(), person))).Is(HttpStatusCode.OK);
        Assert.Equal(("DEPLOYED", "UNAVAILABLE"), (await StateAsync(Desk, ""), await StateAsync(Officer, "")));
        var hit = (await service.SearchAsync(Desk, new { text = "Ama State" }))["items"].AsArray().Single()!;
        Assert.Equal("DEPLOYED", (string?)hit["availability"]);
        hit = (await service.SearchAsync(Envoy, new { text = "Ama State" }))["items"].AsArray().Single()!;
        Assert.Equal(("UNAVAILABLE", "UNAVAILABLE"), ((string?)hit["availability"], await StateAsync(Envoy, ""))); // who does not see every deployment is not told of one
        (await service.As(Desk).ReadAsync($"{person}/availability:state?startDate=2027-04-30&endDate=2027-04-29")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await service.As(Desk).ReadAsync($"/api/v1/profiles/{Guid.NewGuid()}/availability:state")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        (await service.As(Desk).PostAsync($"{person}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        Assert.Null(await StateAsync(Desk, ""));

        async Task<string?> StateAsync(TestCaller caller, string days) => (string?)(await service.As(caller).ReadAsync($"{person}/availability:state{days}")).Is(HttpStatusCode.OK).Find("state");
    }

    private static AvailabilityState? Of(List<FoundWindow> windows, DaySpan[] duties, bool told) => AvailabilityStates.Of(
        windows, duties, DaySpan.Free(windows, duties, DeploymentMode.InPerson), DaySpan.Free(windows, duties, DeploymentMode.Remote), s_days, told);

    private static FoundWindow Window(string text)
    {
        var parts = text.Split(' ');
        var span = Span(parts[1..]);
        var kind = parts[0] switch { "T" => AvailabilityKind.InPerson, "R" => AvailabilityKind.Remote, _ => AvailabilityKind.Unavailable };
        return new FoundWindow(WindowId.New(), DateOnly.FromDayNumber(span.First), DateOnly.FromDayNumber(span.Last), kind);
    }

    private static DaySpan Span(string[] days) => new(int.Parse(days[0]), int.Parse(days[1]));
}
