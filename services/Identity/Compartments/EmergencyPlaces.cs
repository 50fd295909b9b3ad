using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.FourEyes;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Compartments;

/// <summary>
/// Who is in a compartment, or was last, by an emergency that nobody has agreed to: by letting himself in, or named by somebody who had. Such a person answers for nothing there, neither for the emergency nor for
/// another one, until somebody else agrees or a keeper of another kind names him.
/// </summary>
internal sealed class EmergencyPlaces(IdentityDb db)
{
    /// <param name="compartment">Of which process.</param>
    /// <param name="members">Of that compartment: those in question, and all who ever let themselves in.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlySet<AccountId>> UnsettledAsync(CompartmentId compartment, IReadOnlyCollection<Membership> members, CancellationToken cancellationToken)
    {
        var emergencies = members.Where(m => m.IsEmergency).ToList();
        var came = members.GroupBy(m => m.Account).Select(own => own.MaxBy(m => (m.CreateTime, m.Id.Value))!).Where(last => last.IsEmergency || emergencies.Exists(e => IsNamedIn(e, last))).ToList();
        if (came.Count == 0)
        {
            return new HashSet<AccountId>();
        }

        var record = compartment.ToString();
        var agreed = (await db.Set<ProposedAct>().AsNoTracking().Where(a => a.Record == record && a.Act == ReviewBreakGlass.ActName && a.State == ProposedActState.Approved).ToListAsync(cancellationToken))
            .Select(a => a.Read<BrokenGlass>().Member).ToHashSet();
        return came.Where(m => !agreed.Contains(m.Id.ToString())).Select(m => m.Account).ToHashSet();
    }

    private static bool IsNamedIn(Membership emergency, Membership named) =>
        named.NamedBy == emergency.Account.ToString() && emergency.CreateTime <= named.CreateTime && named.CreateTime <= (emergency.EndTime ?? emergency.UntilTime);
}
