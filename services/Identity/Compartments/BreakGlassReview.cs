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

/// <summary>Puts what came of an emergency in front of somebody: the keepers; where there is none, those who are named or kept it before; where there is nobody of them, the auditors.</summary>
internal sealed class BreakGlassReview(IdentityDb db, BreakGlassNotice notice)
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
        // Auditors are told that it happened, and by whom; what was written for the few is not for them.
        var reason = audience == Keepers.Auditors ? null : came.Reason;
        var act = db.Propose(ReviewBreakGlass.ActName, compartment.Id.ToString(), new BrokenGlass(came.Id.ToString(), came.Account.ToString(), displayName, came.UntilTime), audience, reason,
            by with { RightsUntil = null }, now); // it has happened: it is seen, however soon his right ends
        notice.Tell(asked, act, now);
    }

    // Neither who came in an emergency nor whom he names answers for it, nor does another who came in one.
    private async Task<(string Audience, List<Account> Asked)> FindAsync(Compartment compartment, AccountId came, string by, DateTime now, CancellationToken cancellationToken)
    {
        var others = compartment.Members.Where(m => !m.IsEmergency && m.Account != came && m.Account.ToString() != by).ToList();
        var keepers = await OpenAsync(others.Where(m => m.Keeper && m.IsCurrent(now)), now, cancellationToken);
        if (keepers.Count > 0)
        {
            return (Keepers.Of(compartment.Id), keepers);
        }

        var left = await OpenAsync(others.Where(m => m.Keeper || m.IsCurrent(now)), now, cancellationToken);
        return left.Count > 0
            ? (Keepers.Beside(compartment.Id), left)
            : (Keepers.Auditors, (await AuditorsAsync(now, cancellationToken)).FindAll(a => a.Id != came && a.Id.ToString() != by));
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
    private async Task<List<Account>> AuditorsAsync(DateTime now, CancellationToken cancellationToken)
    {
        var granted = await db.Grants.Where(g => g.Role == Roles.Auditor && g.EndTime == null && g.UntilTime > now).Select(g => g.Account).ToListAsync(cancellationToken);
        return (await db.Accounts.Where(a => a.Active).AsNoTracking().ToListAsync(cancellationToken)).FindAll(a => a.Roles.Contains(Roles.Auditor) || granted.Contains(a.Id));
    }
}

/// <summary>Something came of an emergency: whoever is asked agrees afterwards, or ends it.</summary>
internal sealed class ReviewBreakGlass(IdentityDb db, BreakGlassNotice notice, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "compartments.breakGlass";

    public string Name => ActName;
    public bool IsWithdrawable => false;

    // It counts already; that somebody else agreed is what is kept.
    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var (came, now) = (act.Read<BrokenGlass>(), time.Now());
        var found = await CompartmentApi.LoadAsync(db, NameInCompartment.Named(act), cancellationToken);
        if (approver.IsAnyOf(came.Account) || found.Members.Any(m => m.IsCurrent(now) && m.NamedBy == act.ProposedBy && m.Account.ToString() == approver.Subject))
        {
            throw Fail.Because(PlatformReasons.FourEyesRequired, "Who came of the emergency does not agree to it.");
        }

        await notice.DropAsync(act, cancellationToken);
    }

    public async Task RejectedAsync(ProposedAct act, Caller by, CancellationToken cancellationToken)
    {
        await notice.DropAsync(act, cancellationToken);
        var found = await CompartmentApi.LoadAsync(db, NameInCompartment.Named(act), cancellationToken);
        var came = act.Read<BrokenGlass>().Member;
        if (found.Members.SingleOrDefault(m => m.Id.ToString() == came) is { } membership)
        {
            found.Undo(membership, act.DecisionReason ?? "", by.Subject, time.Now());
        }
    }
}
