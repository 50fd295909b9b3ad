using Concord.Identity.Compartments;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Clients;

/// <summary>Which client, and the version it was proposed for.</summary>
internal sealed record ProposedRotation(string DisplayName, long Version);

/// <summary>
/// Another secret for a client that has a high right (<see cref="MachineRights.AreHigh"/>): two administrators agree, because whoever sees it can be that machine. As with a password, agreeing makes none:
/// it lets the proposer make it, once, while the client is as it was.
/// </summary>
internal sealed class RotateHighSecret(IdentityDb db) : IFourEyesAct
{
    public const string ActName = "clients.rotateSecret";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var client = ResourceName.TryParse<ClientId>(act.Record, out var id) ? await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : null;
        if (client?.Version != act.Read<ProposedRotation>().Version)
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }
    }

    public static ProposedAct Propose(IdentityDb db, MachineClient client, Caller by, DateTime now) =>
        db.Propose(ActName, client.Id.ToString(), new ProposedRotation(client.DisplayName, client.Version), Keepers.Administrators, null, by, now);

    /// <summary>Whether a second administrator has agreed to what this one proposed. Another secret is another version: it is good once.</summary>
    public static async Task<bool> IsAgreedAsync(IdentityDb db, MachineClient client, Caller by, DateTime now, CancellationToken cancellationToken)
    {
        var (record, proposer) = (client.Id.ToString(), by.Subject);
        var agreed = await db.Set<ProposedAct>().AsNoTracking()
            .Where(a => a.Act == ActName && a.Record == record && a.ProposedBy == proposer && a.State == ProposedActState.Approved && a.ExpireTime > now).ToListAsync(cancellationToken);
        return agreed.Exists(a => a.Read<ProposedRotation>().Version == client.Version);
    }
}
