using Concord.Platform.Persistence;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SharingAgreements;

/// <summary>What agreements open, as a request carries it.</summary>
internal static class AgreementSights
{
    public static AgreedSight Of(SharingAgreement agreement, Atlas atlas, DateOnly day)
    {
        var scope = agreement.Scope;
        return new AgreedSight(
            agreement.Id.ToString(), agreement.Owner, day, [.. scope.SeniorityLevels!], [.. scope.Expertise!], [.. scope.Languages!], [.. scope.Regions!], [.. scope.Regions!.SelectMany(atlas.Within).Distinct()],
            [.. scope.People!.Select(name => ResourceName.TryParse<ProfileId>(name, out var id) ? id.Value : default)], [.. agreement.Fields]);
    }

    public static async Task<IReadOnlyList<AgreedSight>> AgreedWithAsync(this RosterDb db, string organization, DateOnly day, Atlas atlas, CancellationToken cancellationToken) =>
        [.. (await db.SharingAgreements.AsNoTracking().IgnoreAutoIncludes().OpenTo(organization, day).OrderBy(a => a.Id).ToListAsync(cancellationToken)).Select(a => Of(a, atlas, day))];
}
