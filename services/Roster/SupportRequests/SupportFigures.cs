using Concord.Platform.Http;
using Concord.Roster.Figures;
using Concord.Roster.Geography;

namespace Concord.Roster.SupportRequests;

/// <summary>How long something took.</summary>
/// <param name="Count">Of how many requests; of the others it is not known yet.</param>
/// <param name="MedianHours">Half of them took no longer; one decimal.</param>
/// <param name="NinetiethHours">Nine of ten took no longer; one decimal.</param>
internal sealed record SupportDuration(int Count, double MedianHours, double NinetiethHours)
{
    /// <returns>Null where nothing is known yet.</returns>
    public static SupportDuration? Of(IEnumerable<TimeSpan?> times)
    {
        var hours = times.OfType<TimeSpan>().Select(t => t.TotalHours).Order().ToList();
        return hours.Count == 0 ? null : new SupportDuration(hours.Count, At(hours, 0.5), At(hours, 0.9));
    }

    private static double At(List<double> hours, double share) => Math.Round(NearestRank.Of(hours, share), 1);
}

/// <summary>Requests that have one thing in common.</summary>
/// <param name="Of">What: a word of the API, or an M49 code.</param>
/// <param name="Received">How many came in.</param>
/// <param name="Open">Of them, not answered.</param>
/// <param name="Overdue">Of those, not answered in time.</param>
/// <param name="ToAnswer">From receipt to answer; absent where none is answered.</param>
internal sealed record SupportGroup(string Of, int Received, int Open, int Overdue, SupportDuration? ToAnswer);

/// <summary>What the desk did in a period, of the requests that the caller sees (R25, R147).</summary>
/// <param name="From">First day on which they came in.</param>
/// <param name="Until">Last day.</param>
/// <param name="Received">How many came in.</param>
/// <param name="Open">Of them, not answered.</param>
/// <param name="Overdue">Of those, not answered in time.</param>
/// <param name="ToTriage">From receipt to triage.</param>
/// <param name="ToAssignment">From receipt until somebody had it.</param>
/// <param name="ToAnswer">From receipt to answer.</param>
/// <param name="ToClosing">From receipt to closing.</param>
/// <param name="ByUrgency">By urgency.</param>
/// <param name="ByKind">By kind; what is not triaged is in none.</param>
/// <param name="ByRegion">By the smallest region of M49 in which the place lies.</param>
internal sealed record SupportFigures(
    DateOnly From, DateOnly Until, int Received, int Open, int Overdue, SupportDuration? ToTriage, SupportDuration? ToAssignment, SupportDuration? ToAnswer, SupportDuration? ToClosing,
    IReadOnlyList<SupportGroup> ByUrgency, IReadOnlyList<SupportGroup> ByKind, IReadOnlyList<SupportGroup> ByRegion)
{
    public static SupportFigures Of(DateOnly from, DateOnly until, IReadOnlyList<SupportTimes> requests, Atlas atlas, DateTime now) => new(
        from, until, requests.Count, requests.Count(r => r.IsOpen), requests.Count(r => r.IsOverdue(now)),
        SupportDuration.Of(requests.Select(r => r.TriageTime - r.CreateTime)), SupportDuration.Of(requests.Select(r => r.AssignTime - r.CreateTime)),
        SupportDuration.Of(requests.Select(r => r.AnswerTime - r.CreateTime)), SupportDuration.Of(requests.Select(r => r.CloseTime - r.CreateTime)),
        By(requests, r => ApiWord.Of(r.Urgency), now), By(requests, r => r.Kind is { } kind ? ApiWord.Of(kind) : null, now), By(requests, r => atlas.RegionsOver(r.Place) is [var region, ..] ? region : r.Place, now));

    private static IReadOnlyList<SupportGroup> By(IReadOnlyList<SupportTimes> requests, Func<SupportTimes, string?> what, DateTime now) =>
    [
        .. requests.GroupBy(what).Where(g => g.Key is not null).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new SupportGroup(g.Key!, g.Count(), g.Count(r => r.IsOpen), g.Count(r => r.IsOverdue(now)), SupportDuration.Of(g.Select(r => r.AnswerTime - r.CreateTime)))),
    ];
}

/// <summary>What the figures look at in a request.</summary>
internal sealed record SupportTimes(
    SupportUrgency Urgency, SupportRequestKind? Kind, string Place, DateTime DueTime, DateTime CreateTime, DateTime? TriageTime, DateTime? AssignTime, DateTime? AnswerTime, DateTime? CloseTime)
{
    public bool IsOpen => AnswerTime is null;

    public bool IsOverdue(DateTime now) => IsOpen && DueTime < now;
}
