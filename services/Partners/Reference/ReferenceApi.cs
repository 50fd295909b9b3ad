using System.ComponentModel;
using Concord.Contracts.Reference;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Partners.Reference;

/// <summary>A list of reference data and the day it describes.</summary>
/// <param name="AsOf">The day the source describes; what changed since is not in it.</param>
/// <param name="Items">One page.</param>
/// <param name="NextPageToken">Absent on the last page.</param>
internal sealed record ReferenceList<T>(DateOnly AsOf, IReadOnlyList<T> Items, string? NextPageToken);

/// <summary>Who belongs to an organization, as a dated source has it.</summary>
/// <param name="Organization">The organization.</param>
/// <param name="Gaps">What the list is known to lack; empty where nothing is.</param>
/// <param name="Items">One page.</param>
/// <param name="NextPageToken">Absent on the last page.</param>
internal sealed record MembershipList(ReferenceOrganization Organization, string Gaps, IReadOnlyList<Membership> Items, string? NextPageToken);

/// <summary>States, languages, regions and regional organizations that the product ships with.</summary>
internal static class ReferenceApi
{
    public static void MapReference(this RouteGroupBuilder api)
    {
        var reference = api.MapGroup("/reference").WithTags("Reference data");
        reference.MapGet("/areas", ListAreas).Needs(PartnersPermissions.ReadReference).WithName("ListAreas").WithSummary("List States and areas");
        reference.MapGet("/areas/{alpha3}", GetArea).Needs(PartnersPermissions.ReadReference).WithName("GetArea").WithSummary("Get a State or area");
        reference.MapGet("/regions", ListRegions).Needs(PartnersPermissions.ReadReference).WithName("ListRegions").WithSummary("List regions");
        reference.MapGet("/languages", ListLanguages).Needs(PartnersPermissions.ReadReference).WithName("ListLanguages").WithSummary("List languages");
        reference.MapGet("/organizations", ListOrganizations).Needs(PartnersPermissions.ReadReference).WithName("ListReferenceOrganizations").WithSummary("List the organizations that the product ships with");
        reference.MapGet("/organizations/{code}/members", ListMembers).Needs(PartnersPermissions.ReadReference).WithName("ListReferenceMembers").WithSummary("List the members of an organization");
        reference.MapGet("/sources", ListSources).Needs(PartnersPermissions.ReadReference).WithName("ListReferenceSources").WithSummary("List where the reference data comes from");
    }

    private static Ok<ReferenceList<Area>> ListAreas(
        [AsParameters] PageRequest page, [Description("Only this kind.")] Choice<AreaKind>? kind, [Description("Only this M49 region, subregion or intermediate region.")] string? region)
    {
        var areas = ReferenceData.Areas.Where(a => (kind is null || a.Kind == kind.Value.Value) && (region is null || a.Region == region || a.Subregion == region || a.IntermediateRegion == region));
        return Answer(ReferenceData.AreasAsOf, areas, a => a.Alpha3, page, $"areas?kind={kind}&region={region}");
    }

    private static Ok<Area> GetArea(string alpha3) =>
        TypedResults.Ok(ReferenceData.AreaByAlpha3.TryGetValue(alpha3, out var area) ? area : throw Fail.NotFound($"reference/areas/{alpha3}"));

    private static Ok<ReferenceList<Region>> ListRegions([AsParameters] PageRequest page) =>
        Answer(ReferenceData.RegionsAsOf, ReferenceData.Regions, r => r.M49, page, "regions");

    private static Ok<ReferenceList<Language>> ListLanguages([AsParameters] PageRequest page) =>
        Answer(ReferenceData.LanguagesAsOf, ReferenceData.Languages, l => l.Alpha3, page, "languages");

    private static Ok<ReferenceList<ReferenceOrganization>> ListOrganizations([AsParameters] PageRequest page) =>
        Answer(ReferenceData.OrganizationsAsOf, ReferenceData.Organizations, o => o.Code, page, "organizations");

    private static Ok<MembershipList> ListMembers(string code, [AsParameters] PageRequest page)
    {
        var organization = ReferenceData.OrganizationByCode.TryGetValue(code, out var found) ? found : throw Fail.NotFound($"reference/organizations/{code}");
        var (items, next) = Cut(ReferenceData.MembershipsOf(organization.Code), m => $"{m.Alpha3}/{m.Status}", page, $"members?{organization.Code}");
        return TypedResults.Ok(new MembershipList(organization, organization.Gaps, items, next));
    }

    private static Ok<ReferenceList<ReferenceSource>> ListSources([AsParameters] PageRequest page) =>
        Answer(ReferenceData.Sources.Max(s => s.AsOf), ReferenceData.Sources, s => s.File, page, "sources");

    private static Ok<ReferenceList<T>> Answer<T>(DateOnly asOf, IEnumerable<T> all, Func<T, string> key, PageRequest page, string filter)
    {
        var (items, next) = Cut(all, key, page, filter);
        return TypedResults.Ok(new ReferenceList<T>(asOf, items, next));
    }

    // The files change only with the product, so the key of the last item given out is enough of a position.
    private static (IReadOnlyList<T> Items, string? Next) Cut<T>(IEnumerable<T> all, Func<T, string> key, PageRequest page, string filter)
    {
        var after = PageToken.Read(page.PageToken, filter, keys: 1)?[0];
        var rows = all.OrderBy(key, StringComparer.Ordinal).SkipWhile(r => after is not null && string.CompareOrdinal(key(r), after) <= 0).Take(page.Size + 1).ToList();
        return rows.Count > page.Size ? (rows[..page.Size], PageToken.Make(filter, key(rows[page.Size - 1]))) : (rows, null);
    }
}
