using System.Net;
using Concord.Contracts.Access;
using Concord.Roster.Standby;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>How long it takes to mount help (R25).</summary>
public sealed class StandbyFiguresTests
{
    [Fact, Rule("R25")]
    public void The_median_and_the_ninetieth_percentile_are_times_that_a_request_took()
    {
        Assert.Equal(new StepFigures(0, null, null), StepFigures.Of([]));
        Assert.Equal(new StepFigures(1, 5, 5), StepFigures.Of([5]));
        Assert.Equal(new StepFigures(4, 2, 4), StepFigures.Of([4, 1, 3, 2]));
        Assert.Equal(new StepFigures(10, 5, 9), StepFigures.Of(Enumerable.Range(1, 10).Select(i => (double)i)));
    }

    [Fact, Rule("R25")]
    public async Task Of_a_period_they_are_told_by_region_and_of_what_the_caller_may_see()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
        await using var service = await StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        var person = await service.ActiveAsync(Body("Ama"));
        for (var i = 0; i < 3; i++) // departed after 4, 8 and 104 hours
        {
            var request = await service.AskAsync(Ask(mode: "REMOTE", firstDay: $"2027-0{i + 1}-01", lastDay: $"2027-0{i + 1}-02", country: i == 0 ? "KEN" : "NGA"));
            time.Advance(TimeSpan.FromHours(1));
            await service.DoAsync(request, "acknowledge");
            await service.PlanAsync(request, person);
            (await service.As(Desk).PatchAsync(request, new { package = i == 1 ? Package : null }, "*")).Is(HttpStatusCode.OK);
            time.Advance(TimeSpan.FromHours(1));
            (await service.ApproveAsync(request)).Is(HttpStatusCode.OK);
            time.Advance(TimeSpan.FromHours(i == 2 ? 102 : 2 + (i * 4)));
            await service.DoAsync(request, "depart");
        }

        await service.DoAsync(await service.AskAsync(), "decline", new { reason = "Off." });
        await service.AskAsync(); // still has time
        var strict = Envoy with { Clearance = Classification.StrictlyConfidential };
        await service.AskAsync(Ask("STRICTLY_CONFIDENTIAL"), strict);

        var figures = await OfAsync(Desk);
        Assert.Equal((5, 1, 3, 1.0, 2.0, 8.0, 104.0), (figures["all.requests"].GetValue<int>(), figures["all.declined"].GetValue<int>(), figures["all.departed.count"].GetValue<int>(), figures["all.acknowledged.medianHours"].GetValue<double>(),
            figures["all.approved.ninetiethHours"].GetValue<double>(), figures["all.departed.medianHours"].GetValue<double>(), figures["all.departed.ninetiethHours"].GetValue<double>()));
        Assert.Equal((3, 1.0, 1, 1.0), (figures["all.identified.count"].GetValue<int>(), figures["all.identified.ninetiethHours"].GetValue<double>(), figures["all.funded.count"].GetValue<int>(), figures["all.funded.medianHours"].GetValue<double>()));
        Assert.Equal((2, 0.6667), (figures["all.departedInTime"].GetValue<int>(), figures["all.shareInTime"].GetValue<double>()));
        Assert.Equal(["011 2", "014 3"], figures["regions"].AsArray().Select(r => $"{r!["region"]} {r["requests"]}"));
        Assert.Equal(6, (await OfAsync(strict))["all.requests"].GetValue<int>());
        Assert.Equal(0, (await OfAsync(TestCaller.Person(Unknown, Roles.HeadOfMission)))["all.requests"].GetValue<int>());
        Assert.Equal(0, (await service.As(Desk).ReadAsync($"{Collection}:figures?since=2026-01-01&until=2026-10-31"))["all.requests"].GetValue<int>());
        foreach (var query in (string[])["", "?since=2026-01-01", "?since=2026-01-02&until=2026-01-01", "?since=2000-01-01&until=2026-01-01"])
        {
            (await service.As(Desk).ReadAsync($"{Collection}:figures{query}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        async Task<ApiAnswer> OfAsync(TestCaller caller) => (await service.As(caller).ReadAsync($"{Collection}:figures?since=2026-11-01&until=2026-11-30")).Is(HttpStatusCode.OK);
    }
}
