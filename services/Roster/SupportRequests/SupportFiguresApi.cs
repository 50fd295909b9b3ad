using System.ComponentModel;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SupportRequests;

/// <summary>How long askers wait (R25, R147).</summary>
internal static class SupportFiguresApi
{
    private const int LongestYears = 5;

    public static void MapSupportFigures(this RouteGroupBuilder api) =>
        api.MapGet("/supportRequests:figures", GetAsync).Needs(RosterPermissions.ReadSupportRequests).WithTags("Support requests").WithName("GetSupportFigures")
            .WithSummary("How many of the requests that you see came in, wait and are overdue, and how long answers took");

    private static async Task<Ok<SupportFigures>> GetAsync(
        RosterDb db, Caller caller, Atlas atlas, TimeProvider time, [Description("First day on which requests came in, UTC; a year before the last where absent.")] DateOnly? from,
        [Description("Last day, UTC; today where absent. Five years at most.")] DateOnly? until, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var last = until ?? DateOnly.FromDateTime(now);
        var first = from ?? (last.Year > 1 ? last.AddYears(-1) : last);
        var check = new Violations();
        check.Check(first <= last, "until", "Not before from.");
        check.Check(last.Year - first.Year <= LongestYears, "from", $"At most {LongestYears} years.");
        check.Check(last < DateOnly.MaxValue, "until", "Too late.");
        check.ThrowIfAny();
        var (begin, end) = (first.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var requests = await db.SupportRequestsSeenBy(caller).Where(r => r.CreateTime >= begin && r.CreateTime < end)
            .Select(r => new SupportTimes(r.Urgency, r.Kind, r.Place, r.DueTime, r.CreateTime, r.TriageTime, r.AssignTime, r.AnswerTime, r.CloseTime)).ToListAsync(cancellationToken);
        return TypedResults.Ok(SupportFigures.Of(first, last, requests, atlas, now));
    }
}
