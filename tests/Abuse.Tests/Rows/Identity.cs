using System.Net;
using Concord.Abuse.Tests.People;

namespace Concord.Abuse.Tests.Rows;

internal static class Identity
{
    private const string Administrator = "administrator";
    private const string Chief = "msu.chief";
    private const string EndsItsToken = "the token that asked is good no more, and a retry comes with another one";

    public static IEnumerable<Row> Rows { get; } =
    [
        new("ListAccounts", Administrator, _ => Table.Nothing),
        new("ListAccountOrganizations", Administrator, _ => Table.Nothing),
        new("FindAccount", Chief, _ => Table.Nothing) { Body = (_, _) => World.Json(new { email = "msu.officer@un.example" }) },
        new("OpenAccount", Administrator, _ => Table.Nothing) { Body = (_, _) => World.AccountBody() },
        new("GetAccount", Administrator, w => w.AccountAsync()),
        new("EditAccount", Administrator, w => w.AccountAsync()),
        new("ListGrants", Administrator, w => w.AccountAsync()),
        new("GetGrant", Administrator, w => w.GrantAsync()),
        new("GiveGrant", Administrator, w => w.AccountAsync()) { Body = (_, _) => World.GrantBody() },
        new("RevokeGrant", Administrator, w => w.GrantAsync()),
        new("ListDelegations", Administrator, w => w.AccountAsync()),
        new("NameDelegate", Administrator, w => w.TwoAccountsAsync()) { Body = (_, names) => World.DelegationBody(names.Split(' ')[1]) },
        new("WithdrawDelegation", Administrator, w => w.DelegationAsync()),
        new("ListMyDelegations", Crowd.StandIn, _ => Table.Nothing),
        new("NameMyDelegate", Crowd.StandIn, _ => Table.Nothing) { Body = (_, _) => World.DelegationBody(World.AccountOf("msu.officer@un.example")) },
        new("WithdrawMyDelegation", Crowd.StandIn, w => w.OwnDelegationAsync()),
        new("ActForAnother", Crowd.StandIn, w => w.OwnDelegationAsync()) { NotFor = { ["idempotency key"] = EndsItsToken } },
        new("StopActingForAnother", Crowd.StandIn, _ => Table.Nothing) { NotFor = { ["idempotency key"] = EndsItsToken } },
        new("ListAccountLinks", Administrator, w => w.AccountAsync()),
        new("RemoveAccountLink", Administrator, async w => $"{await w.AccountAsync()}/links/{Guid.CreateVersion7()}") { Ends = (HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND") }, // only a person at a provider makes one: tests/Identity.Tests/Providers
        new("ListSessions", Administrator, w => w.AccountAsync()),
        new("EndSessions", Administrator, w => w.AccountAsync()),
        new("ResetPassword", Administrator, w => w.AccountAsync()),
        new("ListIdentityApprovals", Administrator, _ => Table.Nothing),
        new("GetIdentityApproval", Crowd.SecondAdministrator, w => w.RaisedAsync()),
        new("ApproveIdentity", Crowd.SecondAdministrator, w => w.RaisedAsync()),
        new("RejectIdentity", Crowd.SecondAdministrator, w => w.RaisedAsync()),
        new("WithdrawIdentity", Administrator, w => w.RaisedAsync()) { Stranger = Crowd.SecondAdministrator },
        new("ListMembers", Chief, w => Task.FromResult(World.CompartmentOf(w.Restricted))),
        new("NameMember", Chief, async w => World.CompartmentOf(await w.RestrictedAsync())) { Body = (_, _) => World.MemberBody() },
        new("EndMember", Chief, w => w.MemberAsync()),
        new("BreakGlass", Crowd.Cleared, async w => World.CompartmentOf(await w.RestrictedAsync()))
        {
            NotFor = { ["outside the compartment"] = "it is for those outside" , ["another's id in the path"] = "it is for those outside, who are entered and seen" },
        },
        new("GetMe", "igad.officer", _ => Table.Nothing),
        new("ListMyCompartments", "igad.officer", _ => Table.Nothing),
        new("ListMySessions", "igad.officer", _ => Table.Nothing),
        new("EndMySession", "igad.officer", w => w.SessionAsync("igad.officer")),
        new("EndMyOtherSessions", "icglr.officer", _ => Table.Nothing),
        new("HandOverAccount", Administrator, w => w.TwoAccountsAsync())
        {
            Body = (_, names) => World.Json(new { successor = names.Split(' ')[1], reason = "Rotates to another mission.", close = true }),
        },
        new("RemoveFactors", Administrator, w => w.Crowd.WithAppAsync()),
        new("ListInvitations", Administrator, _ => Table.Nothing),
        new("InvitePerson", Administrator, _ => Table.Nothing) { Body = (_, _) => World.InvitationBody() },
        new("GetInvitation", Administrator, w => w.InvitationAsync()),
        new("ResendInvitation", Administrator, w => w.InvitationAsync()),
        new("RevokeInvitation", Administrator, w => w.InvitationAsync()),
        new("ListClients", Administrator, _ => Table.Nothing),
        new("RegisterClient", Administrator, _ => Table.Nothing) { Body = (_, _) => World.ClientBody() },
        new("GetClient", Administrator, w => w.ClientAsync()),
        new("EditClient", Administrator, w => w.ClientAsync()),
        new("DisableClient", Administrator, w => w.ClientAsync()),
        new("EnableClient", Administrator, w => w.DisabledClientAsync()),
        new("RotateClientSecret", Administrator, w => w.ClientAsync()),
    ];
}
