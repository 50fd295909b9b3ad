using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Figures;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Standby;

/// <summary>How long one step took.</summary>
/// <param name="Count">Requests that came so far.</param>
/// <param name="MedianHours">From the request; half of them took no longer. Absent where none came so far.</param>
/// <param name="NinetiethHours">Nine of ten took no longer.</param>
internal sealed record StepFigures(int Count, double? MedianHours, double? NinetiethHours)
{
    public static StepFigures Of(IEnumerable<double> hours)
    {
        var sorted = hours.Order().ToList();
        return new StepFigures(sorted.Count, Rank(0.5), Rank(0.9));

        double? Rank(double share) => sorted.Count == 0 ? null : Math.Round(NearestRank.Of(sorted, share), 2);
    }
}

/// <summary>How fast help was mounted (R25).</summary>
/// <param name="Region">M49 code of the smallest region; absent in the figures of all.</param>
/// <param name="Requests">Requests of the period that the caller may see.</param>
/// <param name="Declined">Of them.</param>
/// <param name="Acknowledged">From the request to its being taken on.</param>
/// <param name="Identified">To the first person who was planned.</param>
/// <param name="Funded">To what it is paid from.</param>
/// <param name="Approved">To the decision.</param>
/// <param name="Departed">To the departure.</param>
/// <param name="DepartedInTime">Departed before the time of the request was over (R12).</param>
/// <param name="ShareInTime">Of those that departed or whose time is over without; 0 to 1. Those that were declined are left out. Absent where there are none.</param>
internal sealed record MountingFigures(string? Region, int Requests, int Declined, StepFigures Acknowledged, StepFigures Identified, StepFigures Funded, StepFigures Approved, StepFigures Departed, int DepartedInTime, double? ShareInTime);

/// <summary>Time-to-mount figures of requests that were made in a period.</summary>
/// <param name="Since">First day, UTC.</param>
/// <param name="Until">Last day, UTC.</param>
/// <param name="All">Of all regions.</param>
/// <param name="Regions">Of each, by code.</param>
internal sealed record StandbyFiguresAnswer(DateOnly Since, DateOnly Until, MountingFigures All, IReadOnlyList<MountingFigures> Regions);

/// <summary>How long it takes to mount help (R25), of the requests that the caller may see.</summary>
internal static class StandbyFigures
{
    private const int MostDays = 3660;

    private sealed record Times(string? Region, DateTime Asked, DateTime Due, DateTime? Acknowledged, DateTime? Identified, DateTime? Funded, DateTime? Approved, DateTime? Departed, bool Declined);

    public static void MapStandbyFigures(this RouteGroupBuilder api) =>
        api.MapGet("/standbyRequests:figures", GetAsync).Needs(RosterPermissions.ReadStandby).WithTags("Standby requests").WithName("GetStandbyFigures").WithSummary("Get how long it took to mount help, by region");

    private static async Task<Ok<StandbyFiguresAnswer>> GetAsync(RosterDb db, Caller caller, Atlas atlas, TimeProvider time, DateOnly? since, DateOnly? until, CancellationToken cancellationToken)
    {
        var check = new Violations();
        var (first, last) = (check.Required(since, "since"), check.Required(until, "until"));
        check.Check(since is null || until is null || (first <= last && last.DayNumber - first.DayNumber < MostDays), "until", $"Not before since, and at most {MostDays} days.");
        check.ThrowIfAny();
        var (from, to) = (first.ToDateTime(default, DateTimeKind.Utc), last == DateOnly.MaxValue ? DateTime.MaxValue : last.AddDays(1).ToDateTime(default, DateTimeKind.Utc));
        var found = await db.StandbyRequestsSeenBy(caller).Where(r => r.CreateTime >= from && r.CreateTime < to)
            .Select(r => new { r.Country, r.CreateTime, r.DueTime, r.AcknowledgeTime, r.IdentifyTime, r.FundTime, r.ApproveTime, r.DepartTime, r.State }).ToListAsync(cancellationToken);
        var times = found.ConvertAll(r => new Times(atlas.RegionsOver(r.Country) is [var region, ..] ? region : null, r.CreateTime, r.DueTime, r.AcknowledgeTime, r.IdentifyTime, r.FundTime, r.ApproveTime, r.DepartTime, r.State == StandbyState.Declined));
        return TypedResults.Ok(new StandbyFiguresAnswer(
            first, last, Of(null, times, time.Now()), [.. times.Where(t => t.Region is not null).GroupBy(t => t.Region!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g], time.Now()))]));
    }

    private static MountingFigures Of(string? region, List<Times> times, DateTime now)
    {
        var inTime = times.Count(t => t.Departed <= t.Due);
        var judged = times.Count(t => !t.Declined && (t.Departed is not null || t.Due <= now));
        return new MountingFigures(
            region, times.Count, times.Count(t => t.Declined), Step(t => t.Acknowledged), Step(t => t.Identified), Step(t => t.Funded), Step(t => t.Approved), Step(t => t.Departed), inTime, judged == 0 ? null : Math.Round((double)inTime / judged, 4));

        StepFigures Step(Func<Times, DateTime?> step) => StepFigures.Of(times.Where(t => step(t) is not null).Select(t => (step(t)!.Value - t.Asked).TotalHours));
    }
}
