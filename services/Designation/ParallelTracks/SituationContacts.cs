using Concord.Contracts.Access;
using Concord.Designation.Contacts;
using Concord.Designation.ParallelTracks.Detection;
using Concord.Designation.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.ParallelTracks;

/// <summary>A contact as the detection needs it from the store, without what was said.</summary>
internal sealed record TrackedContact(
    ContactId Id, DateTime Earliest, DateTime Latest, string PartyKeys, string UnfavourableKeys, IReadOnlyList<ThirdParty> ThirdParties, MadeBy? MadeBy, MeetingKind Kind, ContactLevel? Level,
    IReadOnlyList<string> Topics, bool CoordinatedWithLead, bool Vouched, string Organization, Classification Classification)
{
    public static TrackedContact Of(Contact c) =>
        new(c.Id, c.Earliest, c.Latest, c.PartyKeys, c.UnfavourableKeys, c.ThirdParties, c.MadeBy, c.Kind, c.Level, c.Topics, c.CoordinatedWithLead, c.Vouched, c.Organization, c.Classification);

    public ContactEvent Event(Arrangement arrangement)
    {
        var unfavourable = ActorKey.Split(UnfavourableKeys);
        string[] thirdParties = [.. ThirdParties.Select(t => ActorKey.Of(t.Organization, t.Label))];
        var covered = Vouched || arrangement.Covers(thirdParties.Concat(new[] { MadeBy?.Organization, CoordinatedWithLead ? Organization : null }.OfType<string>()), Earliest, Latest);
        return new ContactEvent(
            Id.Value, Earliest, Latest, [.. ActorKey.Split(PartyKeys).Select(key => new EngagedParty(key, unfavourable.Contains(key)))], thirdParties, Kind, Level, [.. Topics.Select(ActorKey.Fold)], covered);
    }
}

internal static class SituationContacts
{
    /// <summary>So many parties are asked for one by one; of more, everything is read once.</summary>
    private const int MostParties = 20;

    /// <summary>The contacts that count, of these parties or of all.</summary>
    public static async Task<List<TrackedContact>> OfSituationAsync(this DesignationDb db, string situation, IReadOnlyCollection<string>? parties, CancellationToken cancellationToken)
    {
        var contacts = db.Contacts.AsNoTracking().Where(c => c.Situation == situation && c.State == ContactState.Recorded);
        if (parties is null || parties.Count > MostParties)
        {
            return await TrackedAsync(contacts, cancellationToken);
        }

        List<TrackedContact> found = [];
        foreach (var party in parties)
        {
            var key = ActorKey.InList(party);
            found.AddRange(await TrackedAsync(contacts.Where(c => c.PartyKeys.Contains(key)), cancellationToken));
        }

        return [.. found.DistinctBy(c => c.Id)];
    }

    private static Task<List<TrackedContact>> TrackedAsync(IQueryable<Contact> contacts, CancellationToken cancellationToken) => contacts
        .Select(c => new TrackedContact(
            c.Id, c.Earliest, c.Latest, c.PartyKeys, c.UnfavourableKeys, c.ThirdParties, c.MadeBy, c.Kind, c.Level, c.Topics, c.CoordinatedWithLead, c.Vouched, c.Organization, c.Classification)).ToListAsync(cancellationToken);
}
