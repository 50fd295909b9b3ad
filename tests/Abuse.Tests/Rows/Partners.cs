using Concord.Abuse.Tests.People;

namespace Concord.Abuse.Tests.Rows;

internal static class Partners
{
    public static IEnumerable<Row> Rows { get; } =
    [
        new("ListOrganizations", "igad.officer", _ => Table.Nothing),
        new("GetOrganization", "igad.officer", _ => Task.FromResult(World.Igad)),
        new("RegisterOrganization", "msu.officer", _ => Table.Nothing) { Body = (_, _) => World.OrganizationBody() },
        new("EditOrganization", "msu.officer", w => w.OrganizationAsync()),
        new("ListAreas", "igad.officer", _ => Table.Nothing),
        new("GetArea", "igad.officer", _ => Task.FromResult("SSD")),
        new("ListLanguages", "igad.officer", _ => Table.Nothing),
        new("ListReferenceOrganizations", "igad.officer", _ => Table.Nothing),
        new("ListReferenceMembers", "igad.officer", _ => Task.FromResult("IGAD")),
        new("ListRegions", "igad.officer", _ => Table.Nothing),
        new("ListReferenceSources", "igad.officer", _ => Table.Nothing),
        new("LeaveOrganization", "administrator", w => w.OrganizationAsync()),
        new("RejoinOrganization", "administrator", w => w.LeftAsync()),
    ];
}
