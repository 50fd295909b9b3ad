using Concord.Monitoring.Assessments;
using Concord.Monitoring.Leads;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Persistence;
using Concord.Monitoring.Schedule;
using Concord.Monitoring.Scores;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Agreements;

/// <summary>An agreement as a caller sees it.</summary>
internal static class Overview
{
    /// <summary>The entry of a list.</summary>
    public static AgreementAnswer Brief(Agreement a, ProcessLead? lead, IEnumerable<TitleTranslation> translations, Caller caller) => new()
    {
        Name = a.Id.ToString(),
        Title = a.Title,
        ShortTitle = a.ShortTitle,
        SignedOn = a.SignedOn,
        Place = a.Place,
        Process = caller.SeesProcessOf(a) ? a.Process : null,
        PaxId = a.PaxId,
        Classification = a.Classification,
        Language = a.Language,
        Translations = [.. translations],
        Notice = a.Notice,
        Source = a.Source,
        Lead = caller.SeesProcessOf(a) ? AgreementLead.Of(lead) : null,
        CreateTime = a.CreateTime,
        Etag = ETag.Of(a),
    };

    /// <summary>The whole, as of a day.</summary>
    public static async Task<AgreementAnswer> OfAsync(MonitoringDb db, Agreement a, DateOnly day, Caller caller, CancellationToken cancellationToken)
    {
        var lead = await db.ProcessLeads.AsNoTracking().Include(l => l.Log).SingleOrDefaultAsync(l => l.Process == a.Process, cancellationToken);
        var translations = await TitlesAsync(db, [a.Id], cancellationToken);
        return Brief(a, lead, translations[a.Id], caller) with
        {
            Lead = caller.SeesProcessOf(a) ? AgreementLead.AsOf(lead, day) : null,
            Summary = await SummaryAsync(db, a, day, cancellationToken),
            Parties = [.. a.Parties.OrderBy(p => p.Ordinal).Select(p => new PartyAnswer(p.Key, p.Name, p.Kind, p.Organization))],
            Chapters = [.. a.Chapters.OrderBy(c => c.Number).Select(c => new ChapterAnswer(c.Number, c.Title))],
            Anchors = [.. a.Anchors.OrderBy(x => x.Ordinal).Select(x => Of(x, day))],
        };
    }

    /// <summary>What agreements are called in other languages, in the order of these.</summary>
    public static async Task<ILookup<AgreementId, TitleTranslation>> TitlesAsync(MonitoringDb db, IReadOnlyList<AgreementId> agreements, CancellationToken cancellationToken) =>
        (await db.AgreementTranslations.Where(t => agreements.Contains(t.Agreement)).OrderBy(t => t.Language)
            .Select(t => new { t.Agreement, t.Language, t.Title, t.ShortTitle, t.MachineMade }).ToListAsync(cancellationToken))
        .ToLookup(t => t.Agreement, t => new TitleTranslation(t.Language, t.Title, t.ShortTitle, t.MachineMade));

    private static AnchorAnswer Of(Anchor anchor, DateOnly day) => new(
        anchor.Key, anchor.Title, anchor.PlannedOn, anchor.DateAsOf(day), anchor.OccurredAsOf(day),
        [.. anchor.ChangesAsOf(day).Select(c => new AnchorChangeAnswer(c.DecidedOn, c.NewDate, c.Reason, c.Report, c.Segment, c.RecordedBy, c.RecordTime))]);

    private static async Task<AgreementSummary> SummaryAsync(MonitoringDb db, Agreement agreement, DateOnly day, CancellationToken cancellationToken)
    {
        var provisions = await db.Provisions.Where(p => p.Agreement == agreement.Id).Select(p => p.Id).ToListAsync(cancellationToken);
        var entries = await db.Assessments.AsNoTracking().Where(e => e.Agreement == agreement.Id).CountingAsOf(day).ToListAsync(cancellationToken);
        var latest = Status.LatestAsOf(entries, day);
        var standings = Standings.AsOf(agreement, await db.MilestonesAsync(agreement.Id, cancellationToken), day);
        return new AgreementSummary
        {
            AsOf = day,
            Score = Score.Of([.. provisions.Select(p => latest.GetValueOrDefault(p)?.Level)]),
            Levels = [.. Enumerable.Range(0, Assessment.FullLevel + 1).Select(level => new LevelCount(level, latest.Values.Count(e => e.Level == level)))],
            Reversals = latest.Values.Count(e => e.Reversal),
            Milestones = standings.Milestones.Count,
            MilestoneStates = [.. Enum.GetValues<MilestoneState>().Select(state => new StateCount(state, standings.Milestones.Count(m => m.State == state)))],
            Blocked = standings.Milestones.Count(m => m.Conditions.Contains(MilestoneCondition.Blocked)),
            AtRisk = standings.Milestones.Count(m => m.Conditions.Contains(MilestoneCondition.AtRisk)),
            Overdue = standings.Milestones.Count(m => m.Conditions.Contains(MilestoneCondition.Overdue)),
            ForecastFinish = standings.Schedule.ForecastFinish,
        };
    }
}
