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
internal sealed class Keepers(IdentityDb db, TimeProvider time) : IAudiences
{
    public const string Administrators = "roles/administrator";

    public static string Of(CompartmentId compartment) => $"keepers/{compartment.Value}";

    public Task<IReadOnlyList<string>> OfAsync(Caller caller, CancellationToken cancellationToken) => OfAsync(caller, m => m.Keeper, cancellationToken);

    // Who came in an emergency keeps nothing and sees, while he is named, what became of that.
    public Task<IReadOnlyList<string>> OfProposerAsync(Caller caller, CancellationToken cancellationToken) => OfAsync(caller, m => true, cancellationToken);

    private async Task<IReadOnlyList<string>> OfAsync(Caller caller, Expression<Func<Membership, bool>> asked, CancellationToken cancellationToken)
    {
        List<string> audiences = caller.Roles.Contains(Roles.Administrator) ? [Administrators] : [];
        if (caller.ActsFor is null && caller.IsClearedFor(Classification.StrictlyConfidential) && ResourceName.TryParse<AccountId>(caller.Subject, out var account))
        {
            var named = await CompartmentApi.Current(db, time.Now()).Where(m => m.Account == account).Where(asked).Select(m => m.Compartment).ToListAsync(cancellationToken);
            audiences.AddRange(named.Select(Of));
        }

        return audiences;
    }
}
