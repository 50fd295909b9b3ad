using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Compartments;

/// <summary>Who let themselves in, or was named by somebody who had.</summary>
/// <param name="Member">The membership.</param>
/// <param name="Account">Resource name of the account.</param>
/// <param name="DisplayName">The person's name, for whoever decides.</param>
/// <param name="UntilTime">When it ends by itself, UTC.</param>
internal sealed record BrokenGlass(string Member, string Account, string DisplayName, DateTime UntilTime);

/// <summary>Puts what came of an emergency in front of somebody: the keepers; where there is none, those who are named or kept it before; where there is nobody of them, the auditors, and without those the administrators.</summary>
internal sealed class BreakGlassReview(IdentityDb db, EmergencyPlaces places, BreakGlassNotice notice)
{
    /// <summary>Asks, and tells by mail, with the caller's next save.</summary>
    /// <param name="compartment">Of which process.</param>
    /// <param name="came">The membership that came of the emergency.</param>
    /// <param name="displayName">Whose.</param>
    /// <param name="by">Who let himself in.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task AskAsync(Compartment compartment, Membership came, string displayName, Caller by, DateTime now, CancellationToken cancellationToken)
    {
        var (audience, asked) = await FindAsync(compartment, came.Account, by.Subject, now, cancellationToken);
        // Auditors and administrators are told that it happened, and by whom; what was written for the few is not for them.
        var reason = audience is Keepers.Auditors or Keepers.Administrators ? null : came.Reason;
        var act = db.Propose(ReviewBreakGlass.ActName, compartment.Id.ToString(), new BrokenGlass(came.Id.ToString(), came.Account.ToString(), displayName, came.UntilTime), audience, reason,
            by with { RightsUntil = null }, now); // it has happened: it is seen, however soon his right ends
        notice.Tell(asked, act, now);
    }

    // Neither who came in an emergency nor whom he names answers for it, nor does another who came in one.
    private async Task<(string Audience, List<Account> Asked)> FindAsync(Compartment compartment, AccountId came, string by, DateTime now, CancellationToken cancellationToken)
    {
        var unsettled = await places.UnsettledAsync(compartment.Id, compartment.Members, cancellationToken);
        var others = compartment.Members.Where(m => !m.IsEmergency && !unsettled.Contains(m.Account) && m.Account != came && m.Account.ToString() != by).ToList();
        var keepers = await OpenAsync(others.Where(m => m.Keeper && m.IsCurrent(now)), now, cancellationToken);
        if (keepers.Count > 0)
        {
            return (Keepers.Of(compartment.Id), keepers);
        }

        var left = await OpenAsync(others.Where(m => (m.Keeper && !m.PutOut) || m.IsCurrent(now)), now, cancellationToken);
        if (left.Count > 0)
        {
            return (Keepers.Beside(compartment.Id), left);
        }

        var auditors = await WithRoleAsync(Roles.Auditor, now, cancellationToken);
        return auditors.Exists(IsAnother)
            ? (Keepers.Auditors, auditors.FindAll(IsAnother))
            : (Keepers.Administrators, (await WithRoleAsync(Roles.Administrator, now, cancellationToken)).FindAll(IsAnother));

        bool IsAnother(Account account) => account.Id != came && account.Id.ToString() != by;
    }

    private async Task<List<Account>> OpenAsync(IEnumerable<Membership> members, DateTime now, CancellationToken cancellationToken)
    {
        List<AccountId> people = [.. members.Select(m => m.Account).Distinct()];
        List<Account> open = [];
        foreach (var person in await db.Accounts.Where(a => people.Contains(a.Id) && a.Active).AsNoTracking().ToListAsync(cancellationToken))
        {
            if (await db.ClearedUntilAsync(person, now, cancellationToken) is not null)
            {
                open.Add(person);
            }
        }

        return open;
    }

    // Roles are one text in the store, so that they are looked at here; it is asked where nobody else is left, and so hardly ever.
    private async Task<List<Account>> WithRoleAsync(string role, DateTime now, CancellationToken cancellationToken)
    {
        var granted = await db.Grants.Where(g => g.Role == role && g.EndTime == null && g.UntilTime > now).Select(g => g.Account).ToListAsync(cancellationToken);
        return (await db.Accounts.Where(a => a.Active).AsNoTracking().ToListAsync(cancellationToken)).FindAll(a => a.Roles.Contains(role) || granted.Contains(a.Id));
    }
}

/// <summary>Something came of an emergency: whoever is asked agrees afterwards, or ends it.</summary>
internal sealed class ReviewBreakGlass(IdentityDb db, EmergencyPlaces places, BreakGlassNotice notice, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "compartments.breakGlass";

    public string Name => ActName;
    public bool IsWithdrawable => false;

    // It counts already; that somebody else agreed is what is kept.
    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        await LoadForAsync(act, approver, cancellationToken);
        await notice.DropAsync(act, cancellationToken);
    }

    public async Task RejectedAsync(ProposedAct act, Caller by, CancellationToken cancellationToken)
    {
        var found = await LoadForAsync(act, by, cancellationToken);
        await notice.DropAsync(act, cancellationToken);
        var came = act.Read<BrokenGlass>().Member;
        if (found.Members.SingleOrDefault(m => m.Id.ToString() == came) is { } membership)
        {
            found.Undo(membership, act.DecisionReason ?? "", by.Subject, time.Now());
        }
    }

    // Rejecting it would end it as well, before those who are asked have looked.
    private async Task<Compartment> LoadForAsync(ProposedAct act, Caller decider, CancellationToken cancellationToken)
    {
        var found = await CompartmentApi.LoadAsync(db, NameInCompartment.Named(act), cancellationToken);
        var unsettled = await places.UnsettledAsync(found.Id, found.Members, cancellationToken);
        return !decider.IsAnyOf(act.Read<BrokenGlass>().Account) && (!ResourceName.TryParse<AccountId>(decider.Subject, out var account) || !unsettled.Contains(account))
            ? found
            : throw Fail.Because(PlatformReasons.FourEyesRequired, "Who came of an emergency decides on none.");
    }
}
