using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Import;

/// <summary>Somebody whom a row means.</summary>
/// <param name="Reference">As it is kept; null where the person has none.</param>
/// <param name="Profile">Null where the caller does not see the person.</param>
internal sealed record KnownPerson(PersonReference? Reference, Profile? Profile);

/// <summary>Who of an organization's people is known by the references and the names of a table, and who is entered by it.</summary>
internal sealed class KnownPeople
{
    private const int AtOnce = 500;
    private readonly Dictionary<string, KnownPerson> _byReference = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<ProfileId, KnownPerson> _byName = [];
    private readonly string _owner;
    private readonly List<object> _entered = [];

    private KnownPeople(string owner) => _owner = owner;

    /// <summary>To be added to the store, where it is to be done.</summary>
    public IReadOnlyList<object> Entered => _entered;

    /// <param name="db">The roster.</param>
    /// <param name="owner">Whose people they are.</param>
    /// <param name="rows">Of the table.</param>
    /// <param name="caller">Sees some of them.</param>
    /// <param name="toLook">They are not to be changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<KnownPeople> LoadAsync(RosterDb db, string owner, IReadOnlyList<PersonTerms> rows, Caller caller, bool toLook, CancellationToken cancellationToken)
    {
        var known = new KnownPeople(owner);
        var (people, links) = toLook ? (db.Profiles.AsNoTracking(), db.PersonReferences.AsNoTracking()) : (db.Profiles, db.PersonReferences.AsQueryable());
        foreach (var some in rows.Select(r => r.Reference).OfType<string>().Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var found = await links.Where(r => r.Owner == owner && some.Contains(r.Reference)).ToListAsync(cancellationToken);
            List<ProfileId> ids = [.. found.Select(r => r.Profile)];
            var seen = await people.SeenBy(caller).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
            foreach (var reference in found)
            {
                known._byReference[reference.Reference] = new KnownPerson(reference, seen.GetValueOrDefault(reference.Profile));
            }
        }

        foreach (var ids in rows.Select(r => r.Profile).OfType<ProfileId>().Distinct().Chunk(AtOnce))
        {
            var found = await links.Where(r => ids.Contains(r.Profile)).ToDictionaryAsync(r => r.Profile, cancellationToken);
            foreach (var person in await people.SeenBy(caller).Where(p => p.Owner == owner && ids.Contains(p.Id)).ToListAsync(cancellationToken))
            {
                known._byName[person.Id] = new KnownPerson(found.GetValueOrDefault(person.Id), person);
            }
        }

        return known;
    }

    /// <summary>Alike for rows that mean one person, however they say whom; null where a row says it not at all.</summary>
    public string? KeyOf(PersonTerms terms) => terms.Profile is { } name ? name.ToString()
        : terms.Reference is { } reference ? _byReference.GetValueOrDefault(reference)?.Reference?.Profile.ToString() ?? reference.ToUpperInvariant() : null;

    /// <summary>Whom the row means; null where it is somebody new. Refuses a row that names nobody whom the caller may see, alike whether or not there is such a person, and one that names two.</summary>
    public KnownPerson? Find(PersonRow row, PersonTerms terms)
    {
        var byReference = terms.Reference is { } reference ? _byReference.GetValueOrDefault(reference) : null;
        if (terms.Profile is not { } name)
        {
            return byReference;
        }

        if (_byName.GetValueOrDefault(name) is not { } named)
        {
            row.Refuse(PersonColumns.Profile, "This name cannot be used.");
            return null;
        }

        if (byReference is null ? terms.Reference is not null && named.Reference is not null : byReference.Reference!.Profile != name)
        {
            row.Refuse(PersonColumns.Reference, "The person is known by another reference.");
        }

        return named;
    }

    public PersonRowAnswer Enter(PersonRow row, Profile profile, PersonTerms terms)
    {
        _entered.Add(profile);
        Know(profile, terms);
        return new PersonRowAnswer(row.Line, PersonRowOutcome.New, profile.Id.ToString());
    }

    /// <summary>From now on the person is known by the reference of the row.</summary>
    public void Know(Profile profile, PersonTerms terms) =>
        _entered.Add(new PersonReference { Owner = _owner, Reference = terms.Reference!, Profile = profile.Id, Digest = terms.Digest });
}
