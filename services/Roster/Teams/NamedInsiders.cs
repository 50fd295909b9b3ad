using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Insiders;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Teams;

/// <summary>An insider-reconciler whom a wish names: no training and no function is asked of the person (R17), and that the person has time is for whoever names it to know.</summary>
internal sealed record NamedInsider(Insider Record, InsiderPerson Person)
{
    public ProposedPerson Proposed => new(Record.Id.ToString(), Person.DisplayName, false, Person.Gender, null, [], Record.Classification);

    public Candidate Candidate(DaySpan days) => new(Record.Id.ToString(), Person.Gender, false, [], [], Person.Languages, true, [days], [days], Commitment.Free, [], []);
}

/// <summary>Reads the insider-reconcilers of a wish. Nobody finds one by a search: the caller must know and may read each.</summary>
internal sealed class NamedInsiders(RosterDb db, InsiderKeeper keeper, Caller caller, TimeProvider time)
{
    /// <summary>In one wish: each is taken out of its seal.</summary>
    public const int Most = 20;

    public static bool IsOne(string? name) => name is not null && ResourceName.IsIn(InsiderId.Collection, name);

    /// <exception cref="DomainException">INVALID_FIELD where one does not exist for the caller, or is closed.</exception>
    public async Task<Dictionary<string, NamedInsider>> ReadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, NamedInsider>(StringComparer.Ordinal);
        foreach (var name in names.Where(IsOne).Distinct())
        {
            read[name] = await FindAsync(name, cancellationToken) ?? throw Fail.Invalid("insiderPeople", "There is no insider-reconciler of that name whom you may read.");
        }

        return read;
    }

    private async Task<NamedInsider?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var read = InsiderId.TryParse(name[(InsiderId.Collection.Length + 1)..], out var id) && caller.Holds(RosterPermissions.ReadInsiders);
        var found = read ? await db.Insiders.SeenBy(caller).SingleOrDefaultAsync(i => i.Id == id, cancellationToken) : null;
        return found is { State: InsiderState.Active } && found.ShowsPersonTo(caller, time.Now()) && await keeper.PersonAsync(found, cancellationToken) is { } person ? new NamedInsider(found, person) : null;
    }
}
