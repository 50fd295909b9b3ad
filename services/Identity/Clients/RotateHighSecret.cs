using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Clients;

/// <summary>Another secret for a client that has a high right (<see cref="MachineRights.AreHigh"/>): two administrators agree (<see cref="AgreedSecret"/>), because whoever sees it can be that machine.</summary>
internal sealed class RotateHighSecret(IdentityDb db) : IFourEyesAct
{
    public const string ActName = "clients.rotateSecret";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var client = ResourceName.TryParse<ClientId>(act.Record, out var id) ? await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : null;
        act.RequireAsProposed(client?.Version);
    }
}
