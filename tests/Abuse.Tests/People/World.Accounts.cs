using System.Net;
using System.Text.Json.Nodes;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>Organizations, people and machines that come and leave.</summary>
internal sealed partial class World
{
    public static JsonObject InvitationBody() => Json(new
    {
        email = $"invited.{Guid.NewGuid():N}@abuse.example",
        displayName = "Adviser",
        organization = Eccas,
        roles = new[] { "analyst" },
        clearance = "CONFIDENTIAL",
        language = "fr",
        days = 14,
    });

    public async Task<string> InvitationAsync() => (await MadeByAdministratorAsync("invitations", InvitationBody())).TextOf("invitation.name");

    public static JsonObject ClientBody() => Json(new
    {
        displayName = "Early warning system",
        organization = Igad,
        roles = new[] { "partner" },
        scopes = new[] { "designation.processes.read", "identity.me.read" },
        clearance = "CONFIDENTIAL",
        expireTime = DateTime.UtcNow.AddDays(300),
    });

    public async Task<string> ClientAsync() => (await MadeByAdministratorAsync("clients", ClientBody())).TextOf("client.name");

    public async Task<string> DisabledClientAsync()
    {
        var client = await ClientAsync();
        await DoAsync("administrator", $"{client}:disable", new { });
        return client;
    }

    /// <summary>An account, and one of the same organization that can follow it.</summary>
    public async Task<string> TwoAccountsAsync() => $"{await AccountAsync()} {await AccountAsync()}";

    /// <summary>An organization that takes part no more.</summary>
    public async Task<string> LeftAsync()
    {
        var organization = await OrganizationAsync();
        await DoAsync("administrator", $"{organization}:leave", new { reason = "Its members dissolved it." });
        return organization;
    }

    private async Task<ApiAnswer> MadeByAdministratorAsync(string collection, JsonObject body) =>
        (await (await crowd.AsAsync("administrator")).PostAsync($"/api/v1/{collection}", body)).Is(HttpStatusCode.Created);
}
