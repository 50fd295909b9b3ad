using Concord.Identity.Persistence;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Concord.Identity.Clients;

/// <summary>The protocol knows a client by a record of its own. It holds no secret and nothing that changes: what a client may do is ours to say (<see cref="ClientProof"/>).</summary>
internal static class ClientRegistration
{
    private const string MayAskForTokens = $"""["{Permissions.Endpoints.Token}","{Permissions.Endpoints.Revocation}","{Permissions.GrantTypes.ClientCredentials}"]""";

    public static void AddClient(this IdentityDb db, MachineClient client)
    {
        db.Add(client);
        db.Add(new OpenIddictEntityFrameworkCoreApplication<Guid>
        {
            ClientId = client.ProtocolId,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            Permissions = MayAskForTokens,
        });
    }
}
