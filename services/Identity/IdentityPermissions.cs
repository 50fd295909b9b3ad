using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Identity;

internal static class IdentityPermissions
{
    public static readonly Permission ReadMe = new("identity.me.read", "See who the platform takes you for.");
    public static readonly Permission EndOwnSessions = new("identity.sessions.endOwn", "End one's own sessions.");
    public static readonly Permission Delegate = new("identity.delegations.own", "Name who acts for oneself while one is away, and act for somebody who is.");
    public static readonly Permission ReadAccounts = new("identity.accounts.read", "See accounts, invitations, and the organizations that may hold accounts.", Roles.Administrator);
    public static readonly Permission ManageAccounts = new("identity.accounts.manage", "Open accounts and invite people, change roles, clearance and state, hand over to a successor, give a new password.", Roles.Administrator);
    public static readonly Permission FindAccounts = new("identity.accounts.find", "Find the account of somebody whose e-mail address one knows, to name the person.", Roles.MediationSupport, Roles.LeadMediator, Roles.HeadOfMission);
    public static readonly Permission ReadClients = new("identity.clients.read", "See the clients of partner systems.", Roles.Administrator);
    public static readonly Permission ManageClients = new("identity.clients.manage", "Register clients of partner systems, change what they may do, give them another secret, disable them.", Roles.Administrator);

    public static readonly Permission ReadCompartments = new("identity.compartments.read", "See who is named in the compartments that name oneself.", [.. Roles.OfPeople.Except(Roles.OfKeepers)]);
    public static readonly Permission KeepCompartments = new("identity.compartments.keep", "Name persons in a compartment that one keeps, and leave one.", [.. Roles.OfPeople.Except(Roles.OfKeepers)]);
    public static readonly Permission BreakGlass = new("identity.compartments.breakGlass", "Let oneself into a compartment for a few hours, in an emergency.", Roles.MediationSupport, Roles.AppointingAuthority);
    public static readonly Permission DecideApprovals = new("identity.approvals.decide", "Decide on what waits for one as a second person.");

    public static IReadOnlyList<Permission> All { get; } = [ReadMe, EndOwnSessions, Delegate, ReadAccounts, ManageAccounts, FindAccounts, ReadClients, ManageClients, ReadCompartments, KeepCompartments, BreakGlass, DecideApprovals];
}
