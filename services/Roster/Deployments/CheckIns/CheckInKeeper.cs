using Concord.Platform.Sealing;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;

namespace Concord.Roster.Deployments.CheckIns;

/// <summary>Puts what was noted under the seal of the person, and takes it out; the only place that does.</summary>
internal sealed class CheckInKeeper(Sealer sealer)
{
    public async Task<Sealed?> SealAsync(Deployment deployment, CheckInId id, string? note, CancellationToken cancellationToken) =>
        note is null ? null : await sealer.SealAsync(PlaceOf(deployment.Profile, id), note, cancellationToken);

    public async Task<CheckInAnswer> OpenAsync(CheckIn checkIn, CancellationToken cancellationToken) =>
        new(CheckInEntry.Of(checkIn), checkIn.Note is { } held ? await sealer.OpenAsync<string>(PlaceOf(checkIn.Profile, checkIn.Id), held, cancellationToken) : null);

    private static SealedPlace PlaceOf(ProfileId profile, CheckInId id) => new(profile.ToString(), nameof(RosterDb.CheckIns), id.ToString(), nameof(CheckIn.Note), CheckIn.Label);
}
