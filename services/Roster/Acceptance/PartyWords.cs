using Concord.Designation.V1;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Acceptance;

/// <summary>What parties say of people at the moment of a search, read from the store: so an entry counts at once, whichever replica is asked.</summary>
internal sealed class PartyWords(RosterDb db, DesignationService.DesignationServiceClient designation, Caller caller)
{
    /// <summary>Refuses, under the name of the wish, whoever may not read what parties of that process say.</summary>
    public async Task<TakenPeople> ReadAsync(AcceptabilityNeed need, CancellationToken cancellationToken)
    {
        if (!await designation.OpensAcceptancesAsync(need.Process, caller, cancellationToken))
        {
            throw Fail.Invalid("acceptability.process", "No process for you of which you read what parties say of people.");
        }

        var process = need.Process;
        var people = db.TakenSeenBy(caller);
        // Columns and no records: of those who are not shown nothing is entered as read.
        var said = await db.PersonAcceptances.Where(a => a.Process == process && a.WithdrawTime == null)
            .Join(people, a => a.Profile, p => p.Id, (a, p) => new SaidOfPerson(a.Id, a.Profile, p.MergedInto, a.Party, a.Position, a.On, a.CreateTime)).ToListAsync(cancellationToken);
        return new TakenPeople(said, need.Wanted);
    }
}
