using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>What is asked of a password that is chosen for a person, whoever chooses it.</summary>
internal sealed class PasswordRules(IdentityDb db)
{
    /// <param name="password">As it was typed.</param>
    /// <param name="email">The sign-in name.</param>
    /// <param name="displayName">Of the person.</param>
    /// <param name="organization">Resource name of the person's.</param>
    /// <param name="former">The password that it replaces; null where there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PasswordFault?> FaultOfAsync(string password, string email, string displayName, string organization, string? former, CancellationToken cancellationToken)
    {
        var names = ResourceName.TryParse<KnownOrganizationId>(organization, out var id)
            ? await db.KnownOrganizations.Where(o => o.Id == id).Select(o => new { o.DisplayName, o.Acronym }).SingleOrDefaultAsync(cancellationToken)
            : null;
        return Passwords.FaultOf(password, email, new NearWords(email, displayName, names?.DisplayName ?? "", names?.Acronym ?? ""), former);
    }
}
