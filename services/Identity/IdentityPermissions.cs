using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Identity;

internal static class IdentityPermissions
{
    public static readonly Permission ReadMe = new("identity.me.read", "See who the platform takes you for.");
    public static readonly Permission EndOwnSessions = new("identity.sessions.endOwn", "End one's own sessions.");
    public static readonly Permission ReadAccounts = new("identity.accounts.read", "See accounts and the organizations that may hold them.", Roles.Administrator);
    public static readonly Permission ManageAccounts = new("identity.accounts.manage", "Open accounts, change their roles, clearance and state, give a new password.", Roles.Administrator);

    public static IReadOnlyList<Permission> All { get; } = [ReadMe, EndOwnSessions, ReadAccounts, ManageAccounts];
}
