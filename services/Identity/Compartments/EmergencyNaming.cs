using Concord.Identity.Accounts;
using Concord.Identity.Delegations;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Identity.Compartments;

/// <summary>What whoever keeps a compartment in an emergency only may do for its future: name somebody else, in front of those who answer for it.</summary>
internal sealed class EmergencyNaming(IdentityDb db, BreakGlassReview review, EmergencyPlaces places)
{
    /// <summary>Refuses whoever was named in an emergency, until that was agreed to: he would otherwise name whoever named him.</summary>
    public async Task RequireSettledAsync(Compartment compartment, string by, DateTime now, CancellationToken cancellationToken)
    {
        if (!compartment.IsKeptInEmergencyBy(by, now) && ResourceName.TryParse<AccountId>(by, out var keeper) && (await places.UnsettledAsync(compartment.Id, compartment.Members, cancellationToken)).Contains(keeper))
        {
            throw Fail.Because(IdentityReasons.NotAKeeper, "Who was named in an emergency keeps nothing before somebody has agreed to that.");
        }
    }

    /// <summary>Refuses him for himself, and for those whom he acts for or who act for him; and whoever was named by him.</summary>
    /// <param name="compartment">Of which process.</param>
    /// <param name="account">Who would be named.</param>
    /// <param name="by">Who names, or agrees to it.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RequireOtherAsync(Compartment compartment, AccountId account, string by, DateTime now, CancellationToken cancellationToken)
    {
        await RequireSettledAsync(compartment, by, now, cancellationToken);
        compartment.RequireOther(account, by, now);
        if (compartment.IsKeptInEmergencyBy(by, now) && ResourceName.TryParse<AccountId>(by, out var keeper) && await db.StandForEachOtherAsync(keeper, account, now, cancellationToken))
        {
            throw Fail.Because(IdentityReasons.NotForOneself, IdentityReasons.NotForOneself.Title);
        }
    }

    /// <summary>Tells, with the caller's next save, whom he named; nothing where a keeper of another kind did.</summary>
    public Task TellNamedAsync(Compartment compartment, Membership named, string displayName, Caller by, DateTime now, CancellationToken cancellationToken) =>
        compartment.IsKeptInEmergencyBy(named.NamedBy, now) ? review.AskAsync(compartment, named, displayName, by, now, cancellationToken) : Task.CompletedTask;
}
