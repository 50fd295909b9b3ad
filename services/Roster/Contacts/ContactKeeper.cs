using Concord.Contracts.Access;
using Concord.Platform.Sealing;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Contacts;

/// <summary>Puts contacts under seal and takes them out; the only place that does.</summary>
internal sealed class ContactKeeper(RosterDb db, Sealer sealer)
{
    public async Task KeepAsync(Profile profile, ContactData data, DateTime now, CancellationToken cancellationToken)
    {
        var content = await sealer.SealAsync(PlaceOf(profile.Id, profile.ContactClassification), data, cancellationToken);
        if (await FindAsync(profile.Id, cancellationToken) is { } held)
        {
            held.Replace(content, now);
        }
        else
        {
            db.Add(new ProfileContacts(profile.Id, content, now));
        }

        profile.KeepContacts(data.Kinds(), now);
    }

    /// <returns>Null where none are kept.</returns>
    public async Task<(ContactData Data, DateTime UpdateTime)?> OpenAsync(Profile profile, CancellationToken cancellationToken)
    {
        var held = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Profile == profile.Id, cancellationToken);
        return held is null ? null : (await sealer.OpenAsync<ContactData>(PlaceOf(profile.Id, profile.ContactClassification), held.Content, cancellationToken), held.UpdateTime);
    }

    public async Task RemoveAsync(ProfileId profile, CancellationToken cancellationToken)
    {
        if (await FindAsync(profile, cancellationToken) is { } held)
        {
            db.Remove(held);
        }
    }

    /// <summary>Contacts are bound to the classification of their profile; where that has changed, they are sealed anew.</summary>
    public async Task FollowAsync(Profile profile, Classification before, CancellationToken cancellationToken)
    {
        if (profile.ContactClassification != before && await FindAsync(profile.Id, cancellationToken) is { } held)
        {
            var data = await sealer.OpenAsync<ContactData>(PlaceOf(profile.Id, before), held.Content, cancellationToken);
            held.Reseal(await sealer.SealAsync(PlaceOf(profile.Id, profile.ContactClassification), data, cancellationToken));
        }
    }

    private Task<ProfileContacts?> FindAsync(ProfileId profile, CancellationToken cancellationToken) => db.Contacts.SingleOrDefaultAsync(c => c.Profile == profile, cancellationToken);

    private static SealedPlace PlaceOf(ProfileId profile, Classification label) => new(profile.ToString(), nameof(RosterDb.Contacts), profile.ToString(), nameof(ProfileContacts.Content), label);
}
