using Concord.Contracts.Access;
using Concord.Identity.Compartments;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Clients;

/// <summary>A client as it is to be, and the version it was proposed for.</summary>
internal sealed record RaisedClient(
    string DisplayName, string Organization, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, Classification Clearance, DateTime ExpireTime, bool Active, long Version);

/// <summary>Giving a machine a high right (<see cref="MachineRights.AreHigh"/>), or more to one that has it: two administrators agree, as on an account's.</summary>
internal sealed class RaiseClient(IdentityDb db, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "clients.raise";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var wished = act.Read<RaisedClient>();
        var client = ResourceName.TryParse<ClientId>(act.Record, out var id) ? await db.Clients.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : null;
        if (client?.Version != wished.Version || wished.ExpireTime <= time.Now())
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }

        client.Edit(new ClientEdit(wished.DisplayName, wished.Roles, wished.Scopes, wished.Clearance, wished.ExpireTime), time.Now());
        if (wished.Active)
        {
            client.Enable();
        }
    }

    /// <summary>Keeps the client as it is to be for another administrator to decide on.</summary>
    /// <param name="db">The store.</param>
    /// <param name="client">As wished; not to be saved so.</param>
    /// <param name="version">The version that it will have where the proposal is decided on.</param>
    /// <param name="by">Who proposes.</param>
    /// <param name="now">Now, UTC.</param>
    public static ProposedAct Propose(IdentityDb db, MachineClient client, long version, Caller by, DateTime now) => db.Propose(
        ActName, client.Id.ToString(), new RaisedClient(client.DisplayName, client.Organization, client.Roles, client.Scopes, client.Clearance, client.ExpireTime, client.Active, version),
        Keepers.Administrators, null, by, now);
}
