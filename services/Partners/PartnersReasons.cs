using Concord.Platform.Errors;

namespace Concord.Partners;

internal static class PartnersReasons
{
    public static readonly Reason DuplicateOrganization = new("DUPLICATE_ORGANIZATION", Refusal.Conflict, "An organization of this name is registered already.", "R83");

    public static readonly Reason OrganizationLeft = new("ORGANIZATION_LEFT", Refusal.Conflict, "The organization has left already.");
    public static readonly Reason OrganizationTakesPart = new("ORGANIZATION_TAKES_PART", Refusal.Conflict, "The organization has not left.");

    public static IReadOnlyList<Reason> All { get; } = [DuplicateOrganization, OrganizationLeft, OrganizationTakesPart];
}
