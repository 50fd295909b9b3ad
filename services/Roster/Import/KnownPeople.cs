using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Import;

/// <summary>Whom a reference means.</summary>
/// <param name="Reference">As it is kept.</param>
/// <param name="Profile">Null where the caller does not see the person.</param>
internal sealed record KnownPerson(PersonReference Reference, Profile? Profile);

/// <summary>Who of an organization's people is known by the references of a table, and who is entered by it.</summary>
internal sealed class KnownPeople
{
    private const int AtOnce = 500;
    private readonly Dictionary<string, KnownPerson> _byReference = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _owner;
    private readonly List<object> _entered = [];

    private KnownPeople(string owner) => _owner = owner;

    /// <summary>To be added to the store, where it is to be done.</summary>
    public IReadOnlyList<object> Entered => _entered;

    /// <param name="db">The roster.</param>
    /// <param name="owner">Whose people they are.</param>
    /// <param name="references">Of the table.</param>
    /// <param name="caller">Sees some of them.</param>
    /// <param name="toLook">They are not to be changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<KnownPeople> LoadAsync(RosterDb db, string owner, IEnumerable<string?> references, Caller caller, bool toLook, CancellationToken cancellationToken)
    {
        var known = new KnownPeople(owner);
        var (people, links) = toLook ? (db.Profiles.AsNoTracking(), db.PersonReferences.AsNoTracking()) : (db.Profiles, db.PersonReferences.AsQueryable());
        foreach (var some in references.OfType<string>().Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var found = await links.Where(r => r.Owner == owner && some.Contains(r.Reference)).ToListAsync(cancellationToken);
            List<ProfileId> ids = [.. found.Select(r => r.Profile)];
            var seen = await people.SeenBy(caller).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
            foreach (var reference in found)
            {
                known._byReference[reference.Reference] = new KnownPerson(reference, seen.GetValueOrDefault(reference.Profile));
            }
        }

        return known;
    }

    public KnownPerson? Find(string reference) => _byReference.GetValueOrDefault(reference);

    public PersonRowAnswer Enter(PersonRow row, Profile profile, PersonTerms terms)
    {
        _entered.Add(profile);
        _entered.Add(new PersonReference { Owner = _owner, Reference = terms.Reference!, Profile = profile.Id, Digest = terms.Digest });
        return new PersonRowAnswer(row.Line, PersonRowOutcome.New, profile.Id.ToString());
    }
}
