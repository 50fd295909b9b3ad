using Concord.Contracts.Reference;

namespace Concord.Designation.Situations;

/// <summary>A regional or subregional organization of which countries of the process are members, by the shipped lists.</summary>
/// <param name="Organization">Resource name.</param>
/// <param name="Code">Of the reference data.</param>
/// <param name="DisplayName">In English.</param>
/// <param name="Members">The countries of the process that are members, suspended ones too.</param>
/// <param name="Suspended">Those of them whose participation is suspended.</param>
/// <param name="Others">The countries of the process that are no members by that list.</param>
/// <param name="EveryCountry">All countries of the process are members.</param>
/// <param name="AsOf">The date of the list.</param>
/// <param name="Source">Of the list.</param>
/// <param name="Gaps">What the list is known to lack; absent where nothing is known.</param>
internal sealed record CompetentBody(
    string Organization, string Code, string DisplayName, IReadOnlyList<string> Members, IReadOnlyList<string> Suspended, IReadOnlyList<string> Others, bool EveryCountry, DateOnly AsOf, string Source, string? Gaps);

/// <summary>An organization of whose members there is no list here: whether it is competent, this does not tell.</summary>
internal sealed record BodyWithoutList(string Organization, string Code, string DisplayName, string Gaps);

/// <summary>To whom a local dispute goes first, where possible (Charter, Chapter VIII; R44).</summary>
/// <param name="Countries">Of the process.</param>
/// <param name="Bodies">By name: the order says nothing about who is suited (R157).</param>
/// <param name="WithoutList">By name.</param>
internal sealed record CompetentBodies(IReadOnlyList<string> Countries, IReadOnlyList<CompetentBody> Bodies, IReadOnlyList<BodyWithoutList> WithoutList)
{
    private static readonly ReferenceOrganizationKind[] s_regional = [ReferenceOrganizationKind.RegionalOrganization, ReferenceOrganizationKind.SubregionalOrganization];

    public static CompetentBodies Of(IEnumerable<string> countries)
    {
        var asked = countries.Order(StringComparer.Ordinal).ToList();
        var regional = ReferenceData.Organizations.Where(o => s_regional.Contains(o.Kind)).OrderBy(o => o.Name.English, StringComparer.Ordinal).ToList();
        return new CompetentBodies(
            asked, [.. regional.Select(o => Body(o, asked)).OfType<CompetentBody>()],
            [.. regional.Where(o => o.AsOf is null).Select(o => new BodyWithoutList(WellKnown.Organization(o.Code), o.Code, o.Name.English, o.Gaps))]);
    }

    private static CompetentBody? Body(ReferenceOrganization organization, List<string> countries)
    {
        var of = ReferenceData.MembershipsOf(organization.Code).Where(m => m.IsMember && countries.Contains(m.Alpha3)).ToDictionary(m => m.Alpha3, m => m.Status);
        return of.Count == 0 || organization.AsOf is not { } asOf
            ? null
            : new CompetentBody(
                WellKnown.Organization(organization.Code), organization.Code, organization.Name.English, [.. countries.Where(of.ContainsKey)],
                [.. countries.Where(c => of.GetValueOrDefault(c) == MembershipStatus.Suspended)], [.. countries.Where(c => !of.ContainsKey(c))], of.Count == countries.Count,
                asOf, organization.Source, organization.Gaps.Length == 0 ? null : organization.Gaps);
    }
}
