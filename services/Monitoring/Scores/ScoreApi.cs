using System.ComponentModel;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Assessments;
using Concord.Monitoring.Persistence;
using Concord.Monitoring.Provisions;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Scores;

/// <summary>How far the agreement is kept as of a day: of provisions, by area and chapter; parties are never scored or ranked (R157).</summary>
/// <param name="Agreement">Its resource name.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Notice">Who coded it from what, and what it is not.</param>
/// <param name="Overall">Over all provisions.</param>
/// <param name="ByArea">Areas in which the agreement has provisions, in the order of the enumeration.</param>
/// <param name="ByChapter">In the order of the agreement.</param>
/// <param name="Series">By month, where it was asked for.</param>
internal sealed record ScoreAnswer(
    string Agreement, DateOnly AsOf, string? Notice, Score Overall, IReadOnlyList<AreaScore> ByArea, IReadOnlyList<ChapterScore> ByChapter, IReadOnlyList<MonthlyScore>? Series);

internal sealed record AreaScore(ImplementationArea Area, Score Score);

internal sealed record ChapterScore(int Chapter, string Title, Score Score);

internal static class ScoreApi
{
    public static void MapScore(this RouteGroupBuilder api) =>
        api.MapGet("/agreements/{agreement}/score", GetAsync).WithTags("Score").Needs(MonitoringPermissions.Read)
            .WithName("GetScore").WithSummary("Compute the implementation score as of a day");

    private static async Task<Ok<ScoreAnswer>> GetAsync(
        AgreementId agreement, MonitoringDb db, Caller caller, TimeProvider time, [Description("The day to look at; today where absent.")] DateOnly? asOf,
        [Description("Whether to add the score at the end of each month since the signature.")] bool? series, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var day = AsOf.OrToday(asOf, time);
        var provisions = await db.Provisions.AsNoTracking().Where(p => p.Agreement == agreement).ToListAsync(cancellationToken);
        var entries = await db.Assessments.AsNoTracking().Where(a => a.Agreement == agreement).CountingAsOf(day).ToListAsync(cancellationToken);
        var latest = Status.LatestAsOf(entries, day);
        Score Of(IEnumerable<Provision> some) => Score.Of([.. some.Select(p => latest.GetValueOrDefault(p.Id)?.Level)]);
        return TypedResults.Ok(new ScoreAnswer(
            agreement.ToString(), day, found.Notice, Of(provisions),
            [.. provisions.GroupBy(p => p.Area).OrderBy(g => g.Key).Select(g => new AreaScore(g.Key, Of(g)))],
            [.. found.Chapters.OrderBy(c => c.Number).Select(c => new ChapterScore(c.Number, c.Title, Of(provisions.Where(p => p.Chapter == c.Number))))],
            series == true ? ScoreSeries.Monthly(provisions, entries, found.SignedOn, day) : null));
    }
}
