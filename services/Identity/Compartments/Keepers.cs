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

    public async Task<IReadOnlyList<string>> OfAsync(Caller caller, CancellationToken cancellationToken)
    {
        List<string> audiences = caller.Roles.Contains(Roles.Administrator) ? [Administrators] : [];
        if (caller.IsClearedFor(Classification.StrictlyConfidential) && ResourceName.TryParse<AccountId>(caller.Subject, out var account))
        {
            var kept = await CompartmentApi.Current(db, time.Now()).Where(m => m.Account == account && m.Keeper).Select(m => m.Compartment).ToListAsync(cancellationToken);
            audiences.AddRange(kept.Select(Of));
        }

        return audiences;
    }
}
