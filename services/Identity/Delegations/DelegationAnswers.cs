using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Delegations;

/// <summary>Why a delegation is withdrawn.</summary>
/// <param name="Reason">At most 2000 characters; may be absent.</param>
internal sealed record WithdrawDelegation(string? Reason);

/// <summary>Who may act for whom, and until when.</summary>
/// <param name="Name">Resource name, <c>accounts/{uuid}/delegations/{uuid}</c>, below who is away.</param>
/// <param name="Person">Who is away.</param>
/// <param name="Delegate">Who may act for that person.</param>
/// <param name="Reason">Why.</param>
/// <param name="NamedBy">The person, or the administrator who named the delegate.</param>
/// <param name="CreateTime">When it was said, UTC.</param>
/// <param name="FromTime">Since when it counts, UTC.</param>
/// <param name="UntilTime">When it ends by itself, UTC.</param>
/// <param name="EndTime">When somebody ended it before that, UTC.</param>
/// <param name="EndedBy">Who.</param>
/// <param name="EndReason">Why.</param>
/// <param name="Current">Whether it counts now.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record DelegationAnswer(
    string Name, ActPerson Person, ActPerson Delegate, string Reason, string NamedBy, DateTime CreateTime, DateTime FromTime, DateTime UntilTime, DateTime? EndTime, string? EndedBy, string? EndReason,
    bool Current, string Etag);

/// <summary>Whom the caller acts for in this session.</summary>
/// <param name="Name">Resource name of the account of who is away.</param>
/// <param name="DisplayName">As shown to others.</param>
/// <param name="Delegation">Resource name of the delegation.</param>
/// <param name="UntilTime">When it ends by itself, UTC.</param>
internal sealed record ActsForAnswer(string Name, string DisplayName, string Delegation, DateTime UntilTime);

internal static class DelegationAnswers
{
    public static string NameOf(Delegation d) => $"{d.Person}/{d.Id}";

    public static DelegationAnswer ToAnswer(Delegation d, IReadOnlyDictionary<AccountId, string> names, DateTime now) => new(
        NameOf(d), new ActPerson(d.Person.ToString(), names[d.Person]), new ActPerson(d.Delegate.ToString(), names[d.Delegate]), d.Reason, d.NamedBy, d.CreateTime, d.FromTime, d.UntilTime,
        d.EndTime, d.EndedBy, d.EndReason, d.IsCurrent(now), ETag.Of(d));

    /// <summary>The names of everybody in them.</summary>
    public static async Task<IReadOnlyDictionary<AccountId, string>> NamesAsync(this IdentityDb db, IReadOnlyCollection<Delegation> delegations, CancellationToken cancellationToken)
    {
        List<AccountId> people = [.. delegations.SelectMany(d => (AccountId[])[d.Person, d.Delegate]).Distinct()];
        return await db.Accounts.Where(a => people.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
    }
}
