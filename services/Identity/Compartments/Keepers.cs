using System.Linq.Expressions;
using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Compartments;

/// <summary>Whom the acts of this service ask: the keepers of a compartment, and administrators.</summary>
internal sealed class Keepers(IdentityDb db, EmergencyPlaces places, TimeProvider time) : IAudiences
{
    public const string Administrators = "roles/administrator";
    public const string Auditors = "roles/auditor";

    public static string Of(CompartmentId compartment) => $"keepers/{compartment.Value}";

    /// <summary>Who is asked about an emergency where there is no keeper: whoever is named or kept it before, and did not come in an emergency.</summary>
    public static string Beside(CompartmentId compartment) => $"beside/{compartment.Value}";

    public async Task<IReadOnlyList<string>> OfAsync(Caller caller, CancellationToken cancellationToken)
    {
        List<string> audiences = AsAdministrator(caller);
        if (PersonOf(caller) is { } account)
        {
            audiences.AddRange((await NamedInAsync(account, m => m.Keeper, cancellationToken)).Select(Of));
            audiences.AddRange((await BesideAsync(account, cancellationToken)).Select(Beside));
        }

        if (caller.ActsFor is null && caller.Roles.Contains(Roles.Auditor))
        {
            audiences.Add(Auditors); // cleared or not: what they are asked says nothing of the process
        }

        return audiences;
    }

    // Who came in an emergency keeps nothing and sees, while he is named, what became of that, whoever was asked.
    public async Task<IReadOnlyList<string>> OfProposerAsync(Caller caller, CancellationToken cancellationToken)
    {
        List<string> audiences = AsAdministrator(caller);
        if (PersonOf(caller) is { } account && await NamedInAsync(account, m => true, cancellationToken) is { Count: > 0 } named)
        {
            audiences.AddRange(named.SelectMany(c => (string[])[Of(c), Beside(c)]).Append(Auditors));
        }

        return audiences;
    }

    // Whom a keeper has put out is asked no more, nor who is there, or was last, by an emergency.
    private async Task<List<CompartmentId>> BesideAsync(AccountId account, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var own = await db.Memberships.Where(m => m.Account == account && m.Kind != MembershipKind.BreakGlass && ((m.Keeper && !m.PutOut) || (m.EndTime == null && m.UntilTime > now)))
            .Select(m => m.Compartment).Distinct().ToListAsync(cancellationToken);
        if (own.Count == 0)
        {
            return own; // almost everybody, at each look at what waits
        }

        var rows = await db.Memberships.AsNoTracking().Where(m => own.Contains(m.Compartment) && (m.Account == account || m.Kind == MembershipKind.BreakGlass)).ToListAsync(cancellationToken);
        List<CompartmentId> beside = [];
        foreach (var of in rows.GroupBy(m => m.Compartment))
        {
            if (!(await places.UnsettledAsync(of.Key, [.. of], cancellationToken)).Contains(account))
            {
                beside.Add(of.Key);
            }
        }

        return beside;
    }

    private Task<List<CompartmentId>> NamedInAsync(AccountId account, Expression<Func<Membership, bool>> asked, CancellationToken cancellationToken) =>
        CompartmentApi.Current(db, time.Now()).Where(m => m.Account == account).Where(asked).Select(m => m.Compartment).ToListAsync(cancellationToken);

    private static List<string> AsAdministrator(Caller caller) => caller.Roles.Contains(Roles.Administrator) ? [Administrators] : [];

    // In a compartment nobody is anything for another, nor without the clearance.
    private static AccountId? PersonOf(Caller caller) =>
        caller.ActsFor is null && caller.IsClearedFor(Classification.StrictlyConfidential) && ResourceName.TryParse<AccountId>(caller.Subject, out var account) ? account : null;
}
