using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Sharing;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Concord.Roster.SharingAgreements;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Mediators;

/// <summary>A profile is shared by the organization that keeps it and by no other, and only as far and as long as the person consents (R20).</summary>
internal sealed class SharedProfiles(RosterDb db, Atlas atlas, TimeProvider time) : ISharedRecords
{
    public bool MatterTo(Caller caller) => !ProfileSight.SeesBeyond(caller);

    public async Task<SharedRecord> FindToShareAsync(string record, Caller caller, CancellationToken cancellationToken)
    {
        var profile = await db.Profiles.FindForAsync(IdOf(record), caller, cancellationToken);
        return profile.Owner == caller.Organization
            ? Of(profile)
            : throw Fail.Because(RosterReasons.NotTheOwner, "Only the organization that keeps this profile shares it.");
    }

    public async Task<IReadOnlyList<SharedRecord>> SeenAsync(IReadOnlyList<string> records, Caller caller, CancellationToken cancellationToken)
    {
        var ids = records.Select(IdOf).ToList();
        return [.. (await db.Profiles.IgnoreAutoIncludes().SeenBy(caller).Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken)).Select(Of)];
    }

    public async Task<IReadOnlyList<string>> StillConsentedAsync(IReadOnlyList<string> records, DateTime now, CancellationToken cancellationToken)
    {
        var (ids, today) = (records.Select(IdOf).ToList(), DateOnly.FromDateTime(now));
        return [.. (await db.Profiles.Where(p => ids.Contains(p.Id) && p.SharingUntil >= today).Select(p => p.Id).ToListAsync(cancellationToken)).Select(id => id.ToString())];
    }

    public async Task<IReadOnlyList<string>> AgreedWithAsync(string organization, DateTime now, CancellationToken cancellationToken) =>
        [.. (await db.AgreedWithAsync(organization, DateOnly.FromDateTime(now), atlas, cancellationToken)).Select(s => s.Write())];

    public async Task<IReadOnlyList<string>> AgreementsOnAsync(string record, string organization, DateTime now, CancellationToken cancellationToken)
    {
        var (id, names) = (IdOf(record), new List<string>());
        foreach (var sight in await db.AgreedWithAsync(organization, DateOnly.FromDateTime(now), atlas, cancellationToken))
        {
            if (await db.Profiles.Where(p => p.Id == id).AnyAsync(sight.Covered(), cancellationToken))
            {
                names.Add(sight.Agreement);
            }
        }

        return names;
    }

    private SharedRecord Of(Profile profile) => new(profile.Id.ToString(), profile.Classification, profile.Owner, profile.AllowsSharing(DateOnly.FromDateTime(time.Now())));

    private static ProfileId IdOf(string record) => ResourceName.TryParse<ProfileId>(record, out var id) ? id : throw Fail.NotFound(record);
}
