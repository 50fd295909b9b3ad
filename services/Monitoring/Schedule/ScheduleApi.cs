using System.ComponentModel;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Monitoring.Schedule;

/// <summary>The whole schedule as of a day.</summary>
/// <param name="Agreement">Its resource name.</param>
/// <param name="AsOf">Nothing that happened after it counts; what is open then cannot start or finish before it.</param>
/// <param name="ForecastFinish">When the last milestone can be finished; absent without milestones.</param>
/// <param name="CriticalPath">One chain of open milestones that decides the forecast, first to last.</param>
/// <param name="Milestones">In the order of their recording.</param>
internal sealed record ScheduleAnswer(string Agreement, DateOnly AsOf, DateOnly? ForecastFinish, IReadOnlyList<CriticalStep> CriticalPath, IReadOnlyList<ScheduledAnswer> Milestones);

internal sealed record CriticalStep(string Milestone, string Key, string Title);

/// <summary>The dates of one milestone.</summary>
/// <param name="Milestone">Its resource name.</param>
/// <param name="Key">Its key.</param>
/// <param name="State">As of the day.</param>
/// <param name="EarlyStart">When it was begun, or the earliest day it can begin.</param>
/// <param name="EarlyFinish">When it was done, or the earliest day it can be: the forecast.</param>
/// <param name="LateFinish">The latest day that does not delay the whole; absent once done.</param>
/// <param name="SlackDays">Days it may slip without delaying the whole; absent once done.</param>
/// <param name="Critical">Whether a day lost here is a day lost for the whole.</param>
/// <param name="Due">As of the day.</param>
/// <param name="DaysPastDue">Days by which the forecast, or the day it was done, lies after the due day; 0 where it does not.</param>
internal sealed record ScheduledAnswer(
    string Milestone, string Key, MilestoneState State, DateOnly EarlyStart, DateOnly EarlyFinish, DateOnly? LateFinish, int? SlackDays, bool Critical, DateOnly? Due, int DaysPastDue);

internal static class ScheduleApi
{
    public static void MapSchedule(this RouteGroupBuilder api) =>
        api.MapGet("/agreements/{agreement}/schedule", GetAsync).WithTags("Schedule").Needs(MonitoringPermissions.Read)
            .WithName("GetSchedule").WithSummary("Compute the schedule as of a day: dates, slack, critical path, forecast");

    private static async Task<Ok<ScheduleAnswer>> GetAsync(
        AgreementId agreement, MonitoringDb db, Caller caller, TimeProvider time, [Description("The day to look at; today where absent.")] DateOnly? asOf, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var day = AsOf.OrToday(asOf, time);
        var standings = Standings.AsOf(found, await db.MilestonesAsync(agreement, cancellationToken), day);
        var byKey = standings.Milestones.ToDictionary(s => s.Milestone.Key, s => s.Milestone, StringComparer.Ordinal);
        return TypedResults.Ok(new ScheduleAnswer(
            agreement.ToString(), day, standings.Schedule.ForecastFinish,
            [.. standings.Schedule.CriticalPath.Select(key => new CriticalStep(byKey[key].Name, key, byKey[key].Title))],
            [.. standings.Milestones.Select(Of)]));
    }

    private static ScheduledAnswer Of(Standing s) => new(
        s.Milestone.Name, s.Milestone.Key, s.State, s.Dates.EarlyStart, s.Dates.EarlyFinish, s.Dates.LateFinish, s.Dates.SlackDays, s.Dates.Critical, s.Due,
        s.Due is { } due ? Math.Max(0, s.Dates.EarlyFinish.DayNumber - due.DayNumber) : 0);
}
