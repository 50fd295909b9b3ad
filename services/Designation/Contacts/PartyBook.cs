using Concord.Designation.Parties;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Contacts;

/// <summary>
/// Which registered party a contact speaks of: by its name or an alias, where only one is called so, and of two entries that turned out to be one the one that stands. Otherwise what one file says of a party
/// and what another record says of it would be two parties, and tracks that run beside each other would not be seen (R48).
/// </summary>
internal sealed class PartyBook
{
    private readonly Dictionary<string, string> _standing;
    private readonly Dictionary<string, string> _called;
    private readonly Dictionary<string, Party> _entries;

    private PartyBook(IReadOnlyCollection<Party> parties)
    {
        var byId = parties.ToDictionary(p => p.Id);
        _entries = parties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        _standing = parties.ToDictionary(p => p.Name, p => Standing(p).Name, StringComparer.Ordinal);
        _called = parties.SelectMany(p => p.Fields.Keys().Select(key => (Key: key, _standing[p.Name]))).Distinct()
            .GroupBy(n => n.Key, n => n.Item2, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);

        Party Standing(Party party)
        {
            for (var steps = 0; steps < parties.Count && party.MergedInto is { } into && byId.TryGetValue(into, out var next); steps++)
            {
                party = next;
            }

            return party;
        }
    }

    public static async Task<PartyBook> LoadAsync(DesignationDb db, ProcessId process, CancellationToken cancellationToken) =>
        new(await db.Parties.AsNoTracking().Where(p => p.Process == process).ToListAsync(cancellationToken));

    /// <summary>With what this commit changes of the parties, saved or not.</summary>
    public static async Task<PartyBook> LoadChangedAsync(DesignationDb db, ProcessId process, CancellationToken cancellationToken)
    {
        await db.Parties.Where(p => p.Process == process).LoadAsync(cancellationToken);
        return new PartyBook([.. db.Parties.Local.Where(p => p.Process == process)]);
    }

    /// <summary>The entry that stands for what was known by this key; null where it is registered by no name.</summary>
    public Party? Of(string key) => (_standing.GetValueOrDefault(key) ?? EntryOf(null, key)) is { } entry ? _entries[entry] : null;

    /// <summary>By what it is known to be the same party.</summary>
    public string KeyOf(ContactParty party) => ActorKey.Of(EntryOf(party.Party, party.Label) ?? party.Party, party.Label);

    /// <summary>The same contact, of registered parties as far as it names them; what names none stays in words.</summary>
    public ContactTerms Name(ContactTerms terms) => terms.Parties is null ? terms : terms with { Parties = [.. terms.Parties.Select(Named)] };

    /// <summary>Refuses a contact that names a party which is none of this process.</summary>
    public void RequireKnown(Contact contact)
    {
        var check = new Violations();
        foreach (var (i, party) in contact.Parties.Index())
        {
            check.Check(party.Party is null || _standing.ContainsKey(party.Party), $"parties[{i}].party", "No such party of this process.");
        }

        check.ThrowIfAny();
    }

    // As it was sent, before anything of it is checked: an entry of the list may be null.
    private ContactParty Named(ContactParty? party) => EntryOf(party?.Party, party?.Label) is { } entry ? party! with { Party = entry } : party!;

    /// <summary>Name of the entry that stands; by its name alone where one is said, else by what the party is called.</summary>
    private string? EntryOf(string? party, string? label) => (party, label) switch
    {
        ({ } name, _) => _standing.GetValueOrDefault(name),
        (null, { } called) when PartyNames.KeyOf(string.Concat(called.EnumerateRunes())) is { } key => _called.GetValueOrDefault(key),
        _ => null,
    };
}
