using Concord.Platform.Errors;

namespace Concord.Partners;

internal static class PartnersReasons
{
    public static readonly Reason DuplicateOrganization = new("DUPLICATE_ORGANIZATION", Refusal.Conflict, "An organization of this name is registered already.", "R83");

    public static IReadOnlyList<Reason> All { get; } = [DuplicateOrganization];
}
