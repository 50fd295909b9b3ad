using Concord.Platform.Idempotency;
using Concord.Platform.Sealing;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Assessments;

/// <summary>Puts what assessments say under the seal of the person assessed, and takes it out; the only place that does.</summary>
internal sealed class AssessmentKeeper(RosterDb db, Sealer sealer)
{
    /// <param name="profile">Of the person assessed.</param>
    /// <param name="id">Of the assessment.</param>
    /// <param name="column">As the model calls it.</param>
    /// <param name="value">What is sealed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Sealed> SealAsync<T>(ProfileId profile, AttributeAssessmentId id, string column, T value, CancellationToken cancellationToken) =>
        sealer.SealAsync(PlaceOf(profile, id, column), value, cancellationToken);

    public async Task<AttributeAssessmentAnswer> OpenAsync(AttributeAssessment assessment, CancellationToken cancellationToken)
    {
        Task<T> PartAsync<T>(string column, Sealed value) => sealer.OpenAsync<T>(PlaceOf(assessment.Profile, assessment.Id, column), value, cancellationToken);
        return AttributeAssessmentAnswer.Of(
            assessment,
            await PartAsync<AssessmentText>(nameof(AttributeAssessment.Text), assessment.Text),
            assessment.Reply is { } reply ? await PartAsync<string>(nameof(AttributeAssessment.Reply), reply) : null,
            assessment.WithdrawReason is { } reason ? await PartAsync<string>(nameof(AttributeAssessment.WithdrawReason), reason) : null);
    }

    /// <summary>The person is erased: nothing stays of what was found, nor of the answers that are kept of it.</summary>
    public async Task ForgetAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        foreach (var assessment in await db.Assessments.Where(a => a.Profile == profile).ToListAsync(cancellationToken))
        {
            db.Remove(assessment);
            await db.ForgetAnswersAsync($"me/profile/{assessment.Id}", cancellationToken); // as the address of a reply begins
        }
    }

    private static SealedPlace PlaceOf(ProfileId profile, AttributeAssessmentId id, string column) => new(profile.ToString(), nameof(RosterDb.Assessments), id.ToString(), column, AttributeAssessment.Label);
}
