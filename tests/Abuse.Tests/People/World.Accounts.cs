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

    public static JsonObject GrantBody() => Json(new { role = "monitor", reason = "Stands in at the joint monitors.", untilTime = DateTime.UtcNow.AddDays(30) });

    /// <summary>Something that was granted to an account for a while.</summary>
    public async Task<string> GrantAsync() => await MadeAsync("administrator", $"{await AccountAsync()}/grants", GrantBody());

    public static JsonObject DelegationBody(string colleague) => Json(new { @delegate = colleague, reason = "On leave.", untilTime = DateTime.UtcNow.AddDays(30) });

    /// <summary>Who may act for somebody who is away.</summary>
    public async Task<string> DelegationAsync()
    {
        var both = (await TwoAccountsAsync()).Split(' ');
        return await MadeAsync("administrator", $"{both[0]}/delegations", DelegationBody(both[1]));
    }

    /// <summary>Number of a delegation by which <see cref="Crowd.StandIn"/> may act.</summary>
    public async Task<string> OwnDelegationAsync()
    {
        var absent = AccountBody();
        absent["organization"] = Concord.Contracts.Reference.WellKnown.Organization("UN");
        var account = (await MadeByAdministratorAsync("accounts", absent)).TextOf("account.name");
        return (await MadeAsync("administrator", $"{account}/delegations", DelegationBody(await crowd.AccountOfAsync(Crowd.StandIn)))).Split('/')[3];
    }

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
