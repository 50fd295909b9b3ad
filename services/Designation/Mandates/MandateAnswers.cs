using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Mandates;

/// <summary>A mandate and how it stands today.</summary>
/// <param name="Organization">Whom it mandates; absent where that is no registered organization.</param>
/// <param name="ExpireOn">Its last day, as the last renewal says; absent where no text sets one.</param>
/// <param name="Standing">By today's date in UTC.</param>
/// <param name="Renewals">Oldest first.</param>
internal sealed record MandateAnswer(
    string Name, string Process, string? Organization, string? OrganizationDisplayName, string Organ, string Reference, DateOnly AdoptedOn, string Summary, DateOnly? ExpireOn, MandateStanding Standing,
    IReadOnlyList<DocumentReference> Documents, IReadOnlyList<RenewalAnswer> Renewals, Signature RegisteredBy, DateTime CreateTime, DateTime? EndTime, string? EndReason, Signature? EndedBy, string Etag);

/// <summary>One prolongation.</summary>
/// <param name="ExpiredOnBefore">The last day that it prolonged; absent where there was none.</param>
/// <param name="ExpireOn">The last day since; absent where it sets none.</param>
internal sealed record RenewalAnswer(string Reference, DateOnly AdoptedOn, DateOnly? ExpiredOnBefore, DateOnly? ExpireOn, IReadOnlyList<DocumentReference> Documents, Signature RegisteredBy, DateTime Time);

internal static class MandateAnswers
{
    public static async Task<MandateAnswer> ToAnswerAsync(this DesignationDb db, Mandate mandate, DateTime now, CancellationToken cancellationToken) =>
        (await db.ToAnswersAsync([mandate], now, cancellationToken))[0];

    public static async Task<IReadOnlyList<MandateAnswer>> ToAnswersAsync(this DesignationDb db, IReadOnlyList<Mandate> mandates, DateTime now, CancellationToken cancellationToken)
    {
        var ids = mandates.Select(m => m.Id).ToList();
        var renewals = (await db.MandateRenewals.AsNoTracking().Where(r => ids.Contains(r.Mandate)).OrderBy(r => r.CreateTime).ThenBy(r => r.Id).ToListAsync(cancellationToken)).ToLookup(r => r.Mandate);
        var names = await db.NamesAsync(mandates.Select(m => m.Organization).OfType<string>(), cancellationToken);
        var today = DateOnly.FromDateTime(now);
        return [.. mandates.Select(m => new MandateAnswer(
            m.Name, m.Process.ToString(), m.Organization, m.Organization is null ? null : names.Of(m.Organization), m.Organ, m.Reference, m.AdoptedOn, m.Summary, m.ExpireOn, m.StandingOn(today), m.Documents,
            [.. renewals[m.Id].Select(r => new RenewalAnswer(r.Reference, r.AdoptedOn, r.ExpiredOnBefore, r.ExpireOn, r.Documents, r.RegisteredBy, r.CreateTime))],
            m.RegisteredBy, m.CreateTime, m.EndTime, m.EndReason, m.EndedBy, ETag.Of(m)))];
    }
}
