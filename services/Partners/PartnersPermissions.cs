using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Partners;

internal static class PartnersPermissions
{
    public static readonly Permission ReadOrganizations = new("partners.organizations.read", "See registered organizations, their kinds and members.");
    public static readonly Permission RegisterOrganizations = new("partners.organizations.register", "Register an organization and change its entry.", Roles.Administrator, Roles.MediationSupport);
    public static readonly Permission LetOrganizationsLeave = new("partners.organizations.leave", "Record that an organization has left the platform, or takes part again.", Roles.Administrator);
    public static readonly Permission ReadReference = new("partners.reference.read", "Read States, languages, regions and regional organizations.");

    public static IReadOnlyList<Permission> All { get; } = [ReadOrganizations, RegisterOrganizations, LetOrganizationsLeave, ReadReference];
}
