using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Insiders;

/// <summary>Who sees an insider (R17): within the clearance, the organization that introduced the person, and mediation support. No share opens one, and whoever else searches the roster finds none.</summary>
internal static class InsiderSight
{
    public static IQueryable<Insider> SeenBy(this IQueryable<Insider> insiders, Caller caller)
    {
        var (open, cleared, organization) = (caller.OpenKeptLabels(SeesBeyond(caller)), caller.ClearedLabels(), caller.Organization);
        return insiders.Where(i => i.State != InsiderState.Erased).Where(i => open.Contains(i.Classification) || (cleared.Contains(i.Classification) && i.Organization == organization));
    }

    public static async Task<Insider> FindInsiderAsync(this IQueryable<Insider> insiders, InsiderId id, Caller caller, CancellationToken cancellationToken) =>
        await insiders.SeenBy(caller).SingleOrDefaultAsync(i => i.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    // The work of mediation support is with what every organization introduces.
    private static bool SeesBeyond(Caller caller) => caller.Roles.Contains(Roles.MediationSupport);
}
